"""Numbers that count no participants: one sentence a row, and why a number in it is refused."""

import pytest

from tutanak.extraction.counts import explain_counts, find_counts

ROWS = """
# ---- populations and members
Türkiye'de 3,6 milyon Suriyeli yaşıyor. | a population or a membership
İlçemizde 12 bin öğrenci öğrenim görüyor. | a population or a membership
Odaya kayıtlı 1.482 avukat bulunuyor. | a population or a membership
Sendikanın 30 bin üyesi bulunuyor. | a population or a membership
İlde 350 bin Suriyeli barınıyor. | a population or a membership
Baroya bağlı 900 avukat görev yapıyor. | people employed or appointed
90 bin hekim, ebe ve hemşire üyeyi temsil eden delegeler toplandı. | people represented, not present
# ---- beneficiaries
Kampanyada 500 aileye yardım ulaştırıldı. | people helped or supported
Belediye 1.200 öğrenciye burs veriyor. | people helped or supported
Projeyle 2 bin kişiye istihdam sağlanacak. | people employed or appointed
Merkezde bugüne kadar 7 bin 400 kadına ulaşıldı. | people helped or supported
Mobil ekipler 640 haneye gıda kolisi dağıttı. | nothing says that they took part
Programdan 3 bin çiftçi yararlandı. | people helped or supported
Bugüne kadar 5 bin kişi eğitim aldı. | background: no single meeting is meant
Son üç yılda düzenlenen kurslara 1.100 kadın katıldı. | background: no single meeting is meant
Her yıl 300 öğrenci bu kampa katılıyor. | background: no single meeting is meant
# ---- targets and capacities
Proje 5 bin gence ulaşmayı hedefliyor. | people helped or supported
Toplantı 200 kişilik salonda yapıldı. | a capacity
Eğitim 25 kişilik sınıflarda verilecek. | a capacity
Yeni dönemde 300 öğrenciye eğitim verilmesi hedefleniyor. | a target or a capacity
Projeyle 600 kadına dikiş kursu verilecek. | a target or a capacity
Müdür, kurslarda 1.143 kursiyerin belge aldığını söyledi. | background: no single meeting is meant
# ---- places
Sivil Toplum Günleri 20 pilot ilde yapılacak. | a place, not a party
Göç kurulları 81 ilde kuruldu. | a place, not a party
İki kurum arasında iş birliği protokolü imzalandı. | parties of a relation between them
# ---- casualties, suspects, employees
Kazada 12 kişi yaralandı. | casualties or suspects
Operasyonda 34 şüpheliden 9 kişi gözaltına alındı. | no noun that counts participants
Depremde 45 kişi hayatını kaybetti. | casualties or suspects
Fabrikada 250 işçi çalışıyor. | people employed or appointed
İlçeye 14 öğretmen atandı. | people employed or appointed
Şube 3 personel ile hizmet veriyor. | people helped or supported
# ---- chosen or founded
Yönetim kuruluna 7 üye seçildi. | chosen or founded
Seçimde üç aday yarıştı. | chosen or founded
# ---- other events
Araştırmaya 391 öğrenci katıldı. | they took part in something that is no meeting
İhaleye 9 firma katıldı. | they took part in something that is no meeting
4 bin kişinin katıldığı ankette memnuniyet ölçüldü. | they took part in something that is no meeting
Uzman, 640 kadınla yaptıkları anketi toplantıda paylaştı. | nothing says that they took part
Turnuvaya 12 okul katıldı. | they took part in something that is no meeting
19 bin seyircinin izlediği maç berabere bitti. | they took part in something that is no meeting
5 asıl üyeden oluşan komisyon kararı açıkladı. | members of a standing body
Sergide yirmi beş ülkeden 85 film yer aldı. | nothing says that they took part
Ankete katılan 20 ekonomistin tamamı artış bekliyor. | nothing says that they took part
Dokuz üyeli kurul toplantıya katıldı. | no noun that counts participants
Listede 32 milletvekili yer aldı. | nothing says that they took part
Oylamaya 17 milletvekili katılmadı. | nothing says that they took part
Üç çocuk annesi Ayşe Demir eğitime katıldı. | somebody's children
Toplantıda iki ülke ilişkileri değerlendirildi. | parties of a relation between them
5 kişiyle ilgili belgelerin yer aldığı dosya toplantıda açıldı. | parties of a relation between them
Kazada ölen 35 kişinin yakınları toplantıya geldi. | nothing says that they took part
80 öğrenci eğitim almak için yurt dışına gitti. | nothing says that they took part
Her 10 kadından yalnızca 3’ü istihdama katılıyor. | a share
# ---- other numbers
Toplantı 3 saat sürdü. | a length of time
Çalıştay 2 gün sürecek. | a length of time
İki günlük eğitim tamamlandı. | a length of time
Sempozyumda 100 bildiri sunuldu. | a number of things
Toplantıda 3 oturum yapıldı. | a number of things
Proje için 250 bin lira ayrıldı. | a sum of money
Bütçe 4,2 milyon dolardır. | a sum of money
6331 sayılı Kanun görüşüldü. | a number of a law, decision or document
Toplantıda 14 karar alındı. | a number of a law, decision or document
Katılımcıların yüzde 40 kadarı kadındı. | a share
Katılım %65 oldu, toplantıya öğretmenler katıldı. | a share
12 Mart günü toplantı yapıldı. | a date or a year
2019 yılında toplantılar düzenlendi. | a date or a year
Toplantıya 2023 katılımcıları davet edildi. | a date or a year
Bölgede 412 kilogram atık toplandı. | a measure
35 yaşındaki girişimci toplantıya katıldı. | an age
Yolun 38 kilometrelik kesimi tamamlandı. | a measure
Serbest bölgede 48 proje desteklendi. | a number of things
# ---- quotations and accounts of other things
Vali, “Bu yıl düzenlenen kursa 400 kadın katıldı” dedi. | inside a quotation
Başkan, dünyada 152 milyon çocuğun çalıştığını belirtti. | people employed or appointed
Müdür, kursa geçen yıl 80 kişinin katıldığını söyledi. | background: no single meeting is meant
"""

SILENT = """
Toplantıya onlarca muhtar katıldı.
Etkinliğe yüzlerce kişi akın etti ve katıldı.
Toplantıya çok sayıda temsilci katıldı.
Toplantıya bir muhtar temsilcisi katıldı.
Eğitim yüz yüze yapıldı ve öğretmenler katıldı.
Masa altı tartışmalar katılımcıları yordu.
3. toplantıya muhtarlar katıldı.
Üçüncü toplantıya muhtarlar katıldı.
Toplantıya 15 Temmuz Gazileri Derneği üyeleri katıldı.
Toplantıya 19 Mayıs Üniversitesi öğrencileri katıldı.
4 Eylül Kültür Merkezi'ndeki panele akademisyenler katıldı.
Toplantıya katılanlar COVID-19 testi yaptırdı.
Saat 14.00'te başlayan toplantıya muhtarlar katıldı.
Toplantı, 0312 444 12 34 numaralı telefondan duyuruldu ve üyeler katıldı.
""".strip().splitlines()


def _rows() -> list[tuple[str, str]]:
    lines = [line for line in ROWS.strip().splitlines() if not line.startswith("#")]
    return [(text.strip(), reason.strip()) for text, reason in (row.split("|") for row in lines)]


@pytest.mark.parametrize(("text", "reason"), _rows(), ids=lambda value: value[:40])
def test_refused_with_reason(text: str, reason: str) -> None:
    assert [count.text for count in find_counts(text)] == []
    assert reason in [refused.reason for refused in explain_counts(text)]


@pytest.mark.parametrize("text", SILENT, ids=lambda value: value[:40])
def test_silent(text: str) -> None:
    assert [count.text for count in find_counts(text)] == []
