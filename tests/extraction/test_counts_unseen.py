"""Counts in sentences that were written before the rules that read them; see the tables."""

from pathlib import Path

import pytest

from tests.extraction.count_rows import rows, shown_counts

TABLES = [
    Path(__file__).parent / f"count_unseen{part}.txt"
    for part in ("", "_2", "_3", "_4", "_5", "_6", "_7")
]
ROWS = [row for table in TABLES for row in rows(table.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("text", "counts"), ROWS, ids=lambda value: value[:40])
def test_counts(text: str, counts: str) -> None:
    assert shown_counts(text) == counts
