"""Which events a text reports, with their days and details: the blocks of `meeting_cases.txt`."""

import pytest

from tests.extraction.meeting_marks import Case, detail_of, meetings_of, read_cases, shown

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[c.id for c in CASES])
def test_events_and_days(case: Case) -> None:
    found, _ = meetings_of(case.marked, publisher=case.publisher)
    assert [shown(m) for m in found] == case.events


DETAILS = [(case, key) for case in CASES for key in case.details]


@pytest.mark.parametrize(("case", "key"), DETAILS, ids=[f"{c.id}-{k}" for c, k in DETAILS])
def test_details(case: Case, key: str) -> None:
    found, bodies = meetings_of(case.marked, publisher=case.publisher)
    assert detail_of(found, bodies, key) == case.details[key]


def test_every_span_lies_in_the_text() -> None:
    for case in CASES:
        found, _ = meetings_of(case.marked)
        assert all(0 <= m.span.start < m.span.end <= len(case.text) for m in found), case.id


def test_the_same_text_twice_gives_the_same() -> None:
    case = CASES[0]
    assert meetings_of(case.marked) == meetings_of(case.marked)


_HELD = "Panel [3 Mayıs 2019=2019-05-03] günü yapıldı. "
PARTICIPANTS: tuple[tuple[str, list[str]], ...] = (
    ("{Bolu Barosu} panele katılamadı.", []),
    ("{Bolu Barosu} panele katılmadı.", []),
    ("{Bolu Barosu} hava koşulları nedeniyle gelemedi.", []),
    ("Panele {Bolu Barosu} katıldı.", ["Bolu Barosu"]),
    ("Panele {Bolu Barosu} katıldı, {Ordu Barosu} katılamadı.", ["Bolu Barosu"]),
    ("Gelecek panel {Ordu Barosu} ile sonbaharda düzenlenecek.", []),
)


@pytest.mark.parametrize(("said", "expected"), PARTICIPANTS)
def test_who_takes_part(said: str, expected: list[str]) -> None:
    found, bodies = meetings_of(_HELD + said)
    assert [bodies[k].name for k in found[0].institutions] == expected
