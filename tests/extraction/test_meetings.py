"""Which events a text reports, with their days. One row a phenomenon; see `meeting_marks`."""

import pytest

from tests.extraction.meeting_marks import meetings_of, shown

ONE = [
    # -- the verb of the sentence holds it
    ("finite-passive", "Uyum çalıştayı [12 Mart 2021=2021-03-12] tarihinde Ankara'da düzenlendi.", "çalıştay 2021-03-12"),
    ("date-first", "[12 Mart 2021=2021-03-12] tarihinde Kilis'te koordinasyon toplantısı gerçekleştirildi.", "koordinasyon toplantısı 2021-03-12"),
    ("mistir", "Genel kurulumuz [3 Mayıs 2015=2015-05-03] Pazar günü yapılmıştır.", "genel kurul 2015-05-03"),
    ("active-first-person", "[4 Aralık 2020=2020-12-04] tarihinde Tuzla'da bilgilendirme toplantısı gerçekleştirdik.", "bilgilendirme toplantısı 2020-12-04"),
    ("active-subject", "{Bartın Barosu}, [5 Nisan=2019-04-05] Cuma günü adli yardım semineri düzenledi.", "seminer 2019-04-05"),
    ("range", "“Kırsalda Kadın Emeği Sempozyumu” [9-11 Kasım 2022=2022-11-09/11-11] tarihlerinde Bolu'da yapıldı.", "sempozyum 2022-11-09/2022-11-11"),
    ("icra", "İl Güvenlik Toplantısı [dün=2018-02-06] Valilik binasında icra edildi.", "güvenlik toplantısı 2018-02-06"),
    ("organised", "[7 Haziran'da=2023-06-07] gençlere yönelik bir panel organize edildi.", "panel 2023-06-07"),
    ("hayata", "Gençlik Zirvesi [1 Ekim 2022=2022-10-01] günü Samsun'da hayata geçirildi.", "zirve 2022-10-01"),
    ("sona-erdi", "Üç gün süren Arıcılık Kongresi [14 Eylül=2019-09-14] Cumartesi günü sona erdi.", "kongre 2019-09-12/2019-09-14"),
    ("basladi", "Uluslararası Göç Konferansı [bugün=2017-10-05] Adana'da başladı. Konferans [7 Ekim=2017-10-07] Cumartesi günü sona erecek.", "konferans 2017-10-05/2017-10-07"),
    ("toplandi", "Olağan Genel Kurul [22 Kasım 2015=2015-11-22] günü Seyhan'da toplandı.", "genel kurul 2015-11-22"),
    ("verildi", "Muhtarlara [3 Mart 2020=2020-03-03] Salı günü afet bilinci eğitimi verildi.", "eğitim 2020-03-03"),
    ("acildi", "Kırsal Turizm Fuarı [8 Mayıs 2018=2018-05-08] günü düzenlenen törenle açıldı.", "fuar 2018-05-08"),
    # -- a participle holds it
    ("told-loc", "[16 Şubat=2016-02-16] Salı günü düzenlenen çalıştayda su kayıpları ele alındı.", "çalıştay 2016-02-16"),
    ("told-dat", "[19 Haziran 2019=2019-06-19] tarihinde Elazığ'da yapılan toplantıya 40 kişi katıldı.", "toplantı 2019-06-19"),
    ("told-agent", "{Ordu Valiliği} tarafından [2 Nisan 2018=2018-04-02] günü düzenlenen istişare toplantısında sahil yolu görüşüldü.", "istişare toplantısı 2018-04-02"),
    ("told-object", "{Bolu Barosu}nun [2 Nisan 2018=2018-04-02] günü düzenlediği panele avukatlar ilgi gösterdi.", "panel 2018-04-02"),
    ("told-list", "[6 Mart=2020-03-06] günü düzenlenen ve üç saat süren seminerde uzmanlar sunum yaptı.", "seminer 2020-03-06"),
    ("told-after-place", "Kent Konseyi binasında [dün=2020-03-06] gerçekleştirilen forumda gençler söz aldı.", "forum 2020-03-06"),
    # -- headline, lead and later words are one event
    ("headline-and-lead", "Muhtarlar Toplantısı Yapıldı\n\nMuhtarlar Toplantısı [16 Şubat 2016=2016-02-16] Salı günü Halk Eğitimi Merkezinde gerçekleştirilmiştir. Toplantıya 52 muhtar katıldı. Toplantının sonunda talepler alındı.", "toplantı 2016-02-16"),
    ("headline-capitals", "SIFIR ATIK ÇALIŞTAYI RİZE'DE YAPILDI\n\n{Rize Belediyesi}nin düzenlediği çalıştay [4 Haziran 2019=2019-06-04] günü tamamlandı. Çalıştayda dört masa kuruldu.", "çalıştay 2019-06-04"),
    ("headline-place-verb", "BALKANLARDA TARIM SEMPOZYUMU EDİRNE'DE BAŞLADI\n\nSempozyumun açılışı [10 Ekim 2018=2018-10-10] günü yapıldı.", "sempozyum 2018-10-10"),
    ("taken-up-as-meeting", "Su Forumu [3 Mart 2021=2021-03-03] tarihinde İzmir'de yapıldı. Toplantıda barajların durumu konuşuldu. Etkinlik plaket töreniyle sona erdi.", "forum 2021-03-03"),
    ("taken-up-as-event", "“Erişilebilir Kentler” konulu panel [4 Mayıs 2021=2021-05-04] günü yapıldı. Programda konuşan Vali, desteklerin süreceğini söyledi.", "panel 2021-05-04"),
    ("longer-later", "Vali muhtarlarla bir araya geldi.\n\nİl Muhtarlar İstişare Toplantısı [19 Ekim 2020=2020-10-19] günü Öğretmenevinde yapıldı.", "istişare toplantısı 2020-10-19"),
    ("lansman", "Projenin tanıtım toplantısı [6 Haziran=2023-06-06] Salı günü yapıldı. Lansmana 120 davetli katıldı.", "tanıtım toplantısı 2023-06-06"),
    ("repeat-of-date", "Göç Çalıştayı [9-11 Kasım=2022-11-09/11-11] tarihlerinde düzenlendi. [9-10-11 Kasım 2022=2022-11-09/11-11] tarihlerinde süren çalıştayda raporlar okundu.", "çalıştay 2022-11-09/2022-11-11"),
    ("first-day-inside", "Çalıştay [6-8 Mayıs 2014=2014-05-06/05-08] tarihlerinde Antalya'da gerçekleştirildi. Çalıştayın [ilk gününde=2014-05-06] sunumlar yapıldı.", "çalıştay 2014-05-06/2014-05-08"),
    ("part-of-larger", "Sağlık Sempozyumu [3 Mart 2020=2020-03-03] günü yapıldı. Öğleden sonra düzenlenen panelde hekimler konuştu. Panelin ardından açılan sergi gezildi.", "sempozyum 2020-03-03"),
    # -- what is only said, compared or announced is another event
    ("next-one", "Koordinasyon toplantısı [3 Mart 2020=2020-03-03] günü yapıldı. Bir sonraki toplantının [7 Nisan 2020=2020-04-07] günü yapılması kararlaştırıldı.", "koordinasyon toplantısı 2020-03-03"),
    ("previous-one", "Koordinasyon toplantısı [3 Mart 2020=2020-03-03] günü yapıldı. Bundan önceki toplantı [4 Şubat 2020=2020-02-04] tarihinde yapılmıştı.", "koordinasyon toplantısı 2020-03-03"),
    ("said-to-come", "Panel [3 Mart 2020=2020-03-03] günü yapıldı. Başkan, [5 Haziran'da=2020-06-05] bir sempozyum düzenleneceğini söyledi.", "panel 2020-03-03"),
    ("to-come-plain", "Çalıştay [3 Mart 2020=2020-03-03] günü yapıldı. Kapanış konferansı [7 Mayıs=2020-05-07] tarihinde Bursa'da yapılacak.", "çalıştay 2020-03-03"),
    ("earlier-pluperfect", "Eğitim semineri [3 Mart 2020=2020-03-03] günü yapıldı. [9 Ekim 2019=2019-10-09] tarihinde düzenlenen seminere 80 kişi katılmıştı.", "eğitim semineri 2020-03-03"),
    ("quoted-speech", "Bilgilendirme toplantısı [3 Mart 2020=2020-03-03] günü yapıldı. Başkan, “Geçen hafta [25 Şubat'ta=2020-02-25] Ankara'da büyük bir kongre düzenledik, çok verimli oldu.” dedi.", "bilgilendirme toplantısı 2020-03-03"),
    ("other-date-ignored", "{Tabip Odası}nın [14 Mart=?2013-03-14] Tıp Haftası etkinlikleri kapsamında düzenlediği panel [16 Mart=2013-03-16] Cumartesi günü yapıldı.", "panel 2013-03-16"),
    ("publication-ignored", "Paneli tamamladık\n\n[17.03.2013=!2013-03-17]\n\n“Sağlıkta Şiddet” paneli [16 Mart=2013-03-16] Cumartesi günü yapıldı.", "panel 2013-03-16"),
    ("deadline", "Hibe programı bilgilendirme toplantısı [17 Ocak 2012=2012-01-17] Salı günü yapıldı. Başvurular [30 Mart'a=?2012-03-30] kadar sürecek.", "bilgilendirme toplantısı 2012-01-17"),
    ("outcome-only", "Arama konferansı [3 Mart 2020=2020-03-03] günü yapıldı. Konferansın sonuç raporu [1 Nisan'da=?2020-04-01] yayımlanacak.", "arama konferansı 2020-03-03"),
    ("month-of-session", "Meclisin Şubat Ayı olağan toplantısı yapıldı\n\n[Şubat ayı=2025-02-01/28] meclis toplantısı [dün=2025-02-25] Oda Meclis Salonu'nda gerçekleştirildi.", "meclis toplantısı 2025-02-25"),
    # -- no day, or the day stands elsewhere
    ("no-day", "Kumluca'da huzur toplantısı yapıldı. Toplantıya 16 muhtar katıldı.", "huzur toplantısı -"),
    ("day-in-next-sentence", "Oda Meclisi olağan toplantısını yaptı. Toplantı [5 Mart 2019=2019-03-05] Salı günü Oda binasında gerçekleşti.", "toplantı 2019-03-05"),
    ("day-without-event", "AFET KOORDİNASYON TOPLANTISI YAPILDI\n\n[11 Nisan 2025=2025-04-11] Cuma günü Valilik toplantı salonunda il yöneticileri buluştu. Toplantıda hazırlıklar görüşüldü.", "koordinasyon toplantısı 2025-04-11"),
    ("verbless-line", "Başlangıç Toplantısı, [19-20 Mart 2018=2018-03-19/03-20], Konya\n\nProjenin ilk toplantısı tamamlandı. Toplantıda ortaklar tanıtıldı.", "başlangıç toplantısı 2018-03-19/2018-03-20"),
    # -- to come, put off, called off
    ("planned", "Bölge Arıcılık Çalıştayı [5 Haziran 2021=2021-06-05] tarihinde Ordu'da yapılacak.", "çalıştay 2021-06-05"),
    ("planned-tir", "Çiftçi eğitim toplantısı [9 Ocak 2023=2023-01-09] günü saat 10.30'da köy konağında yapılacaktır.", "eğitim toplantısı 2023-01-09"),
    ("planned-basliyor", "3. TARIM FUARI BAŞLIYOR\n\nFuar [8 Mayıs=2019-05-08] Çarşamba günü kapılarını açacak. Fuarda 80 firma yer alacak.", "fuar 2019-05-08"),
    ("postponed", "GENÇLİK ZİRVESİ ERTELENDİ\n\n[14 Nisan'da=?2025-04-14] yapılacağı duyurulan Gençlik Zirvesi, [5 Mayıs 2025=2025-05-05] tarihine ertelendi.", "zirve 2025-05-05"),
    ("cancelled", "[12 Aralık 2019=2019-12-12] tarihinde yapılması planlanan panel iptal edildi.", "panel 2019-12-12"),
    # -- nobody names it
    ("came-together", "VALİ MUHTARLARLA BİR ARAYA GELDİ\n\nVali Yılmaz, [19 Ekim=2021-10-19] Salı günü mahalle muhtarlarıyla bir araya geldi. Muhtarların taleplerini dinledi.", "toplantı 2021-10-19"),
    ("met", "Belediye başkanları Beykoz'da buluştu\n\nAnadolu Yakası belediye başkanları [dün=2017-12-07] Beykoz'da buluştu. Toplantıda ortak sorunlar konuşuldu.", "toplantı 2017-12-07"),
    ("board-met", "KURUL TOPLANDI\n\nİl Afet Kurulu, [4 Mayıs 2020=2020-05-04] günü Vali başkanlığında toplandı.", "toplantı 2020-05-04"),
    ("signing", "PROTOKOL İMZALANDI\n\n{Düzce Üniversitesi} ile {Düzce Belediyesi} arasında iş birliği protokolü [13 Nisan 2010=2010-04-13] Salı günü imzalandı.", "imza töreni 2010-04-13"),
    ("signing-ceremony", "Protokol, [13 Nisan 2010=2010-04-13] Salı günü rektörlükte düzenlenen törenle imzalandı. Törene iki kurumun yöneticileri katıldı.", "imza töreni 2010-04-13"),
    ("visit", "Kaymakamdan Baroya Ziyaret\n\nKaymakam Kaya, [3 Mart 2020=2020-03-03] günü baro başkanını makamında ziyaret etti. Ziyarette adli yardım konuşuldu.", "ziyaret 2020-03-03"),
    ("visit-ours", "[3 Mart 2020=2020-03-03] günü {Türk Kızılayı}na nezaket ziyaretinde bulunduk. Ziyarette ortak çalışmalar konuşuldu.", "nezaket ziyareti 2020-03-03"),
    # -- the type
    ("type-press", "Başkan, [5 Mayıs 2020=2020-05-05] günü bir basın toplantısı düzenledi.", "basın toplantısı 2020-05-05"),
    ("type-statement", "Sendika üyeleri [1 Nisan 2019=2019-04-01] günü Kızılay Meydanı'nda basın açıklaması yaptı.", "basın açıklaması 2019-04-01"),
    ("type-board", "{Marmara Belediyeler Birliği} Encümen Toplantısı [2 Mart 2021=2021-03-02] günü Tekirdağ'da yapıldı.", "encümen toplantısı 2021-03-02"),
    ("type-executive", "Federasyonun yönetim kurulu toplantısı [2 Mart 2021=2021-03-02] günü Sivas'ta yapıldı.", "yönetim kurulu toplantısı 2021-03-02"),
    ("type-steering", "Projenin 4. Yönlendirme Komitesi Toplantısı [28 Nisan 2020=2020-04-28] tarihinde çevrim içi olarak düzenlendi.", "yönlendirme komitesi toplantısı 2020-04-28"),
    ("type-term", "İl Koordinasyon Kurulu 3. Dönem Toplantısı [10 Temmuz 2019=2019-07-10] günü gerçekleştirildi.", "koordinasyon kurulu toplantısı 2019-07-10"),
    ("type-round-table", "Kent Konseyi [6 Ocak 2016=2016-01-06] günü bir yuvarlak masa toplantısı düzenledi.", "yuvarlak masa toplantısı 2016-01-06"),
    ("type-proper-dropped", "Yalova Turizm Çalıştayı [7 Mart 2024=2024-03-07] tarihinde yapıldı.", "çalıştay 2024-03-07"),
    ("type-assessment", "Koruyucu Aile Değerlendirme Çalıştayı [7 Mart 2024=2024-03-07] tarihinde yapıldı.", "değerlendirme çalıştayı 2024-03-07"),
    ("type-general-assembly", "Derneğimizin 12. Olağan Genel Kurul Toplantısı [26 Haziran 2021=2021-06-26] günü yapıldı.", "genel kurul toplantısı 2021-06-26"),
    ("type-webinar", "“Salgın ve Çocuk” başlıklı webinar [18 Haziran 2020=2020-06-18] günü Zoom üzerinden gerçekleştirildi.", "webinar 2020-06-18"),
    ("type-study-visit", "Heyet, [5-8 Mayıs 2019=2019-05-05/05-08] tarihlerinde Viyana'ya bir çalışma ziyareti gerçekleştirdi.", "çalışma ziyareti 2019-05-05/2019-05-08"),
    ("type-drill", "Bölgesel Deprem Tatbikatı [5 Mayıs 2019=2019-05-05] günü Bingöl'de yapıldı.", "tatbikat 2019-05-05"),
    ("type-award", "Yılın Girişimcisi Ödül Töreni [5 Mayıs 2019=2019-05-05] akşamı yapıldı.", "ödül töreni 2019-05-05"),
    ("type-training", "Arama Kurtarma Eğitimi [5-6 Mayıs 2019=2019-05-05/05-06] tarihlerinde verildi.", "eğitim 2019-05-05/2019-05-06"),
    ("type-closing", "Projenin kapanış toplantısı [27 Nisan 2013=2013-04-27] tarihinde gerçekleştirilmiştir.", "kapanış toplantısı 2013-04-27"),
    ("typed-with-suffix", "Koordinasyon Kurulu'nun Mart Toplantısı'nı [4 Mart 2019=2019-03-04] günü yaptık.", "toplantı 2019-03-04"),
]


@pytest.mark.parametrize(("marked", "expected"), [r[1:] for r in ONE], ids=[r[0] for r in ONE])
def test_one_event(marked: str, expected: str) -> None:
    found, _ = meetings_of(marked)
    assert [shown(m) for m in found] == [expected]


SEVERAL = [
    ("parallel-clauses", "Plan için iki kez buluşuldu: istişare toplantısı [22 Kasım 2022=2022-11-22] tarihinde Ankara'da, çalıştay ise [1-2 Aralık 2022=2022-12-01/12-02] tarihlerinde Antalya'da yapıldı.", ["istişare toplantısı 2022-11-22", "çalıştay 2022-12-01/2022-12-02"]),
    ("parallel-no-ise", "Panel [3 Mart=2020-03-03] günü Bolu'da, sempozyum [5 Mart=2020-03-05] günü Düzce'de gerçekleştirildi.", ["panel 2020-03-03", "sempozyum 2020-03-05"]),
    ("two-sentences", "İlk toplantı [11 Eylül=2017-09-11] Pazartesi günü ilkokul müdürleriyle yapıldı. İkinci toplantı ise [12 Eylül=2017-09-12] Salı günü lise müdürleriyle gerçekleştirildi.", ["toplantı 2017-09-11", "toplantı 2017-09-12"]),
    ("ranked-in-one-sentence", "İlki [17 Ocak 2012=2012-01-17] günü Kastamonu'da gerçekleştirilen bilgilendirme toplantılarının ikincisi [19 Ocak=2012-01-19] günü Çankırı'da, üçüncüsü [24 Ocak=2012-01-24] günü Sinop'ta düzenlendi.", ["bilgilendirme toplantısı 2012-01-17", "bilgilendirme toplantısı 2012-01-19", "bilgilendirme toplantısı 2012-01-24"]),
    ("plural-two-days", "[21 Aralık 2017=2017-12-21] ve [16 Ekim 2018=2018-10-16] tarihlerinde gerçekleştirilen Belediyeler Arası Çalıştayların çıktıları paylaşıldı.", ["çalıştay 2017-12-21", "çalıştay 2018-10-16"]),
    ("list-of-days", "İlçelerde bilgilendirme toplantıları gerçekleştirildi.\n\n* [1 Mart 2021=2021-03-01] Pazartesi günü Ferizli İlçesinde 26 kadın,\n* [5 Mart 2021=2021-03-05] Cuma günü Geyve İlçesinde 19 kadın,\n* [9 Mart 2021=2021-03-09] Salı günü Taraklı İlçesinde 31 kadın\n\nbilgilendirildi.", ["bilgilendirme toplantısı 2021-03-01", "bilgilendirme toplantısı 2021-03-05", "bilgilendirme toplantısı 2021-03-09"]),
    ("programme-list", "ÇİFTÇİ EĞİTİM TOPLANTILARI PROGRAMI\n\nÇiftçi eğitim toplantıları [9 Ocak 2023=2023-01-09] tarihinde başlıyor.\n\n[09.01.2023=2023-01-09] 10.30 Sorgun Köy konağı\n[11.01.2023=2023-01-11] 10.30 Boğazlıyan Belediye salonu\n", ["eğitim toplantısı 2023-01-09", "eğitim toplantısı 2023-01-11"]),
    ("visit-and-meeting", "VALİ İL SAĞLIK MÜDÜRLÜĞÜNÜ ZİYARET ETTİ\n\nVali Aktaş, İl Sağlık Müdürlüğünü ziyaret etti. Vali burada bir toplantı düzenledi. Toplantıda salgınla mücadele görüşüldü. Ziyarette yatırımlar da ele alındı.", ["ziyaret -", "toplantı -"]),
    ("next-day-meeting", "Orman yangını zirvesi [9 Mayıs 2022=2022-05-09] günü Muğla Valiliği'nde yapıldı. Zirveye üç vali katıldı. Bölge Müdürü ise [dün=2022-05-10] Milas'ta muhtarlarla buluştu. Toplantıda Milas Belediye Başkanı da yer aldı.", ["zirve 2022-05-09", "toplantı 2022-05-10"]),
    ("two-planned", "Dernekten iki etkinlik: “Kent Hakkı” paneli [3 Mart 2020=2020-03-03] günü Konak'ta yapılacak. Göç Sempozyumu ise [5 Mayıs 2020=2020-05-05] günü Bornova'da düzenlenecek.", ["panel 2020-03-03", "sempozyum 2020-05-05"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"), [r[1:] for r in SEVERAL], ids=[r[0] for r in SEVERAL]
)
def test_several_events(marked: str, expected: list[str]) -> None:
    found, _ = meetings_of(marked)
    assert [shown(m) for m in found] == expected


NONE = [
    ("about-page", "Platform, mültecilere sunulan hizmetlerin eşgüdümü için kurulmuştur. Kurulduğu günden bu yana eğitim ve danışmanlık verir."),
    ("hall", "Belediyemizin toplantı salonu ve konferans salonu yenilendi."),
    ("report", "Çalıştay raporu internet sitemizde yayımlanmıştır."),
    ("ministry", "{Milli Eğitim Bakanlığı} yeni yönetmeliği yayımladı."),
    ("education", "Kırsalda kız çocuklarının eğitimi için burs veriyoruz."),
    ("habit", "Başvurular her ay düzenlenen kurul toplantılarında değerlendirilir."),
    ("ev-visit", "Yaşlı vatandaşların başvuruları ev ziyaretleriyle yerinde alınmaktadır."),
    ("statute", "Genel kurul iki yılda bir Mayıs ayında olağan olarak toplanır."),
    ("board-elected", "Yönetim kurulu beş asil ve beş yedek üyeden oluşur."),
    ("summit-of-price", "Altın fiyatları [dün=?2020-03-03] yeniden zirve yaptı."),
    ("solar-panel", "Okulun çatısına güneş paneli yerleştirildi."),
    ("programme", "Uygulama, kırsal kalkınma programı kapsamında destekleniyor."),
    ("obituary", "Derneğimizin kurucusu [3 Şubat 2011=?2011-02-03] tarihinde vefat etti."),
    ("tender", "Köprü inşaatının ihalesi [5 Mayıs'ta=?2020-05-05] yapıldı."),
    ("market", "Borsa endeksi haftanın ilk gününü yükselişle tamamladı."),
    ("collected", "Gönüllüler sahilden 400 kilogram atık topladı."),
    ("protocol-in-force", "İki kurum arasındaki protokol üç yıl geçerli olacak."),
    ("wish", "Benzer toplantıların artmasını diliyoruz."),
    ("congress-body", "ABD Kongresi yasa tasarısını görüşüyor."),
    ("refugee-camp", "Mülteci kampında yaşam koşulları ağırlaştı."),
    ("phone", "Bilgi için eğitim birimimizi arayabilirsiniz."),
    ("change", "İklim değişimi tarımı olumsuz etkiliyor."),
    ("speech-only", "Başkan, “Geçen yıl bir toplantı düzenledik, sorunları konuştuk.” dedi."),
    ("court", "Sanığın ifadesi alındı, duruşma ertelendi."),
    ("election", "Seçimler [7 Haziran'da=?2015-06-07] yapılacak."),
    ("empty", ""),
]


@pytest.mark.parametrize("marked", [r[1] for r in NONE], ids=[r[0] for r in NONE])
def test_no_event(marked: str) -> None:
    found, _ = meetings_of(marked)
    assert [shown(m) for m in found] == []
