"""General Turkish prose, drawn with a seed from the shared corpora: runs of sentences.

Rules were mended against what was wrong in `first`, in `second` and in `fresh`, each judged before;
`fresh2` was drawn with a seed of its own and judged after; two names that later rules brought into
it were mended. `fresh3` was drawn and judged after that, and nothing was changed for it.
Nothing is chosen by what it says, so some of the news does report a meeting or two.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

CORPORA: Final = Path(__file__).parents[2] / "shared" / "corpora"
SEED: Final = 20261122
RUN: Final = 110  # words after which a run of sentences ends
PARTS: Final = ("first", "second", "fresh", "fresh2", "fresh3")
# Parts whose texts are shuffled anew from what is left
RESEEDED: Final = {"fresh2": 20261123, "fresh3": 20261124}

Reader = Callable[[str], list[str]]


class Source(NamedTuple):
    """A file of the corpora, how it is read, and how many words of it go into each part."""

    name: str
    path: str
    words: int
    read: Reader
    licence: str


class Passage(NamedTuple):
    """One drawn text; `number` counts from 1 over all parts."""

    number: int
    part: str
    source: str
    text: str


def paragraphs(text: str) -> list[str]:
    """Every non-empty line is a text."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def documents(text: str) -> list[str]:
    """Texts between blank lines, cut after the sentence that passes twice the length of a run."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        sentences = re.split(r"(?<=[.!?])\s+", " ".join(block.split()))
        found.append(next(_runs(sentences, 2 * RUN), ""))
    return [one for one in found if one]


def lines(text: str) -> list[str]:
    """One sentence a line: runs of consecutive sentences."""
    return list(_runs(paragraphs(text)))


def tokenised(text: str) -> list[str]:
    """As `lines`, with the space before and inside punctuation taken out."""
    return list(_runs([joined(line) for line in paragraphs(text)]))


def treebank(text: str) -> list[str]:
    """CoNLL-U: runs of the sentences of one document or genre, in the order of their numbers."""
    groups: dict[str, list[tuple[int, str]]] = {}
    order, id = 0, ""
    for line in text.split("\n"):
        if line.startswith("# sent_id = "):
            id = line.partition("= ")[2]
        elif line.startswith("# text = "):
            order += 1
            group, number = _place(id, order)
            groups.setdefault(group, []).append((number, joined(line.partition("= ")[2])))
    return [run for each in groups.values() for run in _runs([s for _, s in sorted(each)])]


def joined(sentence: str) -> str:
    """A tokenised sentence as it would be printed."""
    sentence = re.sub(r"\s+([,.;:!?)\]%…])", r"\1", sentence)
    sentence = re.sub(r"([(\[])\s+", r"\1", sentence)
    return re.sub(r"\"\s*([^\"]*?)\s*\"", r'"\1"', sentence)


def _place(id: str, order: int) -> tuple[str, int]:
    """The group of a sentence and its place there; BOUN writes `news_12`, PUD `w01002017`."""
    genre = re.fullmatch(r"([a-z]+)_(\d+)", id)
    if genre:
        return genre[1], int(genre[2])
    return (id[:2] if re.fullmatch(r"[nw]\d{8}", id) else ""), order


def _runs(sentences: list[str], words: int = RUN) -> Iterator[str]:
    run: list[str] = []
    for sentence in sentences:
        run.append(sentence)
        if sum(map(count_words, run)) >= words:
            yield " ".join(run)
            run = []
    if run:
        yield " ".join(run)


def count_words(text: str) -> int:
    """Words between spaces that hold a letter or digit."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


_NEWS: Final = "raw/mukayese_newscat/docs.txt"
_GAZA: Final = "raw/nakbatr_docs/docs.txt"
_WIKI: Final = "raw/wiki_sentences_tok/docs.txt"
_NOVELS: Final = "raw/common_voice_sentcol/docs.txt"
_COLUMNS: Final = "raw/zemberek_sbd/docs.txt"
SOURCES: Final = (
    Source("general news, columns", _NEWS, 4500, documents, "MIT"),
    Source("agency news", _GAZA, 1000, documents, "Apache-2.0"),
    Source("encyclopaedia", _WIKI, 2500, tokenised, "CC BY-SA 4.0"),
    Source(
        "encyclopaedia and news, translated", "ud/pud/test.conllu", 2000, treebank, "CC BY-SA 3.0"
    ),
    Source(
        "essays, lives, popular culture, news",
        "ud/boun/test.conllu",
        2000,
        treebank,
        "CC BY-SA 4.0",
    ),
    Source("business news, translated", "ud/penn/test.conllu", 1000, treebank, "CC BY-SA 4.0"),
    Source("fiction", _NOVELS, 1500, lines, "CC0"),
    Source("examples of a dictionary", "ud/kenet/test.conllu", 700, treebank, "CC BY-SA 4.0"),
    Source("opinion, speeches, judgments", _COLUMNS, 800, lines, "Apache-2.0"),
)


def draw(root: Path = CORPORA, sources: tuple[Source, ...] = SOURCES) -> list[Passage]:
    """All parts, no text in two of them: the same passages on every run over the same files.

    Raises:
        FileNotFoundError: A file of the corpora is not there.
    """
    left = {source: _shuffled(root, source) for source in sources}
    passages: list[Passage] = []
    for part in PARTS:
        for source, texts in left.items():
            if part in RESEEDED:
                random.Random(f"{RESEEDED[part]} {source.path}").shuffle(texts)
            words = 0
            while texts and words < source.words:
                text = texts.pop(0)
                words += count_words(text)
                passages.append(Passage(len(passages) + 1, part, source.name, text))
    return passages


def _shuffled(root: Path, source: Source) -> list[str]:
    texts = source.read((root / source.path).read_text(encoding="utf-8"))
    random.Random(f"{SEED} {source.path}").shuffle(texts)
    return texts
