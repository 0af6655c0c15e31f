"""Counts in sentences that were written before the rules that read them; see the tables."""

from pathlib import Path

import pytest

from tutanak.extraction.counts import find_counts

TABLES = tuple(f"count_unseen{part}.txt" for part in ("", "_2", "_3", "_4"))
SIGNS = {"exact": "", "approx": "~", "more_than": ">", "at_least": ">=", "up_to": "<=", "range": ""}


def _rows() -> list[tuple[str, str]]:
    lines = [
        line
        for name in TABLES
        for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [(text.strip(), counts.strip()) for text, counts in (line.split("|") for line in lines)]


def _shown(text: str) -> str:
    shown = []
    for count in find_counts(text):
        value = f"{count.low}-{count.high}" if count.qualifier == "range" else count.low
        value = count.high if count.low is None else value
        mark = "*" if count.unit == "institution" else ""
        shown.append(f"{SIGNS[count.qualifier]}{value} {mark}{count.noun}")
    return "; ".join(shown)


@pytest.mark.parametrize(("text", "counts"), _rows(), ids=lambda value: value[:40])
def test_counts(text: str, counts: str) -> None:
    assert _shown(text) == counts
