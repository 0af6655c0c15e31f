"""Roles of dates, by the table, and what a repeated date becomes."""

from datetime import date

import pytest

from tests.extraction.date_rows import Row, read_rows
from tutanak.extraction.dates import find_dates

ROWS = read_rows("date_roles")


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.group}-{row.id}" for row in ROWS])
def test_every_role_of_the_table(row: Row) -> None:
    published = date.fromisoformat(row.reference) if row.reference else None
    found, _ = find_dates(row.text, published=published)
    roles = {mention.span.start: mention.role for mention in found}
    assert {mark.start: roles.get(mark.start) for mark in row.marks} == {
        mark.start: mark.value for mark in row.marks
    }


def test_one_wording_is_one_item_with_the_strongest_role() -> None:
    text = "7 Mart 2024\n\nPanel 7 MART 2024 günü yapıldı. 07.03.2024 tarihli tutanak hazır."
    found, _ = find_dates(text)
    assert [(m.text, m.role) for m in found] == [
        ("7 Mart 2024", "meeting"),
        ("07.03.2024", "other"),
    ]


def test_why_names_rule_and_cues() -> None:
    (mention,), _ = find_dates("Çalıştay 9 Kasım 2022'de yapıldı.")
    assert mention.why.rule == "day month year"
    assert "yapıldı" in mention.why.cues
