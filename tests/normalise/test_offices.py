"""An office of a body is an alias of it (annotation guide), and the link says so."""

import pytest

import tutanak
from tutanak.normalise.registry import Registry

OFFICES = [
    ("UNHCR Van Saha Ofisi", "int.unhcr", "van saha ofisi"),
    ("UNHCR Türkiye Ofisi", "int.unhcr", "türkiye ofisi"),
    ("UNICEF Türkiye Temsilciliği", "int.unicef", "türkiye temsilciliği"),
    ("ICMPD Ankara Ofisi", "int.icmpd", "ankara ofisi"),
    ("Akdeniz Üniversitesi Rektörlüğü", "tr.universite.akdeniz", "rektörlüğü"),
]
NONE = ["UNHCR", "Akdeniz Üniversitesi", "İçişleri Bakanlığı", "Kartal Belediyesi"]


@pytest.mark.parametrize(("name", "id", "office"), OFFICES)
def test_an_office_links_to_its_body_and_says_so(name: str, id: str, office: str) -> None:
    link = Registry.load().link(name)
    assert (link.id, link.method, link.office) == (id, "alias", office)
    assert link.score < 0.96, "below that of the body's own names"


@pytest.mark.parametrize("name", NONE)
def test_a_body_is_no_office(name: str) -> None:
    link = Registry.load().link(name)
    assert link.id is not None
    assert link.office is None


def test_the_record_says_so_too() -> None:
    record = tutanak.extract("Panele UNHCR Van Saha Ofisi ev sahipliği yaptı.")
    (body,) = record.institutions
    assert (body.name, body.id) == ("UNHCR Van Saha Ofisi", "int.unhcr")
    assert body.match.office == "van saha ofisi"
