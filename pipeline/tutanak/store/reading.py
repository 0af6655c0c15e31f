"""What can be read from a store, whether or not one writes to it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from tutanak.normalise.verdicts import Placed
from tutanak.records import Record
from tutanak.store import copies, decisions, documents, failures, fetched, names, runs
from tutanak.store.rows import lines
from tutanak.store.values import (
    Decision,
    Seen,
    SourceState,
    StoredFailure,
    StoredPart,
    StoredRun,
    Version,
)

if TYPE_CHECKING:
    import pandas as pd

    from tutanak.store.formats import Format


class Reading(ABC):
    """Questions to a store. A writer sees what it has not committed yet; a store does not."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection for one question."""

    def read_tables(self) -> dict[str, "pd.DataFrame"]:
        """The eight tables of the current versions, typed like those of a folder, by key."""
        from tutanak.store.frames import read_frames

        with self._reading() as connection:
            return read_frames(connection)

    def records(self) -> Iterator[Record]:
        """The records of the current versions, by document id."""
        for line in self.record_lines():
            yield Record.model_validate_json(line)

    def export(self, table: str, to: Path, *, format: "Format") -> dict[Path, int]:
        """Write one table to a file, or `all` to a folder (Excel: to one file).

        Args:
            table: One of the eight of a run, `records`, `versions`, `runs`, `failures`,
                `verdicts`, `sources`, `seen`, `copies`; or `all`.
            to: The file, or the folder.
            format: `csv`, `parquet`, `xlsx` or `jsonl`.

        Returns:
            The rows in each file.

        Raises:
            OptionError: There is no such table, or it has no such format.
            OutputError: The files cannot be written, or a table does not fit into a sheet.
        """
        from tutanak.store.export import export

        with self._reading() as connection:
            return export(connection, table, to, format)

    def record_lines(self) -> Iterator[str]:
        """The same as JSON, as in `records.jsonl`, without line ends."""
        with self._reading() as connection, lines(connection) as found:
            yield from found

    def record(self, document_id: str, *, version: int | None = None) -> Record | None:
        """One record; the current version where none is given. None where there is none."""
        with self._reading() as connection:
            line = documents.line_of(connection, document_id, version=version)
        return Record.model_validate_json(line) if line is not None else None

    def versions(self, key: str) -> list[Version]:
        """All versions of the document under a key, the oldest first; empty where unknown."""
        with self._reading() as connection:
            return list(documents.history(connection, key))

    def parts_of(self, key: str) -> list[StoredPart]:
        """The documents that lie in a page or file: members of archives, rows of tables."""
        with self._reading() as connection:
            return list(documents.parts_of(connection, key))

    def is_settled(self) -> bool:
        """Whether the table `organisations` counts all documents (else a run was cut short)."""
        with self._reading() as connection:
            return names.is_settled(connection)

    def runs(self, *, limit: int = 20) -> list[StoredRun]:
        """The last runs, the newest first."""
        with self._reading() as connection:
            return list(runs.latest(connection, limit))

    def failures(self) -> list[StoredFailure]:
        """What is in quarantine, by key."""
        with self._reading() as connection:
            return list(failures.in_quarantine(connection))

    def decisions(self) -> list[Decision]:
        """People's decisions about names, the oldest first; a later one outranks an earlier."""
        with self._reading() as connection:
            return decisions.decisions(connection)

    def decided(self) -> list[Placed]:
        """The same as `own_files` takes them, with where they stand."""
        return decisions.placed(self.decisions())

    def sources(self) -> dict[str, SourceState]:
        """The state of every source that was ever fetched, by its name."""
        with self._reading() as connection:
            return {one.name: one for one in fetched.all_sources(connection)}

    def seen(self, url: str) -> Seen | None:
        """What is known of an address; None where it was never seen."""
        with self._reading() as connection:
            return fetched.seen_at(connection, url)

    def seen_with(self, content_hash: str) -> list[Seen]:
        """The addresses that hold this content."""
        with self._reading() as connection:
            return fetched.seen_with(connection, content_hash)

    def seen_of(self, source: str) -> list[Seen]:
        """The addresses that a source led to."""
        with self._reading() as connection:
            return list(fetched.seen_of(connection, source))

    def copies(self) -> dict[str, str]:
        """The cluster of each document that has copies, by document id."""
        with self._reading() as connection:
            return copies.clusters(connection)
