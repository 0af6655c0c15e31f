"""What it costs a store to find the copies of one new document among many.

    python -m benchmarks.copies [--documents 10000] [--notices] [--store URL]

The texts are drawn from the sentences of the tuned half of the sample archive; with `--notices`
they are the same few texts with another number in each, like notices that come every week: the
hardest for the search. Records hold the text alone. Printed is the processor time of looking for
copies when all are new, when nothing is (but the store is asked again), and when one is; fails
where the last costs a tenth of the first or more.
"""

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tutanak.copy_search import find_copies
from tutanak.records import Record
from tutanak.store import open_store

TUNED = Path(__file__).parents[1] / "data" / "raw"
SENTENCES = 15
WORDS = 250
MOST = 0.1


def made(count: int, *, notices: bool) -> Iterator[Record]:
    """Records of about 250 words."""
    draw = random.Random(1)
    texts = [path.read_text(encoding="utf-8") for path in sorted(TUNED.glob("t*.txt"))]
    sentences = [
        one for text in texts for one in re.split(r"(?<=[.!?])\s+", text) if len(one.split()) > 5
    ]
    for number in range(count):
        words = (
            texts[number % len(texts)].split()[:WORDS]
            if notices
            else draw.sample(sentences, SENTENCES)
        )
        text = f"{' '.join(words)} Toplantıya {number} kişi katıldı."
        yield Record(id=f"{number:06}", source=f"{number}.txt", sha256=f"{number:064}", text=text)


def main() -> None:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--notices", action="store_true")
    parser.add_argument("--store", help="a new store; an SQLite file that is removed if missing")
    options = parser.parse_args()
    *many, last = made(options.documents + 1, notices=options.notices)
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        url = options.store or f"sqlite:///{folder}/store.db"
        with open_store(url) as store, store.writing() as writer:
            for number, records in enumerate((many, [], [last])):
                for record in records:
                    writer.save(record, key=record.id)
                begun = time.process_time()
                writer.settle(find=find_copies, stamp=str(number))
                seconds.append(time.process_time() - begun)
    every, nothing, one = seconds
    print(f"{options.documents:,} documents, {'notices' if options.notices else 'mixed texts'}")
    print(f"  all are new      {every:7.2f} s of processor time")
    print(f"  nothing is new   {nothing / every:7.2%} of that")
    print(f"  one is new       {one / every:7.2%} ({one:.2f} s)")
    if one / every >= MOST:
        sys.exit("too much: see above")


if __name__ == "__main__":
    main()
