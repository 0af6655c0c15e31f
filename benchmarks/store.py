"""What a store costs beside reading the texts, as ratios from one run.

The tuned half of the sample archive is read once; its records then go into a new store again and
again under new ids and names of bodies, one transaction each, as `tutanak run --store` does it.

    python -m benchmarks.store [--documents 10000] [--store URL]
"""

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tutanak import ingest
from tutanak.emit.output import Emitted, emit
from tutanak.emit.schema import Row
from tutanak.ingest.sources import find_sources
from tutanak.runner import grouping, process
from tutanak.store import open_store

TUNED = Path(__file__).parents[1] / "data" / "raw" / "t*.txt"


def read() -> tuple[list[Emitted], float]:
    """The records of the archive, and the seconds that one takes."""
    found = find_sources([TUNED], suffixes=ingest.SUFFIXES)
    documents = [document for source in found.sources for document in ingest.read(source)]
    process(documents[0])
    begun = time.perf_counter()
    emitted = [emit(process(document)) for document in documents]
    return emitted, (time.perf_counter() - begun) / len(documents)


def many(archive: list[Emitted]) -> Iterator[Emitted]:
    """The archive over and over; every tenth round has bodies of its own."""
    for round in range(10**9):
        for one in archive:
            id = f"{one.document_id}-{round}"
            yield replace(
                one,
                line=re.sub(r'"id":"[^"]*"', f'"id":"{id}"', one.line, count=1),
                rows=tuple(
                    (table, row | {"document_id": id} | _body(row, round // 10))
                    for table, row in one.rows
                ),
            )


def _body(row: Row, number: int) -> Row:
    identity = str(row.get("organisation_id"))
    return {"organisation_id": f"{identity} {number}"} if identity.startswith("local:") else {}


def memory() -> int:
    """The most that this process has used, in the unit of the system."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--store", help="a new store; an SQLite file that is removed if missing")
    wanted = parser.parse_args()
    archive, reading = read()
    group, stamp = grouping()
    seconds, used = [], []
    with tempfile.TemporaryDirectory() as folder:
        url = wanted.store or f"sqlite:///{folder}/store.db"
        with open_store(url) as store, store.writing() as writer:
            for again in (False, True):
                begun = time.perf_counter()
                with writer.run("benchmark", group=group, stamp=stamp):
                    for number, one in enumerate(islice(many(archive), wanted.documents)):
                        writer.save(one, key=one.document_id)
                        if not again and number in (wanted.documents // 4, wanted.documents - 1):
                            used.append(memory())
                    seconds.append(time.perf_counter() - begun)
                    begun = time.perf_counter()
                seconds.append(time.perf_counter() - begun)
    filling, settling, same, settled = (one / wanted.documents / reading for one in seconds)
    print(f"documents                      {wanted.documents:,}")
    print("beside reading them (1.0):")
    print(f"  saving                       {filling:.3f}")
    print(f"  settling names at the end    {settling:.3f}")
    print(f"  saving the same again        {same:.3f}")
    print(f"  settling where nothing is new {settled:.5f}")
    print(f"memory at the end to that at a quarter: {used[1] / used[0]:.2f}")


if __name__ == "__main__":
    main()
