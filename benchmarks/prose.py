"""False alarms on general Turkish prose: people and bodies that are none, in 1,000 words.

    python -m benchmarks.prose [--part fresh] [--wrong] [--corpora ../shared/corpora]

Draws passages (`prose_sample.py`), reads each as a document, and compares the people and bodies
found with verdicts that were given by hand (`prose_verdicts.csv`). A name without a verdict is
listed as `unjudged`, so that a change of the rules shows: look at it, and add its line.
"""

import argparse
import csv
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import tutanak
from benchmarks.prose_sample import CORPORA, PARTS, SOURCES, Passage, count_words, draw

VERDICTS: Final = Path(__file__).parent / "prose_verdicts.csv"
JUDGED: Final = ("right", "borderline", "wrong")
KINDS: Final = ("person", "institution")
OTHERS: Final = ("dates", "counts", "meetings")


class Found(NamedTuple):
    """A name that was reported in a passage."""

    passage: int
    kind: str
    name: str


def read_verdicts(path: Path = VERDICTS) -> dict[Found, str]:
    """What was decided about each name.

    Raises:
        ValueError: A verdict is none of `JUDGED`, or a name has two.
    """
    verdicts: dict[Found, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = Found(int(row["passage"]), row["kind"], row["name"])
            if row["verdict"] not in JUDGED or row["kind"] not in KINDS or found in verdicts:
                raise ValueError(f"{path.name}: a wrong or second verdict: {row}")
            verdicts[found] = row["verdict"]
    return verdicts


def extract(passages: Iterable[Passage]) -> tuple[list[Found], Counter[str]]:
    """The people and bodies of each passage, and how many other values there are."""
    found: list[Found] = []
    others: Counter[str] = Counter(dict.fromkeys(OTHERS, 0))
    for passage in passages:
        record = tutanak.extract(passage.text)
        found += [Found(passage.number, "person", each.name) for each in record.people]
        found += [Found(passage.number, "institution", each.name) for each in record.institutions]
        others.update({kind: len(getattr(record, kind)) for kind in OTHERS})
    return found, others


def poisson(events: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of a rare event's mean (Garwood 1936), by halving."""
    tail = (1 - level) / 2

    def most(mean: float, count: int) -> float:
        """How likely at most so many events are."""
        return sum(
            math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1)) for k in range(count + 1)
        )

    def solve(count: int, target: float) -> float:
        low, high = 1e-9, events + 10 * math.sqrt(events + 1) + 10
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if most(middle, count) > target else (low, middle)
        return low

    return (solve(events - 1, 1 - tail) if events else 0.0), solve(events, tail)


def report(
    part: str, passages: list[Passage], verdicts: dict[Found, str], *, show_wrong: bool
) -> list[str]:
    """Lines about one part: sizes, rates with their intervals, names without a verdict."""
    found, others = extract(passages)
    words = sum(count_words(passage.text) for passage in passages)
    lines = [f"{part}: {words:,} words in {len(passages)} passages"]
    for kind in KINDS:
        names = [each for each in found if each.kind == kind]
        given = Counter(verdicts.get(each, "unjudged") for each in names)
        low, high = (1000 * bound / words for bound in poisson(given["wrong"]))
        lines.append(
            f"  {kind:12} {len(names):4} found  "
            + "  ".join(f"{each} {given[each]}" for each in (*JUDGED, "unjudged"))
            + f"  wrong per 1,000 words {1000 * given['wrong'] / words:.2f} ({low:.2f}-{high:.2f})"
        )
    lines.append("  " + "  ".join(f"{kind} {count}" for kind, count in others.items()))
    shown = ("unjudged", "wrong") if show_wrong else ("unjudged",)
    for each in found:
        verdict = verdicts.get(each, "unjudged")
        if verdict in shown:
            lines.append(f"  {verdict}: {each.passage},{each.kind},{each.name}")
    return lines


def main(arguments: list[str] | None = None) -> None:
    """Print each part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--part", choices=PARTS, action="append", help="one part only")
    parser.add_argument("--wrong", action="store_true", help="list the wrong names as well")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="where the corpora are")
    options = parser.parse_args(arguments)
    missing = [each.path for each in SOURCES if not (options.corpora / each.path).is_file()]
    if missing:
        print(f"skipped: no {missing[0]} under {options.corpora}")
        return
    passages, verdicts = draw(options.corpora), read_verdicts()
    for part in options.part or PARTS:
        chosen = [passage for passage in passages if passage.part == part]
        print("\n".join(report(part, chosen, verdicts, show_wrong=options.wrong)))


if __name__ == "__main__":
    main()
