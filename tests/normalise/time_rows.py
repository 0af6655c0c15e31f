"""Renames and mergers: a body's name until the day before, its name from the day on.

`back`: whether the new name, on the day before, is plainly the old body; a merger of equals is not.
"""

from datetime import date
from typing import NamedTuple


class Change(NamedTuple):
    """One change, with the first day of the new name."""

    day: date
    old: str
    new: str
    back: bool = True


def _rows(day: str, pairs: str, *, back: bool = True) -> list[Change]:
    found = []
    for line in pairs.strip().splitlines():
        old, _, new = line.partition(">")
        found.append(Change(date.fromisoformat(day), old.strip(), new.strip(), back))
    return found


CHANGES = [
    *_rows("1993-07-02", "Maliye ve Gümrük Bakanlığı > Maliye Bakanlığı"),
    *_rows("1994-12-09", "Hazine ve Dış Ticaret Müsteşarlığı > Hazine Müsteşarlığı"),
    *_rows("2000-10-04", "İş ve İşçi Bulma Kurumu > Türkiye İş Kurumu"),
    *_rows(
        "2003-05-08",
        """
        Çevre Bakanlığı > Çevre ve Orman Bakanlığı
        Orman Bakanlığı > Çevre ve Orman Bakanlığı
        """,
        back=False,
    ),
    *_rows(
        "2003-04-29",
        """
        Kültür Bakanlığı > Kültür ve Turizm Bakanlığı
        Turizm Bakanlığı > Kültür ve Turizm Bakanlığı
        """,
        back=False,
    ),
    *_rows(
        "2005-07-07",
        "Türkiye Bilimsel ve Teknik Araştırma Kurumu > "
        "Türkiye Bilimsel ve Teknolojik Araştırma Kurumu",
    ),
    *_rows("2005-11-18", "Devlet İstatistik Enstitüsü > Türkiye İstatistik Kurumu"),
    *_rows(
        "2006-05-20",
        """
        Sosyal Sigortalar Kurumu > Sosyal Güvenlik Kurumu
        Türkiye Cumhuriyeti Emekli Sandığı > Sosyal Güvenlik Kurumu
        """,
        back=False,
    ),
    *_rows("2008-11-10", "Telekomünikasyon Kurumu > Bilgi Teknolojileri ve İletişim Kurumu"),
    *_rows(
        "2009-05-05",
        "Küçük ve Orta Ölçekli Sanayi Geliştirme ve Destekleme İdaresi Başkanlığı > "
        "Küçük ve Orta Ölçekli İşletmeleri Geliştirme ve Destekleme İdaresi Başkanlığı",
    ),
    *_rows(
        "2009-12-17",
        """
        Afet İşleri Genel Müdürlüğü > Afet ve Acil Durum Yönetimi Başkanlığı
        Sivil Savunma Genel Müdürlüğü > Afet ve Acil Durum Yönetimi Başkanlığı
        """,
        back=False,
    ),
    *_rows("2011-02-08", "İller Bankası Genel Müdürlüğü > İller Bankası Anonim Şirketi"),
    *_rows(
        "2011-03-03",
        "Öğrenci Seçme ve Yerleştirme Merkezi > Ölçme, Seçme ve Yerleştirme Merkezi Başkanlığı",
    ),
    *_rows(
        "2011-06-08",
        """
        Tarım ve Köyişleri Bakanlığı > Gıda, Tarım ve Hayvancılık Bakanlığı
        Sanayi ve Ticaret Bakanlığı > Bilim, Sanayi ve Teknoloji Bakanlığı
        Devlet Planlama Teşkilatı > Kalkınma Bakanlığı
        Dış Ticaret Müsteşarlığı > Ekonomi Bakanlığı
        Avrupa Birliği Genel Sekreterliği > Avrupa Birliği Bakanlığı
        Gençlik ve Spor Genel Müdürlüğü > Spor Genel Müdürlüğü
        Aile ve Sosyal Araştırmalar Genel Müdürlüğü > Aile ve Toplum Hizmetleri Genel Müdürlüğü
        Sosyal Yardımlaşma ve Dayanışma Genel Müdürlüğü > Sosyal Yardımlar Genel Müdürlüğü
        Özürlüler İdaresi Başkanlığı > Engelli ve Yaşlı Hizmetleri Genel Müdürlüğü
        """,
    ),
    *_rows(
        "2011-06-08",
        "Sosyal Hizmetler ve Çocuk Esirgeme Kurumu > Aile ve Sosyal Politikalar Bakanlığı",
    ),
    *_rows(
        "2011-06-08",
        "Bayındırlık ve İskan Bakanlığı > Çevre, Orman ve Şehircilik Bakanlığı",
        back=False,
    ),
    *_rows("2011-07-04", "Çevre, Orman ve Şehircilik Bakanlığı > Çevre ve Şehircilik Bakanlığı"),
    *_rows("2011-06-28", "İslam Konferansı Örgütü > İslam İşbirliği Teşkilatı"),
    *_rows("2011-11-01", "Ulaştırma Bakanlığı > Ulaştırma, Denizcilik ve Haberleşme Bakanlığı"),
    *_rows(
        "2011-11-02",
        """
        Türk İşbirliği ve Kalkınma İdaresi Başkanlığı > \
Türk İşbirliği ve Koordinasyon Ajansı Başkanlığı
        Devlet Meteoroloji İşleri Genel Müdürlüğü > Meteoroloji Genel Müdürlüğü
        İlaç ve Eczacılık Genel Müdürlüğü > Türkiye İlaç ve Tıbbi Cihaz Kurumu
        """,
    ),
    *_rows("2012-04-11", "Rize Üniversitesi > Recep Tayyip Erdoğan Üniversitesi"),
    *_rows("2004-01-22", "Mimar Sinan Üniversitesi > Mimar Sinan Güzel Sanatlar Üniversitesi"),
    *_rows("2008-06-19", "Ağrı Dağı Üniversitesi > Ağrı İbrahim Çeçen Üniversitesi"),
    *_rows("2012-04-11", "Gazikent Üniversitesi > Hasan Kalyoncu Üniversitesi"),
    *_rows("2012-05-16", "Muğla Üniversitesi > Muğla Sıtkı Koçman Üniversitesi"),
    *_rows("2013-10-30", "Nevşehir Üniversitesi > Nevşehir Hacı Bektaş Veli Üniversitesi"),
    *_rows(
        "2016-09-07",
        """
        Celal Bayar Üniversitesi > Manisa Celal Bayar Üniversitesi
        Niğde Üniversitesi > Ömer Halisdemir Üniversitesi
        Tunceli Üniversitesi > Munzur Üniversitesi
        Yıldırım Beyazıt Üniversitesi > Ankara Yıldırım Beyazıt Üniversitesi
        """,
    ),
    *_rows(
        "2017-07-01",
        """
        Acıbadem Üniversitesi > Acıbadem Mehmet Ali Aydınlar Üniversitesi
        İstanbul Kemerburgaz Üniversitesi > Altınbaş Üniversitesi
        Ömer Halisdemir Üniversitesi > Niğde Ömer Halisdemir Üniversitesi
        Uluslararası Antalya Üniversitesi > Antalya Bilim Üniversitesi
        Yüzüncü Yıl Üniversitesi > Van Yüzüncü Yıl Üniversitesi
        """,
    ),
    *_rows("2022-03-09", "İstanbul Ayvansaray Üniversitesi > İstanbul Topkapı Üniversitesi"),
    *_rows(
        "2023-02-02",
        """
        Alanya Hamdullah Emin Paşa Üniversitesi > Alanya Üniversitesi
        Antalya AKEV Üniversitesi > Antalya Belek Üniversitesi
        Beykent Üniversitesi > İstanbul Beykent Üniversitesi
        Nişantaşı Üniversitesi > İstanbul Nişantaşı Üniversitesi
        """,
    ),
    *_rows("2025-03-28", "Yatırım Ofisi > Yatırım ve Finans Ofisi", back=False),
    *_rows("2025-03-28", "Finans Ofisi > Yatırım ve Finans Ofisi", back=False),
    *_rows("2012-04-11", "Zonguldak Karaelmas Üniversitesi > Bülent Ecevit Üniversitesi"),
    *_rows("2013-04-03", "İstanbul Menkul Kıymetler Borsası > Borsa İstanbul"),
    *_rows(
        "2014-03-30",
        """
        Van Belediyesi > Van Büyükşehir Belediyesi
        Şanlıurfa Belediyesi > Şanlıurfa Büyükşehir Belediyesi
        Trabzon Belediyesi > Trabzon Büyükşehir Belediyesi
        İstanbul İl Özel İdaresi > İstanbul Yatırım İzleme ve Koordinasyon Başkanlığı
        Hatay İl Özel İdaresi > Hatay Yatırım İzleme ve Koordinasyon Başkanlığı
        """,
    ),
    *_rows("2014-11-04", "Gebze Yüksek Teknoloji Enstitüsü > Gebze Teknik Üniversitesi"),
    *_rows("2016-04-20", "Türkiye İnsan Hakları Kurumu > Türkiye İnsan Hakları ve Eşitlik Kurumu"),
    *_rows("2017-01-10", "Türk Patent Enstitüsü > Türk Patent ve Marka Kurumu"),
    *_rows(
        "2017-08-25",
        """
        Türkiye Halk Sağlığı Kurumu > Halk Sağlığı Genel Müdürlüğü
        Türkiye Kamu Hastaneleri Kurumu > Kamu Hastaneleri Genel Müdürlüğü
        """,
        back=False,
    ),
    *_rows(
        "2018-05-18",
        """
        Abant İzzet Baysal Üniversitesi > Bolu Abant İzzet Baysal Üniversitesi
        Adnan Menderes Üniversitesi > Aydın Adnan Menderes Üniversitesi
        Bozok Üniversitesi > Yozgat Bozok Üniversitesi
        Cumhuriyet Üniversitesi > Sivas Cumhuriyet Üniversitesi
        Mustafa Kemal Üniversitesi > Hatay Mustafa Kemal Üniversitesi
        Namık Kemal Üniversitesi > Tekirdağ Namık Kemal Üniversitesi
        Uludağ Üniversitesi > Bursa Uludağ Üniversitesi
        Erzincan Üniversitesi > Erzincan Binali Yıldırım Üniversitesi
        Gaziosmanpaşa Üniversitesi > Tokat Gaziosmanpaşa Üniversitesi
        """,
    ),
    *_rows(
        "2018-07-10",
        """
        Gıda, Tarım ve Hayvancılık Bakanlığı > Tarım ve Orman Bakanlığı
        Bilim, Sanayi ve Teknoloji Bakanlığı > Sanayi ve Teknoloji Bakanlığı
        Maliye Bakanlığı > Hazine ve Maliye Bakanlığı
        Ulaştırma, Denizcilik ve Haberleşme Bakanlığı > Ulaştırma ve Altyapı Bakanlığı
        Yüksek Öğrenim Kredi ve Yurtlar Kurumu > Kredi ve Yurtlar Genel Müdürlüğü
        """,
        back=False,
    ),
    *_rows(
        "2018-07-10",
        """
        Orman ve Su İşleri Bakanlığı > Tarım ve Orman Bakanlığı
        Gümrük ve Ticaret Bakanlığı > Ticaret Bakanlığı
        Ekonomi Bakanlığı > Ticaret Bakanlığı
        Hazine Müsteşarlığı > Hazine ve Maliye Bakanlığı
        Çalışma ve Sosyal Güvenlik Bakanlığı > Çalışma, Sosyal Hizmetler ve Aile Bakanlığı
        Aile ve Sosyal Politikalar Bakanlığı > Çalışma, Sosyal Hizmetler ve Aile Bakanlığı
        """,
        back=False,
    ),
    *_rows("2018-07-15", "Savunma Sanayii Müsteşarlığı > Savunma Sanayii Başkanlığı"),
    *_rows("2018-07-24", "Basın Yayın ve Enformasyon Genel Müdürlüğü > İletişim Başkanlığı"),
    *_rows(
        "2018-08-04",
        "Çalışma, Sosyal Hizmetler ve Aile Bakanlığı > Aile, Çalışma ve Sosyal Hizmetler Bakanlığı",
    ),
    *_rows("2018-09-13", "Dernekler Dairesi Başkanlığı > Sivil Toplumla İlişkiler Genel Müdürlüğü"),
    *_rows("2018-10-24", "Türkiye Kalkınma Bankası > Türkiye Kalkınma ve Yatırım Bankası"),
    *_rows(
        "2020-03-28",
        "Türkiye Atom Enerjisi Kurumu > Türkiye Enerji, Nükleer ve Maden Araştırma Kurumu",
    ),
    *_rows(
        "2021-04-21",
        "Aile, Çalışma ve Sosyal Hizmetler Bakanlığı > Aile ve Sosyal Hizmetler Bakanlığı",
    ),
    *_rows("2021-07-03", "Makine ve Kimya Endüstrisi Kurumu > Makine ve Kimya Endüstrisi A.Ş."),
    *_rows("2021-11-12", "Türk Dili Konuşan Ülkeler İşbirliği Konseyi > Türk Devletleri Teşkilatı"),
    *_rows("2022-01-19", "Avrupa Sığınma Destek Ofisi > Avrupa Birliği Sığınma Ajansı"),
    *_rows(
        "2021-10-29",
        """
        Göç İdaresi Genel Müdürlüğü > Göç İdaresi Başkanlığı
        Çevre ve Şehircilik Bakanlığı > Çevre, Şehircilik ve İklim Değişikliği Bakanlığı
        Bursa Çevre ve Şehircilik İl Müdürlüğü > \
Bursa Çevre, Şehircilik ve İklim Değişikliği İl Müdürlüğü
        """,
    ),
    *_rows(
        "2021-04-21",
        "Trabzon Aile, Çalışma ve Sosyal Hizmetler İl Müdürlüğü > "
        "Trabzon Aile ve Sosyal Hizmetler İl Müdürlüğü",
    ),
    *_rows(
        "2018-07-10",
        "Konya Gıda, Tarım ve Hayvancılık İl Müdürlüğü > Konya Tarım ve Orman İl Müdürlüğü",
    ),
]
