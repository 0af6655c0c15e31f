"""The copies among the results of a run, by the ids of their records."""

from typing import BinaryIO

from tutanak.copies import Copies, body_of
from tutanak.emit.copied import CopyOf
from tutanak.emit.output import Emitted


class CopySearch:
    """Takes the results of a run in their order."""

    def __init__(self, file: BinaryIO) -> None:
        self._copies = Copies(file)
        self._ids: list[str] = []
        self._days: list[str] = []

    def add(self, result: Emitted) -> None:
        """Take the next record."""
        for table, row in result.rows:
            if table == "documents":
                self._ids.append(str(row["document_id"]))
                # A release without a day is kept only where none of its copies has one.
                self._days.append(str(row["published"] or "9999"))
        self._copies.add(body_of(result.text))

    def found(self) -> dict[str, CopyOf]:
        """For each copy the record that is kept: the first to be published, else the first."""
        found: dict[str, CopyOf] = {}
        for cluster in self._copies.clusters(self._days):
            kept = self._ids[cluster.members[0]]
            for number, similarity in zip(cluster.members, cluster.similarity, strict=True):
                if self._ids[number] != kept:
                    found[self._ids[number]] = CopyOf(kept, similarity)
        return found
