"""Case endings of bare nouns and of compounds, and what may stand after an apostrophe."""

import pytest

from tutanak.text.suffixes import (
    declensions,
    is_suffix,
    last_vowel,
    plural,
    possessed,
    possessed_plural,
)

# noun | genitive | dative | accusative | locative | ablative | instrumental
BARE = """
bakan | bakanın | bakana | bakanı | bakanda | bakandan | bakanla
vali | valinin | valiye | valiyi | valide | validen | valiyle
rektör | rektörün | rektöre | rektörü | rektörde | rektörden | rektörle
müdür | müdürün | müdüre | müdürü | müdürde | müdürden | müdürle
uzman | uzmanın | uzmana | uzmanı | uzmanda | uzmandan | uzmanla
oda | odanın | odaya | odayı | odada | odadan | odayla
dekan | dekanın | dekana | dekanı | dekanda | dekandan | dekanla
ofis | ofisin | ofise | ofisi | ofiste | ofisten | ofisle
okul | okulun | okula | okulu | okulda | okuldan | okulla
örgüt | örgütün | örgüte | örgütü | örgütte | örgütten | örgütle
baro | baronun | baroya | baroyu | baroda | barodan | baroyla
"""
# noun with the compound marker | the same cases
MARKED = """
bakanlığı | bakanlığının | bakanlığına | bakanlığını | bakanlığında | bakanlığından | bakanlığıyla
belediyesi | belediyesinin | belediyesine | belediyesini | belediyesinde | belediyesinden | \
belediyesiyle
müdürlüğü | müdürlüğünün | müdürlüğüne | müdürlüğünü | müdürlüğünde | müdürlüğünden | müdürlüğüyle
odası | odasının | odasına | odasını | odasında | odasından | odasıyla
vakfı | vakfının | vakfına | vakfını | vakfında | vakfından | vakfıyla
kurulu | kurulunun | kuruluna | kurulunu | kurulunda | kurulundan | kuruluyla
belediyeleri | belediyelerinin | belediyelerine | belediyelerini | belediyelerinde | \
belediyelerinden | belediyeleriyle
örgütü | örgütünün | örgütüne | örgütünü | örgütünde | örgütünden | örgütüyle
"""
CASES = ("gen", "dat", "acc", "loc", "abl", "ins")


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


DECLINED = [(row, False) for row in _rows(BARE)]
DECLINED += [(row, True) for row in _rows(MARKED)]


@pytest.mark.parametrize(("row", "marked"), DECLINED, ids=[row[0] for row, _ in DECLINED])
def test_declensions(row: list[str], marked: bool) -> None:
    forms = declensions(row[0], possessed=marked)
    assert set(zip(row[1:], CASES, strict=True)) <= set(forms)
    assert (row[0], "nom") in forms


@pytest.mark.parametrize(("row", "marked"), DECLINED, ids=[row[0] for row, _ in DECLINED])
def test_every_form_begins_with_the_nominative_and_longer_ones_come_first(
    row: list[str], marked: bool
) -> None:
    forms = [form for form, _ in declensions(row[0], possessed=marked)]
    assert all(form.startswith(row[0]) for form in forms)
    assert [len(form) for form in forms] == sorted(map(len, forms), reverse=True)


# bare | with the compound marker | plural | plural with the marker
COMPOUNDS = _rows("""
bakanlık | bakanlığı | bakanlıklar | bakanlıkları
valilik | valiliği | valilikler | valilikleri
belediye | belediyesi | belediyeler | belediyeleri
müdürlük | müdürlüğü | müdürlükler | müdürlükleri
oda | odası | odalar | odaları
vakıf | vakfı | vakıflar | vakıfları
dernek | derneği | dernekler | dernekleri
üniversite | üniversitesi | üniversiteler | üniversiteleri
kurul | kurulu | kurullar | kurulları
meclis | meclisi | meclisler | meclisleri
ajans | ajansı | ajanslar | ajansları
baro | barosu | barolar | baroları
başkan | başkanı | başkanlar | başkanları
müdür | müdürü | müdürler | müdürleri
örgüt | örgütü | örgütler | örgütleri
birlik | birliği | birlikler | birlikleri
ofis | ofisi | ofisler | ofisleri
enstitü | enstitüsü | enstitüler | enstitüleri
kooperatif | kooperatifi | kooperatifler | kooperatifleri
banka | bankası | bankalar | bankaları
parti | partisi | partiler | partileri
şirket | şirketi | şirketler | şirketleri
okul | okulu | okullar | okulları
heyet | heyeti | heyetler | heyetleri
hizmet | hizmeti | hizmetler | hizmetleri
temsilci | temsilcisi | temsilciler | temsilcileri
büyükelçilik | büyükelçiliği | büyükelçilikler | büyükelçilikleri
kulüp | kulübü | kulüpler | kulüpleri
sekreter | sekreteri | sekreterler | sekreterleri
avukat | avukatı | avukatlar | avukatları
konsey | konseyi | konseyler | konseyleri
komutan | komutanı | komutanlar | komutanları
""")


@pytest.mark.parametrize("row", COMPOUNDS, ids=[row[0] for row in COMPOUNDS])
def test_compounds_and_plurals(row: list[str]) -> None:
    noun = row[0]
    assert [noun, possessed(noun), plural(noun), possessed_plural(noun)] == row


SUFFIXES = """
nin nın nun nün in ın un ün e a ye ya ne na i ı yi yı ni nı de da te ta nde nda den dan ten
tan nden ndan le la yle yla ce ca nce nca deki daki ndeki ndaki ninki ler lar lerin lara lerden
dir dır tır ydi ydı li lı lik siz ncı nci lerle NİN DAN NDE
"""


@pytest.mark.parametrize("letters", SUFFIXES.split())
def test_suffixes(letters: str) -> None:
    assert is_suffix(letters)


@pytest.mark.parametrize(
    "letters",
    ["", "Brien", "an-ı", "hcr", "ankara", "belediyesi", "xyz", "kur", "tt", "lerlerlerlerler"],
)
def test_no_suffixes(letters: str) -> None:
    assert not is_suffix(letters)


@pytest.mark.parametrize(
    ("word", "vowel"),
    [("bakanlık", "ı"), ("göç", "ö"), ("unhcr", "u"), ("tbmm", "e"), ("hakkâri", "i"), ("şâ", "â")],
)
def test_last_vowel(word: str, vowel: str) -> None:
    assert last_vowel(word) == vowel
