"""The one form that all data pass through: a text and the spans of its names, one JSON a line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

LABELS: Final = ("ORG", "PERSON")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: `text[start:end]`, without what follows an apostrophe. `optional`: never scored."""

    start: int
    end: int
    label: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence or paragraph of `source`; `document` groups what must not be divided in folds."""

    text: str
    names: tuple[Name, ...]
    source: str
    document: str = ""


def write_samples(samples: Iterable[Sample], path: Path) -> int:
    """Write `samples` to `path`; the number written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for sample in samples:
            file.write(json.dumps(asdict(sample), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_samples(path: Path) -> Iterator[Sample]:
    """The samples of `path`. FileNotFoundError names the step that makes it."""
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: `weasel run corpora` (or `all`) makes it")
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            row["names"] = tuple(Name(**name) for name in row["names"])
            yield Sample(**row)
