"""What names mean: spellings that link, near misses that must not, context that decides."""

import pytest

from tests.normalise.link_rows import NEAR_MISSES, WRITTEN
from tutanak.errors import OptionError
from tutanak.normalise import link as public_link
from tutanak.normalise.registry import Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(("name", "identity", "method"), WRITTEN.values(), ids=WRITTEN)
def test_links(registry: Registry, name: str, identity: str, method: str) -> None:
    link = registry.link(name)
    assert (link.id, link.method) == (identity, method)
    assert 0 < link.score <= 1


@pytest.mark.parametrize("name", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_abstains(registry: Registry, name: str) -> None:
    link = registry.link(name)
    assert (link.id, link.canonical_name) == (None, None)
    assert link.method in {"none", "ambiguous"}


@pytest.mark.parametrize(
    ("name", "context", "identity"),
    [
        ("TBB", ("Ankara Barosu", "TBB"), "tr.meslek.barolar-birligi"),
        ("TBB", ("Pendik Belediyesi", "Kartal Belediyesi"), "tr.stk.tbb-belediye"),
        ("TBB", ("Ziraat Bankası",), "tr.meslek.bankalar-birligi"),
        ("TBB", ("Türkiye Barolar Birliği", "Pendik Belediyesi"), "tr.meslek.barolar-birligi"),
        ("TBB", ("TBB",), None),
        (
            "GİB",
            ("İçişleri Bakanlığı", "İl Göç İdaresi Müdürlüğü"),
            "tr.kurum.goc-idaresi-baskanligi",
        ),
        ("Ereğli Belediyesi", ("Konya Valiliği",), "tr.ilce.konya.eregli.belediye"),
        ("Ereğli Belediyesi", ("Zonguldak",), "tr.ilce.zonguldak.eregli.belediye"),
        ("Ereğli Belediyesi", ("Konya Valiliği", "Zonguldak Valiliği"), None),
        ("Ereğli Belediyesi (Konya)", (), "tr.ilce.konya.eregli.belediye"),
        ("İl Milli Eğitim Müdürlüğü", ("Hatay Valiliği",), "tr.il.hatay.il-milli-egitim"),
        ("İl Milli Eğitim Müdürlüğü", ("Hatay Valiliği", "Adana Valiliği"), None),
        ("İl Milli Eğitim Müdürlüğü", (), None),
        ("Valilik", ("Pendik Kaymakamlığı",), "tr.il.istanbul.valilik"),
        (
            "İlçe Emniyet Müdürlüğü",
            ("Gümüşhacıköy Belediyesi",),
            "tr.ilce.amasya.gumushacikoy.ilce-emniyet",
        ),
        ("İlçe Emniyet Müdürlüğü", ("Amasya Valiliği",), None),
        (
            "Strateji Geliştirme Başkanlığı",
            ("Sağlık Bakanlığı",),
            "tr.birim.saglik.strateji-gelistirme-baskanligi",
        ),
        ("Strateji Geliştirme Başkanlığı", (), None),
    ],
)
def test_context(
    registry: Registry, name: str, context: tuple[str, ...], identity: str | None
) -> None:
    assert registry.link(name, context=context).id == identity


def test_an_open_acronym_shows_all_it_may_be(registry: Registry) -> None:
    link = registry.link("TBB")
    assert link.method == "ambiguous"
    assert {c.id for c in link.alternatives} == {
        "tr.meslek.barolar-birligi",
        "tr.meslek.bankalar-birligi",
        "tr.stk.tbb-belediye",
    }


def test_a_district_before_a_town_of_its_name_with_less_certainty(registry: Registry) -> None:
    link = registry.link("Aksu Belediyesi", context=("Antalya Valiliği",))
    assert link.id == "tr.ilce.antalya.aksu.belediye"
    assert link.score < 1


def test_a_unit_that_is_not_listed_has_a_parent(registry: Registry) -> None:
    link = registry.link("Hacettepe Üniversitesi Sosyal Hizmet Bölümü")
    assert (link.id, link.parent) == (None, "tr.universite.hacettepe")


def test_public_link() -> None:
    assert public_link("Göç İdaresi Gn. Md.", on="2019-05-01").canonical_name == (
        "Göç İdaresi Genel Müdürlüğü"
    )


def test_public_link_refuses_what_is_no_day() -> None:
    with pytest.raises(OptionError, match="'May' is not YYYY-MM-DD"):
        public_link("AFAD", on="May")


def test_every_body_links_to_itself_or_says_why_not(registry: Registry) -> None:
    wrong: list[tuple[str, str, str]] = []
    for body in registry.bodies():
        link = registry.link(body.name, on=body.valid_to)
        if link.id is None:
            if body.id not in {c.id for c in link.alternatives} and len(link.alternatives) < 8:
                wrong.append((body.id, body.name, link.method))
        elif link.id != body.id and body.id not in {c.id for c in link.alternatives}:
            wrong.append((body.id, body.name, link.id))
    assert wrong == []
