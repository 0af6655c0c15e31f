"""People and their titles: who is found in a sentence, and in which nobody is.

The tables are `cases/people-*.txt`: `sentence | Name: title / role / institution; Name: ...`, with
other roles as a fourth cell, `-` for nothing, `*` for what the guide leaves open, `~` between
readings that are both right, and `?` before a person who may be found or not.
`cases/mentions.txt` marks each mention of a person.
"""

import pytest

from tests.extraction.people_rows import NAMES, Person, differences, parse_people, read_people
from tests.marked import Row, parse, read_rows
from tutanak.extraction.affiliation import find_people
from tutanak.extraction.institutions import find_institutions
from tutanak.normalise.merge import group_people
from tutanak.text.fold import lower

ROWS = read_people()
IDS = [row.id for row, _ in ROWS]
MENTIONS = read_rows("mentions")


def wrong_mentions(row: Row) -> str:
    """How the places of people differ from the marks, "" where they do not."""
    text, marks = parse(row.sentence)
    bodies = find_institutions(text, publisher=row.publisher)
    mentions, _ = find_people(text, institutions=bodies, publisher=row.publisher)
    found = {
        (*mentions[i].span, mentions[group.best].name)
        for group in group_people(mentions)
        for i in group.mentions
    }
    wanted = {(mark.start, mark.end, mark.name) for mark in marks}
    missed = [f"missed {text[a:b]!r} at {a}" for a, b, _ in sorted(wanted - found)]
    extra = [f"found {name!r} in {text[a:b]!r}" for a, b, name in sorted(found - wanted)]
    return "; ".join([*missed, *extra])


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=IDS)
def test_names_and_titles(row: Row, expected: list[Person]) -> None:
    assert differences(row, expected, NAMES) == "", row.phenomenon


@pytest.mark.parametrize("row", MENTIONS, ids=[row.id for row in MENTIONS])
def test_every_mention_of_a_person(row: Row) -> None:
    assert wrong_mentions(row) == "", row.phenomenon


def test_spans_hold_the_names_without_suffixes() -> None:
    wrong = []
    for row, _ in ROWS:
        bodies = find_institutions(row.sentence, publisher=row.publisher)
        for person in find_people(row.sentence, institutions=bodies, publisher=row.publisher)[0]:
            seen = " ".join(row.sentence[slice(*person.span)].split())
            if not person.surname_only and lower(seen) != lower(person.name):
                wrong.append((row.id, seen, person.name))
    assert wrong == []


@pytest.mark.parametrize("cell", ["Ali Er", "Ali Er: -", "Ali Er: - / Vali", "Ali Er: -//-"])
def test_rows_with_missing_cells_are_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="not `Name"):
        parse_people(cell)
