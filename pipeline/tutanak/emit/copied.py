"""Copies in the results: each names the record it is a copy of, and that one names its copies."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from tutanak.emit.schema import Row


class CopyOf(NamedTuple):
    """The id of the record that is kept, and how alike the copy is to it."""

    kept: str
    similarity: float


class Text(NamedTuple):
    """A text among which copies are looked for; `published` is an ISO date."""

    id: str
    published: str | None
    text: str


Copies = Mapping[str, CopyOf]
FindCopies = Callable[[Iterable[Text]], Copies]
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
