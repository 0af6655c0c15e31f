"""Turkish cardinals in every spelling, one expression a row; what is none; ordinals."""

import pytest

from tutanak.text.numerals import numbers, ordinal_of, value_of

# expression | values in order
ROWS = """
0 kişi | 0
7 katılımcı | 7
250 delege | 250
1250 kişi | 1250
1.250 kişi | 1250
12.500 TL | 12500
1.250.000 imza | 1250000
1 250 kişi | 1250
12 500 kişi | 12500
1,250 kişi | 1250
2.350'si kadın | 2350
%50 indirim | 50
yüzde 40'ı | 40
15kişi | 15
100’ü aşkın | 100
100'e yakın | 100
55’nin üzerinde | 55
45'ten fazla | 45
50den fazla | 50
20ye yakın | 20
30'ar kişilik gruplar |
3 bin kişi | 3000
3 bin 450 kişi | 3450
3bin kişi | 3000
12 bin 500 kişi | 12500
677 bin 242 üye | 677242
bin 482 avukat | 1482
2 milyon kişi | 2000000
1,5 milyon lira | 1500000
4,2 milyon dolar | 4200000
3,75 milyar euro | 3750000000
3 milyon 114 bin 250 lira | 3114250
5 milyar 300 milyon | 5300000000
2 bin yüz kişi | 2100
5 yüz kişi | 500
1,250 milyon | 1250000
bir kişi | 1
bir adet plaket | 1
iki kurum | 2
üç il | 3
dört gün | 4
beş kişi | 5
altı il | 6
yedi kişi | 7
sekiz saat | 8
dokuz oda | 9
on kişi | 10
on bir kişi | 11
on iki ay | 12
yirmi kişi | 20
yirmi üç il | 23
otuz beş kurum | 35
kırk kişi | 40
elli iki kişi | 52
altmış altı muhtar | 66
yetmiş yedi | 77
seksen bir il | 81
doksan dokuz | 99
yüz kişi | 100
yüz bir kişi | 101
yüz elli kişi | 150
iki yüz kişi | 200
iki yüz kırk beş kişi | 245
dokuz yüz doksan dokuz | 999
bin kişi | 1000
bin yüz kırk kişi | 1140
iki bin üç yüz kişi | 2300
iki bin yirmi üç | 2023
on bin kişi | 10000
on iki bin beş yüz otuz dört | 12534
yüz bin kişi | 100000
yüz elli bin kişi | 150000
bir milyon kişi | 1000000
bir milyon iki yüz bin | 1200000
iki milyon üç yüz elli bin yedi | 2350007
üç buçuk milyon lira | 3500000
bir buçuk milyar | 1500000000
sıfır atık değil, sıfır hata | 0,0
onbir kişi | 11
onbeş kişi | 15
yirmibeş kişi | 25
yüzelli kişi | 150
beşyüz kişi | 500
beşyüzelli kişi | 550
ikibin kişi | 2000
ikibinüçyüz kişi | 2300
onbin kişi | 10000
onikibin beşyüz | 12500
binikiyüz kişi | 1200
yüzbin kişi | 100000
binbir gece | 1001
İKİ YÜZ KIRK KİŞİ | 240
YİRMİ KİŞİ | 20
KIRK KİŞİ | 40
Altmış Kişi | 60
ON BEŞ TEMSİLCİ | 15
BİN 250 KİŞİ | 1250
ONBİNLER DEĞİL, YİRMİBEŞ KİŞİ | 25
yirmiyi aşkın | 20
yedi yüzü aşkın kişi | 700
yüzü aşkın kişi | 100
binin üzerinde kişi | 1000
onbinden fazla kişi | 10000
ondan fazla kurum | 10
ona yakın dernek | 10
iki bine yakın kişi | 2000
yüz elliden çok | 150
üçü kadın | 3
ikisi erkek | 2
dördü öğretmen | 4
beşinin katıldığı | 5
altısı | 6
yüz yirmisi kadın | 120
üç beş kişi | 3,5
beş altı kişi | 5,6
30-40 kişi | 30,40
30 – 40 kişi | 30,40
18 ile 25 yaş | 18,25
44 köy ve 8 mahalle | 44,8
12'si kadın 30 kişi | 12,30
2022-2023 yılları | 2022,2023
10 Mart 2021 | 10,2021
6331 sayılı Kanun | 6331
yüz'ü | 100
beş'i | 5
elli\u00a0kişi | 50
üç
yüz kişi | 300
katılan sayısı 30. | 30
yediden yetmişe | 7,70
üç ilin beşinde | 3,5
"""

NONE = """
bir toplantı
bir araya geldi
birbiri
biri geldi
birinci gün
üçüncü oturum
3'üncü toplantı
12'nci dönem
3. toplantı
48. Olağan Genel Kurul
yüz yüze eğitim
yüzde kaçı
binde kaçı
onu gördü
ondan sonra geldi
ona söyledi
onun evi
onlarca kişi
yüzlerce öğrenci
binlerce insan
milyonlarca
ikişer kişi
üçlü masa
ikili görüşme
üçte biri
masa altında
masa altı
çatısı altına
yemek yedi.
3,5 puan
iki buçuk saat
28.10.2021
10.00
14:30
1/4
0312
TR82
3RP
5G
yüzyıl
onur
binici
kırkıncı
elleri
""".strip().splitlines()


def _rows() -> list[tuple[str, list[int]]]:
    rows: list[tuple[str, list[int]]] = []
    pending = ""
    for line in ROWS.strip().splitlines():
        text, bar, values = f"{pending}{line}".rpartition("|")
        if not bar:  # a numeral that goes on behind a line break
            pending = f"{line}\n"
            continue
        rows.append((text.strip(), [int(v) for v in values.split(",") if v.strip()]))
        pending = ""
    return rows


@pytest.mark.parametrize(("text", "values"), _rows(), ids=lambda value: str(value)[:30])
def test_numbers(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers(text)] == values


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("iki bine yakın kişi", "iki bin"),
        ("100'e yakın", "100"),
        ("binin üzerinde", "bin"),
        ("Toplam 3 bin 450 kişi", "3 bin 450"),
        ("İKİ YÜZÜ AŞKIN", "İKİ YÜZ"),
        ("50den fazla", "50"),
    ],
)
def test_the_text_of_a_number_is_without_its_suffix(text: str, surface: str) -> None:
    (number,) = numbers(text)
    assert number.text == surface
    assert text[number.span.start : number.span.end] == surface


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yüz elli", 150),
        ("YÜZ ELLİ", 150),
        (" 5 bin ", 5000),
        ("1.000", 1000),
        ("bir", 1),
        ("on", 10),
        ("ondan", 10),
        ("yedi", 7),
        ("altı", 6),
        ("dördü", 4),
        ("onbine", 10000),
        ("sıfır", 0),
        ("elli kişi", None),
        ("yüz yüze", None),
        ("üç beş", None),
        ("üçüncü", None),
        ("toplantı", None),
        ("", None),
    ],
)
def test_value_of(words: str, value: int | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("II.", 2),
        ("III", 3),
        ("XIV.", 14),
        ("IX.", 9),
        ("XL.", 40),
        ("I.", 1),
        ("V.", 5),
        ("3'üncü", 3),
        ("3’ncü", 3),
        ("12'nci", 12),
        ("13ncü", 13),
        ("10'uncusu", 10),
        ("3.", 3),
        ("48.", 48),
        ("birinci", 1),
        ("ikincisi", 2),
        ("üçüncü", 3),
        ("DÖRDÜNCÜ", 4),
        ("dördüncüsünün", 4),
        ("altıncı", 6),
        ("yedinci", 7),
        ("onuncu", 10),
        ("on dördüncü", 14),
        ("yirmi birinci", 21),
        ("kırkıncı", 40),
        ("yüzüncü", 100),
        ("iki yüz ellinci", 250),
        ("ilk", 1),
        ("ilki", 1),
        ("V", None),
        ("MİLLİ", None),
        ("elli", None),
        ("3", None),
        ("0.", None),
        ("sonuncu", None),
        ("dördün", None),
        ("", None),
    ],
)
def test_ordinal_of(text: str, rank: int | None) -> None:
    assert ordinal_of(text) == rank
