"""Dates beside dateparser: recall, precision, exact ends, sentences a second, in one run.

    python -m benchmarks.dates [--rounds 5]

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
    find: Finder
    expected: int
    given: int
    exact: int
    starts: int

    def line(self, sentences_per_second: float) -> str:
        """The score and a speed in words."""
        recall, precision = self.exact / self.expected, self.exact / max(1, self.given)
        return (
            f"{self.name:20} recall {recall:.3f}  precision {precision:.3f}  first day right "
            f"{self.starts / self.expected:.3f}  {sentences_per_second:8,.0f} sentences/s"
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


def score(name: str, find: Finder, rows: list[Row]) -> Score:
    """Compare what `find` gives with the marks of the rows: both ends, each answer used once."""
    expected = given = exact = starts = 0
    for row in rows:
        want, got = _expected(row), find(row.text, row.reference)
        expected, given = expected + len(want), given + len(got)
        exact += _hits(want, got)
        starts += _hits([first for first, _ in want], [first for first, _ in got])
    return Score(name, find, expected, given, exact, starts)


def speeds(scores: list[Score], rows: list[Row], rounds: int) -> list[float]:
    """Sentences a second of each, in turns, so that a busy machine slows all alike."""
    spent = [0.0] * len(scores)
    for _ in range(rounds):
        for i, scored in enumerate(scores):
            began = time.perf_counter()
            for row in rows:
                scored.find(row.text, row.reference)
            spent[i] += time.perf_counter() - began
    return [rounds * len(rows) / seconds for seconds in spent]


def main() -> None:
    """Print one line a finder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5, help="passes over the table for the speed")
    parser.add_argument("--table", default="date_expressions", help="a table of tests/extraction")
    options = parser.parse_args()
    rows = read_rows(options.table)
    print(f"{len(rows)} sentences, {sum(len(row.marks) for row in rows)} dates")
    scores = [score("tutanak.dates", tutanak_dates, rows)]
    try:
        import dateparser
    except ImportError:
        print("dateparser is not installed: pip install dateparser")
    else:
        name = f"dateparser {dateparser.__version__}"
        theirs = [score(name, dateparser_dates(setting), rows) for setting in DATEPARSER]
        scores.append(max(theirs, key=lambda each: (each.exact, -each.given)))
    measured = speeds(scores, rows, options.rounds)
    for each, speed in zip(scores, measured, strict=True):
        print(each.line(speed))
    if len(scores) > 1:
        ours, best = scores
        print(
            f"times dateparser: recall {ours.exact / max(1, best.exact):.1f}, "
            f"speed {measured[0] / measured[1]:.0f}"
        )


if __name__ == "__main__":
    main()
