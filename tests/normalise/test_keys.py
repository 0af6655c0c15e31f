"""Keys: spellings that meet, and what stays apart."""

import pytest

from tutanak.normalise.keys import ascii_words as typed
from tutanak.normalise.keys import bag, compact, key, words

SAME = [
    ("case", "İÇİŞLERİ BAKANLIĞI", "İçişleri Bakanlığı"),
    ("circumflex", "Hâkimler ve Savcılar Kurulu", "Hakimler ve Savcılar Kurulu"),
    ("state", "T.C. Sağlık Bakanlığı", "Sağlık Bakanlığı"),
    ("state spaced", "T. C. Sağlık Bakanlığı", "Sağlık Bakanlığı"),
    ("state in full", "Türkiye Cumhuriyeti Sağlık Bakanlığı", "Sağlık Bakanlığı"),
    (
        "comma",
        "Aile,Çalışma ve Sosyal Hizmetler Bakanlığı",
        "Aile, Çalışma ve Sosyal Hizmetler Bakanlığı",
    ),
    ("ampersand", "Sanayi & Teknoloji Bakanlığı", "Sanayi ve Teknoloji Bakanlığı"),
    ("gn md", "Göç İdaresi Gn. Md.", "Göç İdaresi Genel Müdürlüğü"),
    ("müd", "Pendik İlçe Milli Eğitim Müd.", "Pendik İlçe Milli Eğitim Müdürlüğü"),
    ("bşk", "Göç İdaresi Bşk.", "Göç İdaresi Başkanlığı"),
    ("üniv", "Hacettepe Üniv.", "Hacettepe Üniversitesi"),
    ("bld", "Pendik Bld.", "Pendik Belediyesi"),
    ("bşb", "İzmir BŞB", "İzmir Büyükşehir Belediyesi"),
    ("tso", "Edirne TSO", "Edirne Ticaret ve Sanayi Odası"),
    ("dotted acronym", "T.B.M.M.", "TBMM"),
    ("legal form", "Elektrik Üretim Anonim Şirketi", "Elektrik Üretim A.Ş."),
    ("legal form spaced", "Yeşilırmak Elektrik Dağıtım A. Ş.", "Yeşilırmak Elektrik Dağıtım"),
    ("limited", "Deneme Danışmanlık Ltd. Şti.", "Deneme Danışmanlık Limited Şirketi"),
    ("suffix", "UNHCR'nin", "UNHCR"),
    ("curly suffix", "UNICEF’ten", "UNICEF"),
    ("dot above", "İçi\u0307şleri Bakanlığı", "İçişleri Bakanlığı"),
    ("quotes", "“Maya” Vakfı", "Maya Vakfı"),
]
APART = [
    ("places", "İzmir Valiliği", "İzmit Valiliği"),
    ("numbers", "Karayolları 15. Bölge Müdürlüğü", "Karayolları 16. Bölge Müdürlüğü"),
    ("heads", "Göç İdaresi Genel Müdürlüğü", "Göç İdaresi Başkanlığı"),
    ("levels", "Ankara Belediyesi", "Ankara Büyükşehir Belediyesi"),
    ("a word that is no abbreviation", "San Marino Büyükelçiliği", "Sanayi Marino Büyükelçiliği"),
]


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goc Idaresi Baskanligi", "Göç İdaresi Başkanlığı"),
        ("Dış İşleri", "Dışişleri"),
        ("HAK-İŞ", "Hakiş"),
        ("IŞIK ÜNİVERSİTESİ", "Işık Universitesi"),
    ],
)
def test_compact(one: str, other: str) -> None:
    assert compact(words(one)) == compact(words(other))


def test_bag_knows_no_order() -> None:
    one, other = words("Sanayi ve Ticaret Odası"), words("Ticaret ve Sanayi Odası")
    assert bag(typed(one)) == bag(typed(other))


@pytest.mark.parametrize("name", ["", "...", "   "])
def test_nothing_left(name: str) -> None:
    assert words(name) == ()
