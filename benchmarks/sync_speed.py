"""`sync` over many local documents beside `run` on the same ones, and two more rounds.

    python benchmarks/sync_speed.py [--documents 10000] [--words 100] [--store URL]

The documents are the sample texts cut to so many words, each with a number of its own. Each
measurement is a process of its own; processor time is what is compared, as it is less disturbed by
others on the machine than the clock. The second round finds nothing new, the third one document.
Fails where the second round costs 2 % or more, or where
memory grows by more than a tenth between the first fifth and the end.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[1]
NEW = "Kaymakam Ayşe Kaya, 12 Mart 2024 Salı günü uyum çalıştayına katılan 40 kişiyle görüştü."
MOST_SECOND = 0.02
MOST_GROWTH = 1.10


def make_documents(folder: Path, *, count: int, words: int) -> None:
    """Texts that differ, from the tuned half of the sample archive."""
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "data/raw").glob("t*.txt"))
    ]
    for number in range(count):
        text = " ".join(texts[number % len(texts)].split(" ")[:words])
        inside = folder / f"{number // 1000:02}"
        inside.mkdir(exist_ok=True, parents=True)
        (inside / f"{number:05}.txt").write_text(f"{text}\nSayı: {number}\n", encoding="utf-8")


def measured(place: Path, *, store: str, what: str) -> dict[str, Any]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, "--what", what, "--place", str(place), "--store", store]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def work(place: Path, *, store: str, what: str) -> dict[str, Any]:
    """What the process does: a run or a round, with its memory now and then."""
    me, seen = psutil.Process(), []

    def look(done: int) -> None:
        if done % 100 == 0:
            seen.append((done, me.memory_info().rss))

    clock, spent = time.perf_counter(), time.process_time()
    if what == "run":
        import tutanak

        report = tutanak.run(
            [place / "documents"], out=place / "out", progress=lambda done, _: look(done)
        )
        records = report.records
    else:
        from tutanak.sync.rounds import synchronise
        from tutanak.sync.sources import read_sources

        sources = read_sources(place / "sources.toml")
        told = synchronise(sources, store=store, progress=lambda _, done: look(done))
        records = told.count("new")
    return {
        "records": records,
        "seconds": time.perf_counter() - clock,
        "cpu": time.process_time() - spent,
        "memory": seen,
    }


def growth(memory: list[tuple[int, int]]) -> float:
    """The most memory of the last fifth over that at the end of the first."""
    last = memory[-1][0]
    first = max(rss for done, rss in memory if done <= last / 5)
    return max(rss for done, rss in memory if done >= last * 4 / 5) / first


def main() -> None:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--store", help="another store than an SQLite file")
    parser.add_argument("--what", choices=("run", "sync"), help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.what:
        print(json.dumps(work(options.place, store=options.store, what=options.what)))
        return
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        make_documents(place / "documents", count=options.documents, words=options.words)
        (place / "sources.toml").write_text(
            '[sources.documents]\nkind = "folder"\npath = "documents"\n', encoding="utf-8"
        )
        store = options.store or f"sqlite:///{place / 'store.db'}"
        run = measured(place, store=store, what="run")
        first = measured(place, store=store, what="sync")
        second = measured(place, store=store, what="sync")
        new = place / "documents" / "new.txt"
        new.write_text(f"{NEW}\n", encoding="utf-8")
        third = measured(place, store=store, what="sync")
        size = sum(path.stat().st_size for path in place.glob("store.db*")) / 1e6
    assert run["records"] == first["records"] == options.documents, (run, first)
    assert (second["records"], third["records"]) == (0, 1), (second, third)
    print(f"{options.documents:,} documents of about {options.words} words, one core")
    for told, one in (("tutanak run", run), ("sync, first round", first)):
        print(
            f"  {told:22} {options.documents / one['cpu']:7.1f} documents/s, grows to "
            f"{growth(one['memory']):.2f} of its memory at one fifth"
        )
    ratio = run["cpu"] / first["cpu"]
    share, by_clock = second["cpu"] / first["cpu"], second["seconds"] / first["seconds"]
    print(f"  speed of sync to run   {ratio:7.2f}")
    print(f"  second round to first  {share:7.2%} of processor time, {by_clock:.2%} by the clock")
    print(f"  one new document       {third['cpu'] / first['cpu']:7.2%} of the first round")
    print(
        f"  memory at the end      {first['memory'][-1][1] / 1e6:7.0f} MB (sync), "
        f"{run['memory'][-1][1] / 1e6:.0f} MB (run); store {size:.0f} MB"
    )
    print(f"  machine                {os.cpu_count()} cores")
    if share >= MOST_SECOND or growth(first["memory"]) > MOST_GROWTH:
        sys.exit("too much: see above")


if __name__ == "__main__":
    main()
