"""Institutions in sentences: the marked names are found, and nothing else.

The tables are `cases/institutions-*.txt`, one sentence a line, by phenomenon. Expected values come
from the annotation guide.
"""

import pytest

from tests.marked import CASES, Row, parse, read_rows
from tutanak.extraction.institutions import find_institutions

TABLES = sorted(path.stem for path in CASES.glob("institutions-*.txt"))
ROWS = [row for table in TABLES for row in read_rows(table)]


def wrong_institutions(row: Row) -> str:
    """What differs from the marks of a row, "" where nothing does."""
    text, marks = parse(row.sentence)
    found = {
        (m.span.start, m.span.end, m.name)
        for m in find_institutions(text, publisher=row.publisher)
    }
    needed = {(m.start, m.end, m.name) for m in marks if not m.optional}
    allowed = needed | {(m.start, m.end, m.name) for m in marks}
    missed = [f"missed {name!r} at {a}" for a, _, name in sorted(needed - found)]
    extra = [f"found {name!r} in {text[a:b]!r}" for a, b, name in sorted(found - allowed)]
    return "; ".join([*missed, *extra])


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_names_in_a_sentence(row: Row) -> None:
    assert wrong_institutions(row) == "", row.phenomenon
