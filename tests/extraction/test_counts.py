"""Participant counts, one sentence a row: what fires, with which value."""

import pytest

from tests.extraction.count_rows import rows, shown_counts
from tutanak.extraction.counts import find_counts

# sentence | counts in order. `~` approx, `>` more than, `>=` at least, `<=` up to, `30-40` range;
# `*` before the noun: a body.
ROWS = """\
# ---- nominative subject, finite verb
Toplantıya Kaymakam Ali Er, kurum müdürleri ve 23 mahalle muhtarı katılım sağladı. | 23 muhtar
Panele 45 öğretmen, 3 okul müdürü ve veliler katıldı. | 45 öğretmen; 3 okul müdürü
Atölyelerde valilik ve belediyelerden 58 katılımcı yer aldı. | 58 katılımcı
Programa 120 öğrenci ve 14 öğretmen iştirak etmiştir. | 120 öğrenci; 14 öğretmen
Kurultayda 310 delege oy kullandı. | 310 delege
Çalıştayda 12 kadın girişimci bir araya geldi. | 12 girişimci
Toplantıda 19 belediye temsil edildi. | 19 *belediye
Yılın ilk istişare toplantısında 9 ilçe kaymakamı hazır bulundu. | 9 kaymakam
Lansmanı 85 gazeteci takip etti. | 85 gazeteci
Çevrim içi seminere 215 kişi bağlandı. | 215 kişi
Zirveye 17 devlet ve hükümet başkanı geldi. | 17 başkan
Toplantıya Ankara'dan 25 iş insanı katılacak. | 25 iş insanı
Foruma 40 işadamı katılıyor. | 40 işadamı
Kursu tamamlayan 25 kişiye törenle sertifikaları verildi. | 25 kişi
Bölge toplantısında 8 ilçe milli eğitim müdürü sunum yaptı. | 8 müdür
Köy konağındaki toplantıya 30 kadar çiftçi geldi. | ~30 çiftçi
Eğitime katılan 45 temsilci arkadaşımız belgelerini aldı. | 45 temsilci
Tanıtım gününde 18 firma stant açtı. | 18 *firma
Buluşmaya 75 muhtarımız katıldı. | 75 muhtar
# ---- genitive and participle
Yaklaşık 35 yöneticinin yer aldığı toplantıya baro da katıldı. | ~35 yönetici
Tokat'ta yapılan ve 190 kişinin iştirak ettiği toplantıya müdür başkanlık etti. | 190 kişi
Şube yöneticilerinden oluşan yaklaşık 45 kişinin bulunduğu toplantıda divan kuruldu. | ~45 kişi
Dokuz uzmanın kolaylaştırıcılığında masa çalışmaları yapıldı. | 9 uzman
Vakıf ve sendikalardan toplam 21 örgütün birlikte düzenlediği panel yapıldı. | 21 *örgüt
Dört ilin emniyet müdürünün bir araya geldiği toplantı Bursa'da düzenlendi. | 4 *il; 4 müdür
Yirmi odanın başkanları da toplantıda hazır bulundu. | 20 *oda
Toplantıya 15 ilçenin temsilcileri iştirak etti. | 15 *ilçe
Program, 250 gencin katılımıyla Kapadokya'da gerçekleştirildi. | 250 genç
34 okulun müdürü toplantıda söz aldı. | 34 *okul
Otuz beş ülkenin katıldığı konferans sona erdi. | 35 *ülke
70 delegenin oy kullanacağı genel kurul cumartesi günü yapılacak. | 70 delege
500 üyenin katılımının beklendiği kongre Mayıs ayında düzenlenecek. | 500 üye
# ---- with
Çalıştay 64 adet katılımcı ile gerçekleştirildi. | 64 katılımcı
Atölye 22 kadın ile yapıldı. | 22 kadın
Kaymakam, 40 muhtarla bir araya geldi. | 40 muhtar
Eğitim programı 18 kursiyerle başladı. | 18 kursiyer
Danışma kurulunda 18 üye dernek ile uzmanlar bir araya geldi. | 18 *dernek
# ---- dative, accusative
Seminerde 100 personele afet eğitimi verildi. | 100 personel
Eğitimde toplam 205 katılımcıya bilgilendirme seminerleri verilmiştir. | 205 katılımcı
Eğitimin sonunda 32 kursiyere katılım belgesi takdim edildi. | 32 kursiyer
Vali, ziyarete gelen 20 muhtarı makamında kabul etti. | 20 muhtar
Proje toplantısı 12 derneği aynı masada buluşturdu. | 12 *dernek
11 ilden 26 kadın derneğini temsilen 39 kadın çalıştayda buluştu. | 11 *il; 26 *dernek; 39 kadın
# ---- ablative: bodies from which they came
36 ilden 180 katılımcının bir araya geldiği çalıştay başladı. | 36 *il; 180 katılımcı
16 fakülteden 52 akademisyenin katıldığı kongre sürüyor. | 16 *fakülte; 52 akademisyen
31 kurumdan gelen 96 kişi oturumu izledi. | 31 *kurum; 96 kişi
Toplantıya 150 farklı kuruluştan çok sayıda katılımcı iştirak etti. | 150 *kuruluş
Kongreye Almanya ve Japonya olmak üzere 9 ayrı ülkeden 310 uzman katılırken 200 bildiri \
sunulacak. | 9 *ülke; 310 uzman
Birliğe kayıtlı 19 odadan toplam 144 delegenin katıldığı kongre bitti. | 19 *oda; 144 delege
Foruma 75 ülkeden katılım oldu. | 75 *ülke
40 dernekten 75 temsilci, basınla birlikte 130 kişi toplantıda yer aldı. | 40 *dernek; 75 \
temsilci; 130 kişi
Bu yıl zirveye 90'dan fazla ülkeden rekor sayıda, 3 bini aşkın katılımcı bekleniyor. | >90 *ülke; \
>3000 katılımcı
Beş üniversiteden on iki uzman panelde konuştu. | 5 *üniversite; 12 uzman
12 okuldan 360 öğrenci şenlikte buluştu. | 12 *okul; 360 öğrenci
# ---- qualifiers
Toplantıya 100'e yakın temsilci katıldı. | ~100 temsilci
Etkinliğe 120'yi aşkın davetli katıldı. | >120 davetli
Kongreye 500'den fazla katılımcı geldi. | >500 katılımcı
Eğitime 130 civarında öğrenci katıldı. | ~130 öğrenci
Konferansa en az 200 kişi katıldı. | >=200 kişi
Atölyeye en fazla 40 kişi katılabilecek. | <=40 kişi
Panele takriben 70 kişi katıldı. | ~70 kişi
Toplantıya yedi yüzü aşkın üye katıldı. | >700 üye
Mitinge değil, kurultaya binin üzerinde delege katıldı. | >1000 delege
Toplantıya esnaf temsilcilerinden oluşan 400'ün üzerinde kişi katılım sağlamıştır. | >400 kişi
Söyleşiye 30-40 kişi katıldı. | 30-40 kişi
Söyleşiye 30 ila 40 genç katıldı. | 30-40 genç
Forumda 50 kişiden fazla katılımcı yer aldı. | >50 katılımcı
Açılışa 200 kişiyi aşkın davetli katıldı. | >200 davetli
Toplantıya 45 kadar kurum temsilcisi katıldı. | ~45 temsilci
Buluşmaya 80 kişiye yakın gönüllü katıldı. | ~80 gönüllü
Oturuma 35’in üzerindeki katılımcı ile devam edildi. | >35 katılımcı
Kurultaya onbinden fazla üye katıldı. | >10000 üye
Toplantıya üç beş muhtar katıldı. | 3-5 muhtar
Şenliğe 2 bine yakın çocuk katıldı. | ~2000 çocuk
# ---- numerals
Seminere yüz elli kişi katıldı. | 150 kişi
Seminere yüzelli kişi katıldı. | 150 kişi
Festivale 1.250 genç katıldı. | 1250 genç
Festivale 3 bin 450 genç katıldı. | 3450 genç
İKİ YÜZ KADIN ÇALIŞTAYDA BULUŞTU | 200 kadın
Bin yüz kırk kişi semineri çevrim içi izledi. | 1140 kişi
Toplantıya 50den fazla kişi katıldı. | >50 kişi
Toplantıya yirmi üç muhtar ile on beş kurum amiri katıldı. | 23 muhtar; 15 amir
# ---- groups, parts and totals
Üç kişilik heyet Valiyi ziyaret ederek proje toplantısı hakkında bilgi verdi. | 3 kişi
Toplantıya üçü kadın beş kişilik heyet katıldı. | 3 kadın; 5 kişi
Çalıştaya 12'si kadın 30 katılımcı geldi. | 12 kadın; 30 katılımcı
Toplantıya 45 meclis üyesinin 39’u katıldı. | 39 üye
Çağrılan 30 kurumdan 24'ünün temsil edildiği toplantı sona erdi. | 24 *kurum
Toplantıya 30 köy muhtarı ve 6 mahalle muhtarı olmak üzere toplam 36 muhtar iştirak etti. \
| 30 muhtar; 6 muhtar; 36 muhtar
Salonda 25, video konferansla 9 olmak üzere toplam 34 üyenin yer aldığı toplantı sürdü. \
| 25 üye; 9 üye; 34 üye
Toplantıya 14 resmi ve beş özel okulun müdürü katıldı. | 14 *okul; 5 *okul
Katılımcı sayısı 45 olan eğitimde sunumlar yapıldı. | 45 katılımcı
# ---- nouns: the head decides
Toplantıda 30 sivil toplum kuruluşu temsilcisi hazır bulundu. | 30 temsilci
Toplantıda 30 sivil toplum kuruluşu hazır bulundu. | 30 *sivil toplum kuruluşu
Çalıştaya 11 kadın derneği katıldı. | 11 *dernek
Törene 43 kamu kurum ve kuruluşu katıldı. | 43 *kurum ve kuruluş
Panele 6 üniversite öğretim üyesi katıldı. | 6 öğretim üyesi
Toplantıya 17 ilçe belediye başkanı katıldı. | 17 belediye başkanı
Programa 20 STK katıldı. | 20 *stk
Programa 20 STK temsilcisi katıldı. | 20 temsilci
Basın toplantısını 27 basın mensubu izledi. | 27 basın mensubu
# ---- seen in releases, each in several forms
Toplantıya 12 daire amiri, 8 muhtar ve vatandaşlar katıldı. | 12 amir; 8 muhtar
Toplantıya 5 proje koordinatörü katıldı. | 5 koordinatör
Muhtarlar toplantısına 33 köy ve 12 mahalle muhtarı katıldı. | 33 muhtar; 12 muhtar
Konferansı salondan 200, internet üzerinden 1.500 kişi izledi. | 200 kişi; 1500 kişi
Toplantıda 5 üye ülkenin diplomatları yer aldı. | 5 *ülke
Baroya yeni yazılan 120 stajyer avukat eğitime katıldı. | 120 avukat
Kaymakam, 24 okul müdürüyle değerlendirme toplantısı yaptı. | 24 okul müdürü
Kaymakamlık, 120 ihtiyaç sahibi aileyi iftarda buluşturdu. | 120 aile
15 kişiden oluşan heyet, belediyeyi ziyaret etti. | 15 kişi
Öğrencilerden oluşan 25 kişilik grup çalıştaya katıldı. | 25 kişi
Çalıştay; 8 üniversite, 5 bakanlık ve 14 derneğin katılımıyla gerçekleştirildi. \
| 8 *üniversite; 5 *bakanlık; 14 *dernek
Toplantıya 3 bakanlık, 2 üniversite ve 11 belediyeden toplam 46 temsilci katıldı. \
| 3 *bakanlık; 2 *üniversite; 11 *belediye; 46 temsilci
TOPLANTIYA 45 KURUMDAN 120 TEMSİLCİ KATILDI | 45 *kurum; 120 temsilci
Çalıştay, 22'si kamu 18'i dernek temsilcisi olmak üzere toplam 40 kişinin katılımıyla yapıldı. \
| 18 temsilci; 40 kişi
Katılımcı sayısı: 45 | 45 katılımcı
Kampa 10-14 yaş arası 60 çocuk katıldı. | 60 çocuk
Vali, 15 şehit ailesi ve 12 gazi ile yemekte bir araya geldi. | 15 aile; 12 gazi
Eğitimin ilk gününe 22, ikinci gününe 25 kişi katıldı. | 22 kişi; 25 kişi
Sabahki oturuma 40, öğleden sonrakine 55 öğretmen katıldı. | 40 öğretmen; 55 öğretmen
Toplantıya 2 vali yardımcısı ile il müdürleri katıldı. | 2 vali yardımcısı
Türkiye'nin 81 ilinden gelen temsilciler Ankara'da buluştu. | 81 *il
81 ilin milli eğitim müdürleri Ankara'da bir araya geldi. | 81 *il
Fuarda 12 ülkeden 180 katılımcı firma yer aldı. | 12 *ülke; 180 *firma
Toplantıya katılan 42 kişiden 24'ü kadındı. | 42 kişi; 24 kadın
Çalıştaya 30 belediyeden 90'ı aşkın uzmanın yanı sıra 6 kentin yetkilileri katıldı. \
| 30 *belediye; >90 uzman; 6 *kent
Toplantıya 28 hekim katıldı; biz de on iki kişiyle salondaydık. | 28 hekim; 12 kişi
Atölye boyunca 20 kadar çocuk anneleriyle zaman geçirdi. | ~20 çocuk
Seminere çağrılan 300 veliden sadece altısı katıldı. | 6 veli
Foruma katılan gençlerin sayısı 300'ü buldu. | 300 katılımcı
Çalıştayda 75 uzman görüş bildirdi. | 75 uzman
Toplantıda 32 okul müdürüne yeni dönem hakkında bilgi verildi. | 32 okul müdürü
İki bakanın katıldığı törende konuşmalar yapıldı. | 2 bakan
Etkinliğe on iki ülkeden kırk sekiz dansçı katıldı. | 12 *ülke; 48 dansçı
Eğitime başvuran 800 öğretmen arasından seçilen 40 öğretmen kampa katıldı. | 40 öğretmen
"Umut" adlı projenin toplantısına 30 kişi katıldı ve "Ekip" kuruldu. | 30 kişi
# ---- reported, but of this meeting
Koordinatör, ilk toplantılarda 64 katılımcı ile çalışıldığını söyledi. | 64 katılımcı
Genel Sekreter, kongreye 30 ülkeden 600 delegenin katılacağını açıkladı. | 30 *ülke; 600 delege
"""

MODES = [
    (
        "Ofiste 9 katılımcı ve zoom ortamındaki 40 katılımcı ile gerçekleşti.",
        ["in_person", "online"],
    ),
    ("62 kişinin yüz yüze, 140 kişinin çevrim içi izlediği panel bitti.", ["in_person", "online"]),
    ("48 kişinin yüz yüze bulunduğu toplantıyı 90 kişi çevrimiçi izledi.", ["in_person", "online"]),
    ("Panel salonda yapıldı. Panele 40 öğretmen katıldı.", [None]),
    ("Webinara 47 kurumdan 215 kişi bağlandı.", ["online", "online"]),
    ("Eğitim çevrim içi olarak yapıldı. Eğitime 30 öğretmen katıldı.", ["online"]),
    ("Eğitim yüz yüze gerçekleştirildi. Eğitime 30 öğretmen katıldı.", ["in_person"]),
    ("Hibrit düzenlenen foruma 30 öğretmen katıldı.", [None]),
    ("Toplantıya 16 muhtar katıldı.", [None]),
    (
        "Okulda yapılan toplantıya 60 kişi katıldı; 12 kişi de Zoom üzerinden bağlandı.",
        [None, "online"],
    ),
    (
        "İlk eğitim çevrim içi yapıldı.\n" + "Kilis'teki eğitime 32 öğretmen katıldı. " * 30,
        ["online"],
    ),
    (
        "Derneğimizin haberleri. " * 40
        + "\nPanel çevrim içi düzenlendi.\nKilis'teki eğitime 32 öğretmen katıldı.",
        [None],
    ),
    (
        (
            "İlk toplantı çevrim içi yapıldı. Toplantıya 6 kişi katıldı.\n\n"
            "Hibrit yapılan ikinci toplantıya 9 kişi katıldı."
        ),
        ["online", None],
    ),
    (
        "Salonda 25, video konferansla 9 olmak üzere toplam 34 üyenin katıldığı toplantı bitti.",
        ["in_person", "online", None],
    ),
]


@pytest.mark.parametrize(("text", "counts"), rows(ROWS), ids=lambda value: value[:40])
def test_counts(text: str, counts: str) -> None:
    assert shown_counts(text) == counts


@pytest.mark.parametrize(("text", "modes"), MODES, ids=lambda value: str(value)[:40])
def test_modes(text: str, modes: list[str | None]) -> None:
    assert [count.mode for count in find_counts(text)] == modes


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Toplantıya yaklaşık 60 temsilcinin katılımı sağlandı.", "yaklaşık 60 temsilci"),
        ("Törene toplam 340 gencin katıldığı görüldü.", "340 genc"),
        ("Foruma 120’yi aşkın davetlinin katıldığı görüldü.", "120’yi aşkın davetli"),
        ("43 kamu kurum ve kuruluşunun katıldığı toplantı.", "43 kamu kurum ve kuruluşu"),
        ("Toplantıya 3 ilden katılım oldu.", "3 il"),
        ("Toplantıya 25 üyenin 20'si katıldı.", "20'si"),
    ],
)
def test_the_text_of_a_count_is_without_the_case_of_its_noun(text: str, surface: str) -> None:
    counts = find_counts(text)
    assert [count.text for count in counts] == [surface]
    assert all(text[c.span.start : c.span.end] == c.text for c in counts)


def test_a_count_said_again_is_given_once() -> None:
    text = "60 KİŞİ KATILDI\n\nToplantıya 60 kişi katıldı. Katılan 60 katılımcı belge aldı."
    assert [count.text for count in find_counts(text)] == ["60 KİŞİ"]


def test_the_rule_and_its_words_are_kept() -> None:
    (count,) = find_counts("Toplantıya 16 muhtar katıldı.")
    assert (count.why.rule, count.why.cues) == ("count.any", ("katıldı",))
