"""What `tutanak.dates` reads and documents leave out: spans from the day, parts of months."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date

from tutanak.extraction.date_anchor import Anchored, RelativeDay
from tutanak.extraction.date_join import Item
from tutanak.extraction.date_parts import parts
from tutanak.extraction.date_spans import counted_spans
from tutanak.extraction.date_text import DatedText


def loose_days(seen: DatedText, anchor: date, items: Sequence[Item]) -> list[RelativeDay]:
    """What only `dates` reads, in order: none inside another, none that is but a part of an item.

    `items` are in order and do not overlap.
    """
    anchored = Anchored(seen.text, seen.flat, anchor, seen.sentence_of, True)
    spans = [(item.start, item.end) for item in items]
    taken: list[tuple[int, int]] = []
    found: list[RelativeDay] = []
    for day in sorted(
        [*counted_spans(anchored), *parts(anchored)], key=lambda day: day.start - day.end
    ):
        touched = overlapping(spans, day.start, day.end)
        whole = all(day.start <= start and end <= day.end for start, end in touched)
        if whole and not overlapping(taken, day.start, day.end):
            insort(taken, (day.start, day.end))
            found.append(day)
    return sorted(found, key=lambda day: day.start)


def overlapping(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Those of the sorted, disjoint spans that share a character with `[start, end)`."""
    at, found = bisect_left(spans, (end, 0)), []
    while at and spans[at - 1][1] > start:
        at -= 1
        found.append(spans[at])
    return found
