"""Institutions in sentences: the marked names are found, and nothing else.

The tables are `cases/institutions-*.txt`, one sentence a line, by phenomenon, read by
`tests/marked.py`, and `cases/bodies.txt`: `text | Name (alias, alias); Name`. Expected values come
from the annotation guide.
"""

import pytest

from tests.extraction.people_rows import unlinked
from tests.marked import CASES, Mark, Row, parse, read_rows
from tutanak.extraction.institutions import find_institutions
from tutanak.normalise.merge import group_institutions

TABLES = sorted(path.stem for path in CASES.glob("institutions-*.txt"))
ROWS = [row for table in TABLES for row in read_rows(table)]
BODIES = read_rows("bodies")


def wrong_institutions(row: Row) -> str:
    """What differs from the marks of a row, "" where nothing does."""
    text, marks = parse(row.sentence)
    found = {
        (m.span.start, m.span.end, m.name) for m in find_institutions(text, publisher=row.publisher)
    }
    needed = {(m.start, m.end, m.name) for m in marks if not m.optional}
    allowed = needed | {(m.start, m.end, m.name) for m in marks}
    missed = [f"missed {name!r} at {a}" for a, _, name in sorted(needed - found)]
    extra = [f"found {name!r} in {text[a:b]!r}" for a, b, name in sorted(found - allowed)]
    return "; ".join([*missed, *extra])


def wrong_bodies(row: Row) -> str:
    """How the bodies of a text differ from those expected, "" where they do not."""
    found = [
        group.name + (f" ({', '.join(group.aliases)})" if group.aliases else "")
        for group in group_institutions(
            find_institutions(row.sentence, publisher=row.publisher), unlinked
        )
    ]
    expected = (row.expected or "").split("~")
    return "" if "; ".join(found) in expected else "found " + "; ".join(found)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_names_in_a_sentence(row: Row) -> None:
    assert wrong_institutions(row) == "", row.phenomenon


@pytest.mark.parametrize("row", BODIES, ids=[row.id for row in BODIES])
def test_bodies_of_a_text(row: Row) -> None:
    assert wrong_bodies(row) == "", row.phenomenon


@pytest.mark.parametrize(
    ("marked", "marks"),
    [
        ("[Bolu Barosu]'nun", [Mark(0, 11, "Bolu Barosu", False)]),
        ("Dün [?Bolu Barosu]", [Mark(4, 15, "Bolu Barosu", True)]),
        ("[Bolu = Bolu Barosu] ve", [Mark(0, 4, "Bolu Barosu", False)]),
        ("yok", []),
    ],
)
def test_marks_are_read(marked: str, marks: list[Mark]) -> None:
    assert list(parse(marked)[1]) == marks


@pytest.mark.parametrize("marked", ["[Bolu", "Bolu]", "[[Bolu]]", "[]", "[ Bolu]", "[Bolu = ]"])
def test_wrong_marks_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="a mark is"):
        parse(marked)
