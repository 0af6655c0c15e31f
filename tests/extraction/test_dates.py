"""`dates`: every expression of the table, exactly; its spans, its reference."""

from datetime import date

import pytest

from tests.extraction.date_rows import Row, read_rows
from tutanak.errors import OptionError
from tutanak.extraction.dates import DateFound, dates

ROWS = [*read_rows("date_expressions"), *read_rows("date_unseen")]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.group}-{row.id}" for row in ROWS])
def test_every_expression_of_the_table(row: Row) -> None:
    found = dates(row.text, reference=row.reference)
    got = [(d.span.start, d.text, _value(d)) for d in found]
    assert got == [(mark.start, mark.surface, mark.value) for mark in row.marks]


def _value(found: DateFound) -> str:
    return f"{found.start}" if found.start == found.end else f"{found.start}..{found.end}"


def test_the_table_is_as_long_as_promised() -> None:
    assert sum(max(1, len(row.marks)) for row in ROWS) >= 400


@pytest.mark.parametrize("row", ROWS[::7], ids=[row.id for row in ROWS[::7]])
def test_spans_hold_the_text(row: Row) -> None:
    padded = "Önsöz.\n\n" + row.text + "\n"
    assert all(padded[slice(*d.span)] == d.text for d in dates(padded, reference=row.reference))


@pytest.mark.parametrize("reference", ["2018-03-05", date(2018, 3, 5), " 2018-03-05 "])
def test_the_reference_settles_the_year(reference: str | date) -> None:
    (found,) = dates("11 Aralık tarihinde toplanıldı", reference=reference)
    assert (found.start, found.granularity) == (date(2017, 12, 11), "day")


@pytest.mark.parametrize("reference", ["yarın", "2018-13-05", "", "05.03.2018"])
def test_a_reference_that_is_no_date(reference: str) -> None:
    with pytest.raises(OptionError, match="reference="):
        dates("11 Aralık", reference=reference)


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("10 Mart 2021", "day"),
        ("10-12 Mart 2021", "range"),
        ("Mart 2021", "month"),
        ("30 Aralık 2021 - 2 Ocak 2022", "range"),
    ],
)
def test_granularity(text: str, granularity: str) -> None:
    assert [d.granularity for d in dates(text)] == [granularity]
