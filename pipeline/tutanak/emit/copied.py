"""Copies in the results: each names the record it is a copy of, and that one names its copies."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Protocol

from tutanak.emit.schema import Row


class CopyOf(NamedTuple):
    """The id of the record that is kept, and how alike the copy is to it."""

    kept: str
    similarity: float


class Signature(NamedTuple):
    """What stands for a text when copies are looked for: texts of one digest are copies."""

    digest: str
    minhash: bytes


class SignedText(NamedTuple):
    """A text that is kept. `published` is an ISO date.

    `compared` says of other texts, by their digests, whether this one is a copy of them.
    """

    id: str
    published: str | None
    signature: Signature
    compared: Mapping[str, bool]


class KeptTexts(Protocol):
    """The texts of a store, with what was found out about them before."""

    def signed(self, stamp: str, sign: Callable[[str, str], Signature], /) -> Sequence[SignedText]:
        """All texts by their ids.

        `sign` is called with id and text of those that are new or have changed; of all, where
        they were signed under another `stamp`.
        """

    def text(self, id: str, /) -> str:
        """One text."""

    def similarity(self, id: str, kept: str, /) -> float | None:
        """How alike two texts were found to be, where neither has changed since."""

    def note(self, compared: Mapping[str, Mapping[str, bool]], /) -> None:
        """Keep all that was asked of each text, by id, in place of what was noted before."""


Copies = Mapping[str, CopyOf]
FindCopies = Callable[[KeptTexts], Copies]
Taker = Callable[[Iterable[tuple[str, Row]]], None]
NO_COPIES: Final[Copies] = MappingProxyType({})
_TOLD: Final = ("source", "publisher", "published", "url")


def mark_copy(rows: Iterable[tuple[str, Row]], copies: Copies) -> bool:
    """Fill `copy_of` in the row of a document. Returns whether it is a copy."""
    for table, row in rows:
        if table == "documents" and (copy := copies.get(str(row["document_id"]))) is not None:
            row["copy_of"] = copy.kept
            return True
    return False


class CopiedSources:
    """Gathers where copies come from, and writes it into the records that are kept."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._also_in: dict[str, list[dict[str, Any]]] = {}

    def add(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Take the rows of one document."""
        for table, row in rows:
            if table == "documents" and (copy := self._copies.get(str(row["document_id"]))):
                told = {"id": row["document_id"], **{name: row[name] for name in _TOLD}}
                told["similarity"] = copy.similarity
                self._also_in.setdefault(copy.kept, []).append(told)

    def write_into(self, path: Path) -> None:
        """Rewrite the lines of the records that are copies or have some; the others stay."""
        written = path.with_suffix(".copies")
        with (
            path.open(encoding="utf-8") as old,
            written.open("w", encoding="utf-8", newline="\n") as new,
        ):
            for line in old:
                new.write(self.told(line))
        written.replace(path)

    def told(self, line: str) -> str:
        """The line of a record, with what is known of its copies."""
        # The id stands in front: most lines need not be parsed.
        record_id = json.JSONDecoder().raw_decode(line, line.index('"id":') + 5)[0]
        if record_id not in self._copies and record_id not in self._also_in:
            return line
        record = json.loads(line)
        if (copy := self._copies.get(record_id)) is not None:
            record["copy_of"] = copy.kept
        record["also_in"] = self._also_in.get(record_id, [])
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
