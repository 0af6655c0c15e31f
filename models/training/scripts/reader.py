"""Samples to spaCy's training: a mixture of sources, with capitals varied."""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from scripts.samples import Name, Sample, read_samples
from scripts.turkish import SPANS_KEY, make_turkish

UPPER_SHARE: Final = 0.06  # of texts, again in capitals, as headlines are
SURNAME_SHARE: Final = 0.15  # of texts with people, surnames in capitals: Ayşe YILMAZ

_UPPER: Final = str.maketrans({"i": "İ", "ı": "I", "ß": "ß"})


def upper(text: str) -> str:
    """`text` in Turkish capitals, of the same length; a letter without such a capital stays."""
    return "".join(
        big if len(big := letter.translate(_UPPER).upper()) == 1 else letter for letter in text
    )


def blank() -> Language:
    """The Turkish of the package: its tokenizer and features, no component."""
    mend: Callable[[Language], Language] = make_turkish()
    return mend(spacy.blank("tr"))


def to_doc(sample: Sample, nlp: Language) -> Doc:
    """`sample` with its names as entities and spans; a name that cuts a token takes all of it."""
    doc = nlp.make_doc(sample.text)
    spans: list[Span] = []
    taken: set[int] = set()
    for name in sample.names:
        span = doc.char_span(name.start, name.end, name.label, alignment_mode="expand")
        if span is None or not span.text.strip() or taken & set(range(span.start, span.end)):
            continue
        taken |= set(range(span.start, span.end))
        spans.append(span)
    doc.ents = tuple(spans)
    doc.spans[SPANS_KEY] = spans
    return doc


def with_capitals(samples: Iterable[Sample], seed: int) -> Iterator[Sample]:
    """`samples`, and some of them again with surnames or everything in capitals."""
    chance = random.Random(seed)
    for sample in samples:
        yield sample
        if chance.random() < UPPER_SHARE:
            yield Sample(upper(sample.text), sample.names, sample.source, sample.document)
        people = [n for n in sample.names if n.label == "PERSON" and " " in _surface(sample, n)]
        if people and chance.random() < SURNAME_SHARE:
            text = sample.text
            for name in people:
                surname = text.rindex(" ", name.start, name.end)
                text = text[:surname] + upper(text[surname : name.end]) + text[name.end :]
            yield Sample(text, sample.names, sample.source, sample.document)


def _surface(sample: Sample, name: Name) -> str:
    return sample.text[name.start : name.end]


_PART: Final = re.compile(
    r"(?P<name>[\w.]+)(?:(?P<kind>[-@])(?P<fold>\d)/(?P<folds>\d))?(?:\*(?P<times>\d))?"
)


def fold_of(sample: Sample, folds: int) -> int:
    """The fold of the document that `sample` is of, the same on every machine."""
    return crc32((sample.document or sample.text).encode()) % folds


def read_parts(parts: list[str], folder: Path) -> Iterator[Sample]:
    """The samples of `parts`: `NAME`, `NAME*2` twice, `NAME@0/3` a fold, `NAME-0/3` all but it."""
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(
                f"part {part!r} is not NAME, NAME@FOLD/FOLDS, NAME-FOLD/FOLDS, or *TIMES"
            )
        for _ in range(int(match["times"] or 1)):
            for sample in read_samples(folder / f"{match['name']}.jsonl"):
                inside = match["kind"] is None or (
                    fold_of(sample, int(match["folds"])) == int(match["fold"])
                ) == (match["kind"] == "@")
                if inside:
                    yield sample


@registry.readers("tutanak.samples.v1")  # type: ignore[untyped-decorator]
def make_reader(
    folder: str, parts: list[str], capitals: bool, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """Gives spaCy's training the samples of `parts` (see `read_parts`), in a new order each time.

    `capitals`: some texts again in capitals. Documents are made once and kept: spaCy's own binary
    format takes milliseconds a text to read where there are span groups.
    """
    docs: list[Doc] = []
    chance = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        if not docs:
            samples: Iterable[Sample] = read_parts(parts, Path(folder))
            docs.extend(
                to_doc(sample, nlp)
                for sample in (with_capitals(samples, seed) if capitals else samples)
            )
        order = list(range(len(docs)))
        if capitals:
            chance.shuffle(order)
        for index in order:
            doc = docs[index]
            empty = Doc(
                nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]
            )
            yield Example(empty, doc)

    return read
