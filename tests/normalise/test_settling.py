"""A body that a document's names leave open: its issuer settles it, then places of meetings."""

import pytest

from tutanak.normalise.assemble import Normaliser
from tutanak.records import (
    Document,
    Extraction,
    InstitutionMention,
    MeetingMention,
    Span,
    Why,
)

WHY = Why("test")
UNIT = "İl Milli Eğitim Müdürlüğü"


def meeting(place: str | None) -> MeetingMention:
    return MeetingMention(
        Span(0, 1), "toplantı", None, None, None, None, place, None, "held", (), (), (), (), WHY
    )


CASES = {
    "nothing known": ((), None, (), None),
    "issuer": ((), "Hatay Valiliği", (), "tr.il.hatay.il-milli-egitim"),
    "place": ((), None, ("Hatay",), "tr.il.hatay.il-milli-egitim"),
    "two places": ((), None, ("Hatay", "Adana"), None),
    "issuer before place": ((), "Hatay Valiliği", ("Adana",), "tr.il.hatay.il-milli-egitim"),
    "names before both": (
        ("Bursa Valiliği",),
        "Hatay Valiliği",
        ("Adana",),
        "tr.il.bursa.il-milli-egitim",
    ),
    "a hall": ((), None, ("Toplantı Salonu",), None),
}


@pytest.mark.parametrize(("names", "publisher", "places", "id"), CASES.values(), ids=CASES)
def test_settled(
    names: tuple[str, ...], publisher: str | None, places: tuple[str, ...], id: str | None
) -> None:
    mentions = [
        InstitutionMention(Span(i, i + 1), name, "full", WHY)
        for i, name in enumerate((UNIT, *names))
    ]
    document = Document("a", "x" * 9, publisher=publisher)
    record = Normaliser()(
        Extraction(
            document, institutions=tuple(mentions), meetings=tuple(meeting(p) for p in places)
        )
    )
    assert record.institutions[0].id == id
