"""The copies among the results of a run or the documents of a store, by the ids of the records."""

import tempfile
from collections.abc import Iterable
from typing import BinaryIO

from tutanak.copies import Copies, body_of
from tutanak.emit.copied import NO_COPIES, CopyOf, Text
from tutanak.emit.copied import Copies as Found
from tutanak.emit.output import Emitted


class CopySearch:
    """Takes the results of a run in their order."""

    def __init__(self, file: BinaryIO) -> None:
        self._copies = Copies(file)
        self._ids: list[str] = []
        self._days: list[str] = []

    def add(self, result: Emitted) -> None:
        """Take the next record."""
        published = result.document["published"]
        day = str(published) if published else None
        self.take(Text(result.document_id, day, result.text))

    def take(self, text: Text) -> None:
        """Take the next text."""
        self._ids.append(text.id)
        # A release without a day is kept only where none of its copies has one.
        self._days.append(text.published or "9999")
        self._copies.add(body_of(text.text))

    def found(self) -> Found:
        """For each copy the record that is kept: the first to be published, else the first."""
        found: dict[str, CopyOf] = {}
        for cluster in self._copies.clusters(self._days):
            kept = self._ids[cluster.members[0]]
            for number, similarity in zip(cluster.members, cluster.similarity, strict=True):
                if self._ids[number] != kept:
                    found[self._ids[number]] = CopyOf(kept, similarity)
        return found


def find_copies(texts: Iterable[Text]) -> Found:
    """The copies among texts, as `CopySearch` finds them; the texts wait in a temporary file."""
    with tempfile.TemporaryFile() as bodies:
        search = CopySearch(bodies)
        for text in texts:
            search.take(text)
        return search.found()


def no_copies(_: Iterable[Text]) -> Found:
    """The answer of who does not look for any."""
    return NO_COPIES
