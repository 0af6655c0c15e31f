"""Which row of a table is which document, when rows come and go above it."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from tutanak.records import Document
from tutanak.store.values import StoredPart

_ROW: Final = re.compile(r"#row=\d+(?:-[0-9a-f]{8,})?$")
_DIGITS: Final = 8
Sign = tuple[str, ...]


def names_of_rows(
    documents: Sequence[tuple[str, Document]], before: Iterable[StoredPart]
) -> list[str]:
    """The names of the parts of a file: those that readers give, but rows keep their first ones.

    A row is the document that has its text, else the one with its id, else the one at its number.
    Where another row has that already, it is a new one, named by its number and its text.

    Args:
        documents: The parts with the names that their reader gives them (`#row=12`).
        before: What is kept of this file.
    """
    return _Rows(documents, before).named()


class _Rows:
    def __init__(
        self, documents: Sequence[tuple[str, Document]], before: Iterable[StoredPart]
    ) -> None:
        self._documents = documents
        self._free = {part.name: part for part in before if _ROW.search(part.name)}
        self._names = {n: name for n, (name, _) in enumerate(documents) if not _ROW.search(name)}

    def named(self) -> list[str]:
        self._match(lambda name, one: (name, one.sha256), lambda old: (old.name, old.sha256))
        self._match(lambda _, one: (one.sha256,), lambda old: (old.sha256,))
        self._match(lambda _, one: (one.id,), lambda old: (old.document_id,))
        self._match(lambda name, _: (name,), lambda old: (old.name,))
        taken = set(self._names.values())
        for number, (name, document) in enumerate(self._documents):
            if number not in self._names:
                self._names[number] = _unused(name, document.sha256, taken)
                taken.add(self._names[number])
        return [self._names[number] for number in range(len(self._documents))]

    def _match(
        self, wanted: Callable[[str, Document], Sign], has: Callable[[StoredPart], Sign]
    ) -> None:
        """Give rows that have no name yet those of documents of the same table and sign."""
        waiting: dict[Sign, list[str]] = {}
        for part in self._free.values():
            waiting.setdefault((_table(part.name), *has(part)), []).append(part.name)
        for number, (name, document) in enumerate(self._documents):
            found = waiting.get((_table(name), *wanted(name, document)))
            if number not in self._names and found:
                self._names[number] = found.pop(0)
                del self._free[self._names[number]]


def _table(name: str) -> str:
    return _ROW.sub("", name)


def _unused(name: str, sha256: str, taken: set[str]) -> str:
    """The name, or that with digits of the text behind it where another row has it."""
    for length in (0, *range(_DIGITS, len(sha256) + 1)):
        one = f"{name}-{sha256[:length]}" if length else name
        if one not in taken:
            return one
    return f"{_table(name)}#row={name.rpartition('=')[2]}-{sha256}"
