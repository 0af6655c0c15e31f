"""Counts as the tables of the tests write them: `~45 kişi`, `>=3 *dernek`, `30-40 kadın`."""

from tutanak.extraction.counts import find_counts

SIGNS = {"exact": "", "approx": "~", "more_than": ">", "at_least": ">=", "up_to": "<=", "range": ""}


def rows(table: str) -> list[tuple[str, str]]:
    """The text and the counts of each line `text | counts`; `#` begins a remark."""
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [(text.strip(), counts.strip()) for text, counts in (line.split("|") for line in lines)]


def shown_counts(text: str) -> str:
    """What is found in a text, written as the tables write it."""
    shown = []
    for count in find_counts(text):
        value = f"{count.low}-{count.high}" if count.qualifier == "range" else count.low
        value = count.high if count.low is None else value
        mark = "*" if count.unit == "institution" else ""
        shown.append(f"{SIGNS[count.qualifier]}{value} {mark}{count.noun}")
    return "; ".join(shown)
