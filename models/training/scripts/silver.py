"""Silver data: raw text in which our rules explain every capital, with the names they found."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Final

import typer
from spacy.tokens import Doc

import tutanak
from scripts.raw import read_raw
from scripts.reader import blank
from scripts.samples import Name, Sample, read_samples, write_samples
from scripts.turkish import lower

SOURCES: Final = ("mukayese_newscat", "parlamint_tr_sample", "finnews_docs", "legislation")
LEAST: Final = 40  # characters of a sentence
MOST: Final = 400
LONGEST: Final = 4000  # characters read of a document
# Months, weekdays and titles: capitals that are no names by themselves.
NO_NAMES: Final = re.compile(
    r"ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|"
    r"pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|türk|türkçe|türkiye|"
    r"sayın|genel|başkanı?|müdürü?|bakanı?|cumhurbaşkanı"
)

_SENTENCE_END: Final = re.compile(r"(?<=[a-zçğıöşü0-9”\"’)][.!?])\s+(?=[A-ZÇĞİÖŞÜ“\"])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences of each line of `text`."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _SENTENCE_END.finditer(text, line.start(), line.end()):
            yield start, end.start()
            start = end.end()
        yield start, line.end()


def known_words(corpora: Path) -> frozenset[str]:
    """Folded words of provinces, districts and countries: capitals that are none of our names."""
    words: set[str] = set()
    for name, column in (("provinces", 1), ("districts", 1), ("countries_cldr_tr", 1)):
        lines = (corpora / "gazetteers" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        for line in lines[1:]:
            words.update(lower(line.split("\t")[column]).split())
    return frozenset(words)


def explained(
    doc: Doc, names: tuple[Name, ...], known: frozenset[str], common: Container[str]
) -> bool:
    """Whether each capital of `doc` belongs to a name, to a known place or to a common word."""
    covered = bytearray(len(doc.text))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    return all(
        covered[token.idx]
        or not token.text[0].isupper()
        or token.norm_ in known
        or NO_NAMES.fullmatch(token.norm_) is not None
        or (token.i <= 1 and token.norm_ in common)
        for token in doc
    )


def common_words(documents: list[str]) -> frozenset[str]:
    """Words that are written small more than once."""
    counts = Counter(word for text in documents for word in re.findall(r"\b[a-zçğıöşü]+\b", text))
    return frozenset(word for word, times in counts.items() if times > 1)


def read_silver(documents: list[str], known: frozenset[str]) -> Iterator[Sample]:
    """The sentences of `documents` that our rules explain whole, with the names found there."""
    nlp = blank()
    common = common_words(documents)
    for number, document in enumerate(documents):
        record = tutanak.extract(document)
        text = record.text or ""
        places = [
            (mention.start, mention.end, label)
            for items, label in ((record.people, "PERSON"), (record.institutions, "ORG"))
            for item in items
            for mention in item.mentions
        ]
        for start, end in sentences(text):
            if not LEAST <= end - start <= MOST:
                continue
            names = tuple(
                Name(s - start, e - start, label)
                for s, e, label in sorted(places)
                if start <= s and e <= end
            )
            if not names or any(a.end > b.start for a, b in pairwise(names)):
                continue
            sentence = text[start:end]
            if explained(nlp.make_doc(sentence), names, known, common):
                yield Sample(sentence, names, "silver", f"silver-{number}")


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with raw/ and gazetteers/")],
    samples: Annotated[Path, typer.Argument(help="folder of samples, for their *.test.jsonl")],
    out: Annotated[Path, typer.Argument(help="samples, JSON lines")],
    most: Annotated[int, typer.Option(help="characters of raw text a corpus")] = 350_000,
) -> None:
    """Write the sentences of the raw corpora that our rules explain."""
    tests = [s.text for path in sorted(samples.glob("*.test.jsonl")) for s in read_samples(path)]
    documents: list[str] = []
    for source in SOURCES:
        length = 0
        for document in read_raw(corpora, tests, sources=(source,)):
            documents.append(document[:LONGEST])
            length += len(documents[-1])
            if length > most:
                break
    count = write_samples(read_silver(documents, known_words(corpora)), out)
    typer.echo(f"silver: {count} sentences of {len(documents)} documents")


if __name__ == "__main__":
    typer.run(main)
