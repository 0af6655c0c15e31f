"""An open store: questions to it, and the way to a writer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine

from tutanak.emit.copied import FindCopies
from tutanak.emit.organisations import Group
from tutanak.errors import StoreBusyError
from tutanak.store import runs
from tutanak.store.address import file_of, told
from tutanak.store.engine import told_errors
from tutanak.store.filling import Filling
from tutanak.store.lock import locked_file, locked_session
from tutanak.store.reading import Reading
from tutanak.store.writer import Writer


class Store(Reading):
    """Made by `open_store`; closed by `close` or at the end of a `with` block."""

    def __init__(self, url: URL, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._url = url
        self._engine = engine
        self._clock = clock

    @property
    def name(self) -> str:
        """Its URL without the password."""
        return told(self._url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with told_errors(self._url), self._snapshot() as connection, connection.begin():
            yield connection

    def _snapshot(self) -> sa.Connection:
        """A connection whose transaction sees one state of all tables."""
        connection = self._engine.connect()
        if self._url.get_backend_name() == "postgresql":
            return connection.execution_options(isolation_level="REPEATABLE READ")
        return connection

    @contextmanager
    def writing(self, *, wait: float = 0.0) -> Iterator[Writer]:
        """The writer of this store: nobody else writes to it while the block lasts.

        Others may read. When the process dies, in whatever way, the store is free again.

        Args:
            wait: Seconds to wait for another writer.

        Raises:
            StoreBusyError: Another process writes still; the message says which.
            StoreError: The store cannot be locked.
        """
        file = file_of(self._url)
        with told_errors(self._url), self._engine.connect() as connection:
            connection.execution_options(tutanak_writes=True)
            lock = (
                locked_session(connection, wait=wait)
                if file is None
                else locked_file(file, wait=wait)
            )
            try:
                lock.__enter__()
            except StoreBusyError:
                raise StoreBusyError(self._who_writes()) from None
            try:
                yield Writer(connection, self._url, self._clock)
            finally:
                lock.__exit__(None, None, None)

    @contextmanager
    def filling(
        self,
        *,
        options: Mapping[str, object],
        group: Group,
        stamp: str,
        find: FindCopies | None,
        wait: float,
    ) -> Iterator[Filling]:
        """A `tutanak run` that writes to this store: see `writing` and `Writer.run`.

        Raises:
            StoreBusyError: Another process writes to it.
            StoreError: It cannot be locked or written.
        """
        with (
            self.writing(wait=wait) as writer,
            writer.run("run", options=options, group=group, stamp=stamp, find=find),
        ):
            yield Filling(writer)

    def _who_writes(self) -> str:
        with self._reading() as connection:
            under_way = [run for run in runs.latest(connection, 1) if run.status == "running"]
        whom = "another process"
        if under_way:
            run = under_way[0]
            whom = f"`tutanak {run.command}` (process {run.process}, since {run.started:%F %T} UTC)"
        return f"{self.name}: {whom} is writing to it; wait until it has ended, then run again"
