"""Participant counts, one sentence a row: what fires, with which value."""

import pytest

from tutanak.extraction.counts import find_counts

# sentence | expected counts as `low..high qualifier unit noun`, `;` between, in order
ROWS = """
# ---- nominative subject, finite verb
Toplantıya Kaymakam Ali Er, kurum müdürleri ve 16 mahalle muhtarı katılım sağladı. | 16..16 exact person muhtar
Panele 45 öğretmen, 3 okul müdürü ve veliler katıldı. | 45..45 exact person öğretmen; 3..3 exact person okul müdürü
Buluşmalarda Göç İdaresi ve Uluslararası Göç Örgütü'nden 66 katılımcı yer aldı. | 66..66 exact person katılımcı
Programa 120 öğrenci ve 14 öğretmen iştirak etmiştir. | 120..120 exact person öğrenci; 14..14 exact person öğretmen
Kurultayda 310 delege oy kullandı. | 310..310 exact person delege
Çalıştayda 12 kadın girişimci bir araya geldi. | 12..12 exact person girişimci
Toplantıda 19 belediye temsil edildi. | 19..19 exact institution belediye
Yılın ilk istişare toplantısında 9 ilçe kaymakamı hazır bulundu. | 9..9 exact person kaymakam
Lansmanı 85 gazeteci takip etti. | 85..85 exact person gazeteci
Çevrim içi seminere 215 kişi bağlandı. | 215..215 exact person kişi
Zirveye 17 devlet ve hükümet başkanı geldi. | 17..17 exact person başkan
Toplantıya Ankara'dan 25 iş insanı katılacak. | 25..25 exact person iş insanı
Foruma 40 işadamı katılıyor. | 40..40 exact person işadamı
Kursu tamamlayan 25 kişiye törenle sertifikaları verildi. | 25..25 exact person kişi
Bölge toplantısında 8 ilçe milli eğitim müdürü sunum yaptı. | 8..8 exact person müdür
Köy konağındaki toplantıya 30 kadar çiftçi geldi. | 30..30 approx person çiftçi
Eğitime katılan 45 temsilci arkadaşımız belgelerini aldı. | 45..45 exact person temsilci
Tanıtım gününde 18 firma stant açtı. | 18..18 exact institution firma
Buluşmaya 75 muhtarımız katıldı. | 75..75 exact person muhtar
# ---- genitive and participle
Yaklaşık 60 temsilcinin yer aldığı toplantıya Hatay Barosu da katıldı. | 60..60 approx person temsilci
Çankırı'da yapılan ve 210 kişinin iştirak ettiği toplantıya Vali Yardımcısı başkanlık etti. | 210..210 exact person kişi
Oda yöneticilerinden oluşan yaklaşık 60 kişinin bulunduğu toplantıda divan seçildi. | 60..60 approx person kişi
12 akademisyenin kolaylaştırıcılığında grup çalışmaları yapıldı. | 12..12 exact person akademisyen
Üniversite, sendika ve derneklerden toplam 17 kuruluşun birlikte hazırladığı sempozyum Ankara'da yapıldı. | 17..17 exact institution kuruluş
Altı ilin valisinin bir araya geldiği toplantı Antalya'da düzenlendi. | 6..6 exact institution il
14 belediyenin temsilcileri de toplantıda hazır bulundu. | 14..14 exact institution belediye
Toplantıya 15 ilçenin temsilcileri iştirak etti. | 15..15 exact institution ilçe
Program, 250 gencin katılımıyla Kapadokya'da gerçekleştirildi. | 250..250 exact person genç
34 okulun müdürü toplantıda söz aldı. | 34..34 exact institution okul
Otuz beş ülkenin katıldığı konferans sona erdi. | 35..35 exact institution ülke
70 delegenin oy kullanacağı genel kurul cumartesi günü yapılacak. | 70..70 exact person delege
500 üyenin katılımının beklendiği kongre Mayıs ayında düzenlenecek. | 500..500 exact person üye
# ---- with
Çalıştay 79 adet katılımcı ile gerçekleştirildi. | 79..79 exact person katılımcı
Atölye 22 kadın ile yapıldı. | 22..22 exact person kadın
Kaymakam, 40 muhtarla bir araya geldi. | 40..40 exact person muhtar
Eğitim programı 18 kursiyerle başladı. | 18..18 exact person kursiyer
Genel kurulda 24 bağlı oda ile delegeler bir araya geldi. | 24..24 exact institution oda
# ---- dative, accusative
Seminerde 100 personele afet eğitimi verildi. | 100..100 exact person personel
Eğitimde toplam 205 katılımcıya bilgilendirme seminerleri verilmiştir. | 205..205 exact person katılımcı
Eğitimin sonunda 32 kursiyere katılım belgesi takdim edildi. | 32..32 exact person kursiyer
Vali, ziyarete gelen 20 muhtarı makamında kabul etti. | 20..20 exact person muhtar
Proje toplantısı 12 derneği aynı masada buluşturdu. | 12..12 exact institution dernek
23 ilden 41 kadın örgütünü temsilen 68 kadın çalıştayda buluştu. | 23..23 exact institution il; 41..41 exact institution örgüt; 68..68 exact person kadın
# ---- ablative: bodies from which they came
81 ilden 340 katılımcının bir araya geldiği çalıştay başladı. | 81..81 exact institution il; 340..340 exact person katılımcı
25 üniversiteden 48 akademisyenin katıldığı buluşma bitti. | 25..25 exact institution üniversite; 48..48 exact person akademisyen
47 kurumdan gelen 215 kişi oturumu izledi. | 47..47 exact institution kurum; 215..215 exact person kişi
Toplantıya 150 farklı kuruluştan çok sayıda katılımcı iştirak etti. | 150..150 exact institution kuruluş
Kongreye Almanya ve Japonya olmak üzere 14 ayrı ülkeden 402 akademisyen katılırken 466 bildiri sunulacak. | 14..14 exact institution ülke; 402..402 exact person akademisyen
Birliğe kayıtlı 27 odadan toplam 207 delegenin katıldığı kongrede başka aday çıkmadı. | 27..27 exact institution oda; 207..207 exact person delege
Foruma 75 ülkeden katılım oldu. | 75..75 exact institution ülke
40 dernekten 75 temsilci, basınla birlikte 130 kişi toplantıda yer aldı. | 40..40 exact institution dernek; 75..75 exact person temsilci; 130..130 exact person kişi
Bu yıl zirveye 90'dan fazla ülkeden rekor sayıda, 3 bini aşkın katılımcı bekleniyor. | 90.. more_than institution ülke; 3000.. more_than person katılımcı
Beş üniversiteden on iki uzman panelde konuştu. | 5..5 exact institution üniversite; 12..12 exact person uzman
12 okuldan 360 öğrenci şenlikte buluştu. | 12..12 exact institution okul; 360..360 exact person öğrenci
# ---- qualifiers
Toplantıya 100'e yakın temsilci katıldı. | 100..100 approx person temsilci
Etkinliğe 120'yi aşkın davetli katıldı. | 120.. more_than person davetli
Kongreye 500'den fazla katılımcı geldi. | 500.. more_than person katılımcı
Eğitime 130 civarında öğrenci katıldı. | 130..130 approx person öğrenci
Konferansa en az 200 kişi katıldı. | 200.. at_least person kişi
Atölyeye en fazla 40 kişi katılabilecek. | ..40 up_to person kişi
Panele takriben 70 kişi katıldı. | 70..70 approx person kişi
Toplantıya yedi yüzü aşkın üye katıldı. | 700.. more_than person üye
Mitinge değil, kurultaya binin üzerinde delege katıldı. | 1000.. more_than person delege
Toplantıya işletme temsilcilerinden oluşan 650'nin üzerinde kişi katılım sağlamıştır. | 650.. more_than person kişi
Söyleşiye 30-40 kişi katıldı. | 30..40 range person kişi
Söyleşiye 30 ila 40 genç katıldı. | 30..40 range person genç
Forumda 50 kişiden fazla katılımcı yer aldı. | 50.. more_than person katılımcı
Açılışa 200 kişiyi aşkın davetli katıldı. | 200.. more_than person davetli
Toplantıya 45 kadar kurum temsilcisi katıldı. | 45..45 approx person temsilci
Buluşmaya 80 kişiye yakın gönüllü katıldı. | 80..80 approx person gönüllü
Ankara'daki oturuma 55’nin üzerindeki katılımcı ile devam edildi, toplantıya basın da katıldı. | 55.. more_than person katılımcı
Kurultaya onbinden fazla üye katıldı. | 10000.. more_than person üye
Toplantıya üç beş muhtar katıldı. | 3..5 range person muhtar
Şenliğe 2 bine yakın çocuk katıldı. | 2000..2000 approx person çocuk
# ---- numerals
Seminere yüz elli kişi katıldı. | 150..150 exact person kişi
Seminere yüzelli kişi katıldı. | 150..150 exact person kişi
Festivale 1.250 genç katıldı. | 1250..1250 exact person genç
Festivale 3 bin 450 genç katıldı. | 3450..3450 exact person genç
İKİ YÜZ KADIN ÇALIŞTAYDA BULUŞTU | 200..200 exact person kadın
Bin yüz kırk kişi semineri çevrim içi izledi. | 1140..1140 exact person kişi
Toplantıya 50den fazla kişi katıldı. | 50.. more_than person kişi
Toplantıya yirmi üç muhtar ile on beş kurum amiri katıldı. | 23..23 exact person muhtar; 15..15 exact person amir
# ---- groups, parts and totals
Üç kişilik heyet Valiyi ziyaret ederek proje toplantısı hakkında bilgi verdi. | 3..3 exact person kişi
Toplantıya üçü kadın beş kişilik heyet katıldı. | 5..5 exact person kişi
Çalıştaya 12'si kadın 30 katılımcı geldi. | 30..30 exact person katılımcı
Toplantıya 61 meclis üyesinin 54’ü katıldı. | 54..54 exact person üye
Davet edilen 26 kurumdan 22'sinin temsil edildiği toplantı sona erdi. | 22..22 exact institution kurum
Toplantıya 44 köy muhtarı ve 8 mahalle muhtarı olmak üzere toplam 52 muhtar iştirak etti. | 44..44 exact person muhtar; 8..8 exact person muhtar; 52..52 exact person muhtar
Salonda 38, video konferansla 12 olmak üzere toplam 50 temsilcinin yer aldığı toplantı sürdü. | 38..38 exact person temsilci; 12..12 exact person temsilci; 50..50 exact person temsilci
Toplantıya 29 resmi ve on yedi özel kurumun müdürü katıldı. | 29..29 exact institution kurum; 17..17 exact institution kurum
Katılımcı sayısı 45 olan eğitimde sunumlar yapıldı. | 45..45 exact person katılımcı
# ---- nouns: the head decides
Toplantıda 30 sivil toplum kuruluşu temsilcisi hazır bulundu. | 30..30 exact person temsilci
Toplantıda 30 sivil toplum kuruluşu hazır bulundu. | 30..30 exact institution sivil toplum kuruluşu
Çalıştaya 11 kadın derneği katıldı. | 11..11 exact institution dernek
Törene 43 kamu kurum ve kuruluşu katıldı. | 43..43 exact institution kurum ve kuruluş
Panele 6 üniversite öğretim üyesi katıldı. | 6..6 exact person öğretim üyesi
Toplantıya 17 ilçe belediye başkanı katıldı. | 17..17 exact person belediye başkanı
Programa 20 STK katıldı. | 20..20 exact institution stk
Programa 20 STK temsilcisi katıldı. | 20..20 exact person temsilci
Basın toplantısını 27 basın mensubu izledi. | 27..27 exact person basın mensubu
# ---- reported, but of this meeting
Özaslan, ilk toplantılarda paydaşları temsil eden 79 katılımcı ile çalışıldığını söyledi. | 79..79 exact person katılımcı
Genel Sekreter, kongreye 30 ülkeden 600 delegenin katılacağını açıkladı. | 30..30 exact institution ülke; 600..600 exact person delege
"""


def _rows() -> list[tuple[str, str]]:
    lines = [line for line in ROWS.strip().splitlines() if not line.startswith("#")]
    return [(text.strip(), counts.strip()) for text, counts in (line.split("|") for line in lines)]


def _shown(text: str) -> str:
    return "; ".join(
        f"{'' if c.low is None else c.low}..{'' if c.high is None else c.high} "
        f"{c.qualifier} {c.unit} {c.noun}"
        for c in find_counts(text)
    )


@pytest.mark.parametrize(("text", "counts"), _rows(), ids=lambda value: value[:40])
def test_counts(text: str, counts: str) -> None:
    assert _shown(text) == counts
