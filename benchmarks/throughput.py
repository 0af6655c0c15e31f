"""Words per second of the whole pipeline on one core, and where its time goes.

Beside it, in the same run on the same texts, spaCy's blank Turkish tokenizer: the two numbers move
together from machine to machine, their ratio is what to compare between versions.

    python benchmarks/throughput.py [--rounds 3] [--words 60000]
"""

import argparse
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import spacy

from tutanak import ingest
from tutanak.emit.output import emit
from tutanak.extraction.pipeline import Extractor, assemble, load
from tutanak.ingest.clean import clean
from tutanak.ingest.sources import find_sources
from tutanak.normalise.assemble import Normaliser
from tutanak.records import Document

Result = TypeVar("Result")
ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "corpora" / "raw" / "mukayese_newscat" / "docs.txt"


def archive() -> list[Document]:
    """The sample archive."""
    found = find_sources([ROOT / "data" / "raw"], suffixes=ingest.SUFFIXES)
    return [document for source in found.sources for document in ingest.read(source)]


def news(words: int) -> list[Document]:
    """General news up to so many words, where the corpora are at hand."""
    texts, total = [], 0
    for text in NEWS.read_text(encoding="utf-8").split("\n\n"):
        if total >= words:
            break
        if text.strip():
            texts.append(ingest.from_text(text))
            total += len(text.split())
    return texts


def seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    """Processor time of one pass: less disturbed by others on the machine than the clock."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def tokenizer() -> Callable[[Document], object]:
    """spaCy's blank Turkish tokenizer, with nothing remembered yet."""
    nlp = spacy.blank("tr")
    return lambda document: nlp.make_doc(document.text)


def pipeline() -> Callable[[Document], object]:
    """All stages from a text to its rows, with no word remembered yet by the tokenizer."""
    extractor, normaliser = Extractor(), Normaliser()
    return lambda document: emit(normaliser(extractor(document)))


def by_component(documents: Iterable[Document]) -> dict[str, float]:
    """Seconds spent in each stage and component, one pass."""
    nlp, normaliser = load(), Normaliser()
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Result], *arguments: object) -> Result:
        start = time.process_time()
        result = work(*arguments)
        spent[name] += time.process_time() - start
        return result

    for document in documents:
        timed("ingest: clean", clean, document.text)
        doc = timed("spaCy tokenizer", nlp.make_doc, document.text)
        doc._.published, doc._.publisher = document.published, document.publisher
        for name, component in nlp.pipeline:
            doc = timed(name, component, doc)
        record = timed("normalise", normaliser, assemble(doc, document))
        timed("emit: lines and rows", emit, record)
    return spent


def report(name: str, documents: list[Document], rounds: int) -> None:
    """Print the figures for one set of texts."""
    words = sum(len(document.text.split()) for document in documents)
    seconds(pipeline(), documents[:3])  # tables load at first use
    blank, whole = math.inf, math.inf
    for _ in range(rounds):  # in turn, so that a slow spell of the machine meets both
        blank = min(blank, seconds(tokenizer(), documents))
        whole = min(whole, seconds(pipeline(), documents))
    print(f"\n{name}: {len(documents)} documents, {words:,} words, one core")
    print(f"  spaCy blank tokenizer  {words / blank:12,.0f} words/s")
    print(f"  tutanak, text to rows  {words / whole:12,.0f} words/s")
    print(f"  ratio                  {blank / whole:12.3f}")
    spent = by_component(documents)
    total = sum(spent.values())
    for component, time_spent in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"    {component:24} {time_spent / total:6.1%}  {words / time_spent:12,.0f} words/s")


def main() -> None:
    """Run on the archive and, where it is there, on general news."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="the fastest counts")
    parser.add_argument("--words", type=int, default=60_000, help="of general news")
    options = parser.parse_args()
    report("sample archive", archive(), options.rounds)
    if NEWS.exists():
        report("general news (mukayese, MIT)", news(options.words), options.rounds)


if __name__ == "__main__":
    main()
