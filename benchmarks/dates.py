"""Dates beside dateparser: recall, precision, exact ends, sentences a second, in one run.

    python -m benchmarks.dates [--seconds 5]

Both read the sentences of `tests/extraction/date_expressions.txt` with the same day of reference.
dateparser is not a dependency; install it (`pip install dateparser`) to see its column. It runs as
its authors advise for one known language: `search_dates` with `languages=["tr"]`, day first,
strict parsing off and `RELATIVE_BASE` set; of the settings of `DATEPARSER` below the best is shown.
"""

import argparse
import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tests.extraction.date_rows import Row, read_rows
from tutanak.extraction.dates import dates

Interval = tuple[date, date]
Finder = Callable[[str, str | None], list[Interval]]
DATEPARSER: list[dict[str, object]] = [
    {"PREFER_DATES_FROM": prefer, "REQUIRE_PARTS": parts}
    for prefer, parts in itertools.product(
        ("current_period", "past"), ([], ["day", "month"], ["day", "month", "year"])
    )
]


@dataclass(frozen=True, slots=True)
class Score:
    """What one finder did on the table. `starts` counts right first days, ends aside."""

    name: str
    expected: int
    given: int
    exact: int
    starts: int
    sentences_per_second: float

    def __str__(self) -> str:
        recall, precision = self.exact / self.expected, self.exact / max(1, self.given)
        first = self.starts / self.expected
        return (
            f"{self.name:32} recall {recall:.3f}  precision {precision:.3f}  "
            f"first day right {first:.3f}  {self.sentences_per_second:10,.0f} sentences/s"
        )


def tutanak_dates(text: str, reference: str | None) -> list[Interval]:
    """Both ends of what `tutanak.dates` finds."""
    return [(found.start, found.end) for found in dates(text, reference=reference)]


def dateparser_dates(settings: dict[str, object]) -> Finder:
    """A finder over `dateparser.search.search_dates`, which knows single days only."""
    from dateparser.search import search_dates

    def find(text: str, reference: str | None) -> list[Interval]:
        base = datetime.fromisoformat(reference or "2022-11-14")
        full = settings | {"RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
        found = search_dates(text, languages=["tr"], settings=full) or []
        return [(when.date(), when.date()) for _, when in found]

    return find


def _hits(expected: Iterable[object], given: Iterable[object]) -> int:
    left = list(given)
    count = 0
    for value in expected:
        if value in left:
            left.remove(value)
            count += 1
    return count


def _expected(row: Row) -> list[Interval]:
    ends = []
    for mark in row.marks:
        first, _, last = mark.value.partition("..")
        ends.append((date.fromisoformat(first), date.fromisoformat(last or first)))
    return ends


def measure(name: str, find: Finder, rows: list[Row], seconds: float) -> Score:
    """Score `find` on `rows`, then time it over them for about `seconds`."""
    expected = given = exact = starts = 0
    for row in rows:
        want, got = _expected(row), find(row.text, row.reference)
        expected, given = expected + len(want), given + len(got)
        exact += _hits(want, got)
        starts += _hits([first for first, _ in want], [first for first, _ in got])
    done, began = 0, time.perf_counter()
    for row in itertools.cycle(rows):
        find(row.text, row.reference)
        done += 1
        if time.perf_counter() - began > seconds:
            break
    return Score(name, expected, given, exact, starts, done / (time.perf_counter() - began))


def main() -> None:
    """Print one line a finder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=5.0, help="time for each measurement")
    seconds = parser.parse_args().seconds
    rows = read_rows("date_expressions")
    print(f"{len(rows)} sentences, {sum(len(row.marks) for row in rows)} dates")
    ours = measure("tutanak.dates", tutanak_dates, rows, seconds)
    print(ours)
    try:
        import dateparser
    except ImportError:
        print("dateparser is not installed: pip install dateparser")
        return
    best = max(
        (
            measure(f"dateparser {dateparser.__version__}", dateparser_dates(setting), rows, 0.5)
            for setting in DATEPARSER
        ),
        key=lambda score: (score.exact, -score.given),
    )
    print(best)
    print(
        f"times dateparser: recall {ours.exact / max(1, best.exact):.1f}, "
        f"speed {ours.sentences_per_second / best.sentences_per_second:.0f}"
    )


if __name__ == "__main__":
    main()
