"""Linking names of bodies: precision and recall beside plain fuzzy matching, speed, growth.

    python -m benchmarks.registry [--variants 6000] [--scan 400]

Names: spellings of listed bodies made by rule (registry_noise.py), names that look like listed
bodies and are none, and those of registry_hand.tsv. The half whose names have an odd CRC-32 was
not looked at while the matcher was written; only it is scored. The peers see every name of every
body, folded with the same Turkish lower case; each is shown at WRatio 85 and 90 and at its own
best cut-off, chosen on the very names that are scored, which favours it. They compare a sample,
since a scan of all names takes long; tutanak is scored on the sample as well.
name-matching is no dependency; install it (`pip install name_matching`) to see its column.
"""

import argparse
import csv
import importlib
import random
import time
import zlib
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from benchmarks.registry_noise import Case, noisy, strangers
from tutanak.normalise.registry import Registry
from tutanak.resources.bodies import Body
from tutanak.resources.composed import composed
from tutanak.text.fold import plain

HAND = Path(__file__).parent / "registry_hand.tsv"
PEERS = ("rapidfuzz", "name-matching", "scikit-learn")
HEADS = (
    "Derneği",
    "Vakfı",
    "Kooperatifi",
    "Federasyonu",
    "Sendikası",
    "Odası",
    "Birliği",
    "Enstitüsü",
)
SYLLABLES = tuple(
    "karabaşementelgüryoldansalmertokbilçevgünsönparlevtuzkerözalye"[i : i + 3]
    for i in range(0, 60, 3)
)


class Score(NamedTuple):
    """Right and wrong links over the cases of one method."""

    right: int
    given: int
    meant: int

    @property
    def precision(self) -> float:
        """Right among given."""
        return self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        """Right among meant."""
        return self.right / max(1, self.meant)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / max(1, self.given + self.meant)

    def line(self, name: str) -> str:
        """The score in words."""
        return (
            f"{name:34} precision {self.precision:.4f}  recall {self.recall:.4f}  "
            f"F1 {self.f1:.4f}  wrong {self.given - self.right:4d}"
        )


def held_out(cases: Sequence[Case]) -> list[Case]:
    """The half that was not looked at while the matcher was written."""
    return [case for case in cases if zlib.crc32(case.name.encode()) % 2]


def hand() -> list[Case]:
    """Names written by hand."""
    with HAND.open(encoding="utf-8") as file:
        return [
            Case(row["name"], row["id"] or None, "by hand")
            for row in csv.DictReader(file, delimiter="\t")
        ]


def score(cases: Sequence[Case], link: Callable[[str], str | None]) -> Score:
    """Links of all cases against what they mean."""
    found = [(case.id, link(case.name)) for case in cases]
    return Score(
        sum(one == other for one, other in found if one is not None),
        sum(other is not None for _, other in found),
        sum(one is not None for one, _ in found),
    )


def all_names(registry: Registry) -> dict[str, str]:
    """Every name of every body, folded, with its id; what peers compare with."""
    names: dict[str, str] = {}
    for body in registry.bodies():
        names.setdefault(plain(body.name), body.id)
    for alias in registry.all_aliases():
        if (found := registry.link(alias).id) is not None:
            names.setdefault(plain(alias), found)
    return names


def name_matching(cases: Sequence[Case], names: dict[str, str]) -> None:
    """The package name-matching, as its documentation begins, at its best cut-off."""
    try:
        package = importlib.import_module("name_matching.name_matcher")
    except ImportError:
        print("name-matching: not installed")
        return
    import pandas

    matcher = package.NameMatcher(
        number_of_matches=1,
        legal_suffixes=False,
        common_words=False,
        top_n=50,
        verbose=False,
        lowercase=False,
    )
    matcher.set_distance_metrics(["bag", "typo", "refined_soundex"])
    started = time.perf_counter()
    matcher.load_and_process_master_data("name", pandas.DataFrame({"name": list(names)}))
    asked = pandas.DataFrame({"name": [plain(case.name) for case in cases]})
    found = matcher.match_names(to_be_matched=asked, column_matching="name")
    seconds = time.perf_counter() - started
    ids = list(names.values())
    best = [
        (ids[int(row)] if row == row else None, grade)
        for row, grade in zip(found["match_index"], found["score"], strict=True)
    ]

    def at(cut: float) -> Score:
        given = {case.name: b[0] for case, b in zip(cases, best, strict=True) if b[1] >= cut}
        return score(cases, given.get)

    cut = max(range(30, 101), key=lambda cut: at(cut).f1)
    print(at(cut).line(f"name-matching >= {cut} (its best F1)"))
    safe = [c for c in range(30, 101) if at(c).precision >= 0.995 and at(c).given]
    if safe:
        print(at(safe[0]).line(f"name-matching >= {safe[0]} (precision 0.995)"))
    print(f"{'':34} {len(cases) / seconds:,.1f} names/s, its index made within")


def peers(cases: Sequence[Case], names: dict[str, str]) -> None:
    """Scans with rapidfuzz's scorers over every name, each at its cut-offs."""
    choices = list(names)
    for label, scorer in (
        ("WRatio", fuzz.WRatio),
        ("token_sort_ratio", fuzz.token_sort_ratio),
        ("ratio", fuzz.ratio),
    ):
        started = time.perf_counter()
        best = [
            process.extractOne(plain(case.name), choices, scorer=scorer, processor=None)
            for case in cases
        ]
        seconds = time.perf_counter() - started

        def at(cut: float, best: list[tuple[str, float, int]] = best) -> Score:
            given = {
                case.name: names[b[0]] for case, b in zip(cases, best, strict=True) if b[1] >= cut
            }
            return score(cases, given.get)

        for cut in (85, 90) if label == "WRatio" else ():
            print(at(cut).line(f"{label} >= {cut}"))
        cut = max(range(50, 101), key=lambda cut: at(cut).f1)
        print(at(cut).line(f"{label} >= {cut} (its best F1)"))
        safe = [c for c in range(50, 101) if at(c).precision >= 0.995 and at(c).given]
        if safe:
            print(at(safe[0]).line(f"{label} >= {safe[0]} (precision 0.995)"))
        print(f"{'':34} {len(cases) / seconds:,.1f} names/s over {len(choices):,} names")


def installed(name: str) -> bool:
    """Whether a package is here."""
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def generated(count: int, seed: int = 5) -> dict[str, Body]:
    """Bodies with made-up names, all different."""
    random_ = random.Random(seed)
    found: dict[str, Body] = {}
    seen: set[str] = set()
    while len(found) < count:
        words = [
            "".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))).title()
            for _ in range(random_.randint(2, 3))
        ]
        name = " ".join((*words, random_.choice(HEADS)))
        if name not in seen:
            seen.add(name)
            identity = f"made.{len(found)}"
            found[identity] = Body(identity, name, "association")
    return found


def per_second(registry: Registry, names: Sequence[str]) -> float:
    """Distinct names linked a second, index made before, nothing cached."""
    registry.link(names[0] + " x")
    registry.matcher.hits.cache_clear()
    started = time.perf_counter()
    for name in names:
        registry.link(name)
    return len(names) / (time.perf_counter() - started)


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--variants", type=int, default=6400)
    parser.add_argument("--strangers", type=int, default=2000)
    parser.add_argument("--scan", type=int, default=400)
    options = parser.parse_args()
    print("peers: " + ", ".join(f"{name} {version(name)}" for name in PEERS if installed(name)))
    started = time.perf_counter()
    registry = Registry.load()
    print(
        f"registry: {len(list(registry.bodies())):,} bodies "
        f"({sum(1 for _ in composed()):,} composed), loaded in "
        f"{time.perf_counter() - started:.2f} s"
    )
    cases = held_out(
        noisy(registry, options.variants, 11) + strangers(registry, options.strangers, 12)
    )
    cases += hand()
    meant = sum(case.id is not None for case in cases)
    print(
        f"held-out half and hand-written: {meant} variants, {len(cases) - meant} names not listed"
    )
    print(score(cases, lambda name: registry.link(name).id).line("tutanak, all of them"))
    for noise in sorted({case.noise for case in cases if case.id}):
        rows = [case for case in cases if case.noise == noise]
        one = score(rows, lambda name: registry.link(name).id)
        print(f"    {noise:30} recall {one.recall:.3f}  of {one.meant}")
    sample = random.Random(3).sample(cases, min(options.scan, len(cases)))
    print(f"sample of {len(sample)}:")
    print(score(sample, lambda name: registry.link(name).id).line("tutanak"))
    names = sorted({case.name for case in cases})
    print(f"{'':34} {per_second(registry, names):,.0f} distinct names/s")
    names_of_all = all_names(registry)
    peers(sample, names_of_all)
    name_matching(sample, names_of_all)
    print("growth, generated bodies beside the composed ones:")
    for count in (1_000, 10_000, 100_000):
        bodies = generated(count)
        started = time.perf_counter()
        made = Registry(bodies, [])
        seconds = time.perf_counter() - started
        random_ = random.Random(9)
        drawn = random_.sample([body.name for body in bodies.values()], 1000)
        slips = [row.replace(row[2], "", 1) for row in drawn]
        rate, slow = per_second(made, drawn), per_second(made, slips)
        folded = [plain(body.name) for body in bodies.values()]
        few = slips[: max(2, 20_000 // count)]
        started = time.perf_counter()
        for row in few:
            process.extractOne(plain(row), folded, scorer=fuzz.WRatio, processor=None)
        scan = len(few) / (time.perf_counter() - started)
        print(
            f"    {count:7,}: built in {seconds:5.1f} s; {rate:8,.0f} exact/s, {slow:8,.0f} "
            f"misspelt/s; WRatio scan {scan:8,.2f}/s; {slow / scan:8,.0f} times"
        )


if __name__ == "__main__":
    main()
