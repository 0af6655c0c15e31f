"""Public corpora of two columns (token TAB BIO label) to samples with suffix-free spans."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Final

import typer

from scripts.names_in_text import NamesInText
from scripts.samples import Name, Sample, write_samples
from scripts.turkish import APOSTROPHE_SUFFIX

Token = tuple[str, str]

# Their labels and ours; what is not here is no name to us.
LABELS: Final = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG"}
FINNEWS: Final = {
    "Person": "PERSON",
    "Company": "ORG",
    "Organization": "ORG",
    "Institution": "ORG",
}
FOLDERS: Final = ("wiki_ner", "nakbatr_news", "legal_koclab")
TEST_EVERY: Final = 4  # each fourth article of finnews is for its test

_ENDING: Final = re.compile(APOSTROPHE_SUFFIX + "$")
_CLOSING: Final = frozenset(".,;:!?)]}%…”")
_OPENING: Final = frozenset("([{“")


def read_conll(path: Path) -> Iterator[list[Token]]:
    """The sentences of `path`. ValueError: a line that is not token TAB label."""
    sentence: list[Token] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
            continue
        parts = line.split("\t")
        if len(parts) != 2 or (parts[1] != "O" and parts[1][:2] not in ("B-", "I-")):
            raise ValueError(f"{path}:{number}: {line!r} is not 'token TAB BIO label'")
        sentence.append((parts[0], parts[1]))
    if sentence:
        yield sentence


def joined(before: str, after: str) -> bool:
    """Whether `after` was written without a space behind `before`."""
    if after[0] in _CLOSING and len(after) <= 3:
        return True
    return before[-1] in _OPENING or bool(_ENDING.search(f"A{after}") and after[0] in "'’")


def to_sample(sentence: list[Token], *, source: str) -> Sample:
    """`sentence` as running text, its spans cut before the apostrophe of a case ending."""
    text = ""
    places: list[tuple[int, int]] = []
    words = [token for token, _ in sentence]
    for index, word in enumerate(words):
        if index and not joined(words[index - 1], word):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    names = tuple(
        Name(places[first][0], _without_ending(text, places[first][0], places[last][1]), label)
        for first, last, label in spans_of([tag for _, tag in sentence])
        # Courts write `...` for the names of private people.
        if any(character.isalnum() for word in words[first : last + 1] for character in word)
    )
    return Sample(text, names, source)


def spans_of(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """First and last token and our label of each name; `I-` without a beginning begins one."""
    starts = [
        index
        for index, (before, tag) in enumerate(pairwise(["O", *tags]))
        if tag != "O" and (tag[0] == "B" or before == "O" or before[2:] != tag[2:])
    ]
    for start in starts:
        last = start
        while last + 1 < len(tags) and tags[last + 1] == f"I-{tags[start][2:]}":
            last += 1
        if label := LABELS.get(tags[start][2:]):
            yield start, last, label


def _without_ending(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends without what follows an apostrophe, or a lone apostrophe."""
    name = text[start:end]
    cut = _ENDING.search(name)
    name = name[: cut.start()] if cut else name
    return start + len(name.rstrip("'’,;:") or name)


def read_corpus(folder: Path) -> dict[str, list[Sample]]:
    """The parts of a corpus; what its test part shares with the others is dropped from the test."""
    parts = {
        part: [to_sample(s, source=folder.name) for s in read_conll(folder / f"{part}.conll")]
        for part in ("train", "dev", "test")
        if (folder / f"{part}.conll").is_file()
    }
    if "train" not in parts:
        raise FileNotFoundError(f"{folder}/train.conll is missing: see SOURCES.md for its address")
    seen = {sample.text for part in ("train", "dev") for sample in parts.get(part, ())}
    parts["test"] = [sample for sample in parts["test"] if sample.text not in seen]
    return parts


def read_finnews(path: Path) -> dict[str, list[Sample]]:
    """Articles of finance news, their people and bodies found by name; each fourth one for test."""
    parts: dict[str, list[Sample]] = {"train": [], "test": []}
    for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        finder = NamesInText()
        for entity in article["entities"]:
            label = FINNEWS.get(entity["type"])
            # An acronym in brackets is a second name: `Türkiye İstatistik Kurumu (TÜİK)`.
            for name in re.split(r"[()]", entity["attributes"].get("name") or ""):
                if label and name.strip():
                    finder.add(name.strip(), label)
        part = "test" if number % TEST_EVERY == 3 else "train"
        for line in (article["title"], *article["content"].splitlines()):
            if line.strip():
                names = tuple(finder.find(line))
                parts[part].append(Sample(line, names, "finnews", f"finnews-{number}"))
    return parts


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with ner/ and raw/")],
    out: Annotated[Path, typer.Argument(help="where samples go")],
) -> None:
    """Write NAME.train.jsonl, NAME.dev.jsonl and NAME.test.jsonl for each corpus."""
    for name in FOLDERS:
        _write(read_corpus(corpora / "ner" / name), name, out)
    _write(read_finnews(corpora / "ner" / "finnews_silver" / "finnews_labels.json"), "finnews", out)


def _write(parts: dict[str, list[Sample]], name: str, out: Path) -> None:
    for part, samples in parts.items():
        count = write_samples(samples, out / f"{name}.{part}.jsonl")
        typer.echo(f"{name} {part}: {count} texts, {_tally(samples)}")


def _tally(samples: Iterable[Sample]) -> str:
    labels = [name.label for sample in samples for name in sample.names]
    return ", ".join(f"{labels.count(label)} {label}" for label in sorted(set(labels)))


if __name__ == "__main__":
    typer.run(main)
