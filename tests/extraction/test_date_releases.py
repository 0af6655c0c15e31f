"""Days as releases name them: values and, where the table gives them, roles."""

from datetime import date

import pytest

from tests.extraction.date_rows import Row, read_rows
from tutanak.extraction.dates import find_dates
from tutanak.records import DateMention

ROWS = read_rows("date_releases")


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.group}-{row.id}" for row in ROWS])
def test_every_row_of_the_table(row: Row) -> None:
    published = date.fromisoformat(row.reference) if row.reference else None
    found, _ = find_dates(row.text, published=published)
    roles = {mark.start: " " in mark.value for mark in row.marks}
    got = [(m.span.start, m.text, _value(m, role=roles.get(m.span.start, True))) for m in found]
    assert got == [(mark.start, mark.surface, mark.value) for mark in row.marks]


def _value(found: DateMention, *, role: bool) -> str:
    days = f"{found.start}" if found.start == found.end else f"{found.start}..{found.end}"
    return f"{days} {found.role}" if role else days
