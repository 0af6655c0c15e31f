"""Connections to the database of a store, set up alike for SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine

from tutanak.errors import StoreError
from tutanak.optional import extra
from tutanak.store.address import told

_WAIT_MS: Final = 30_000


def engine_of(url: URL) -> Engine:
    """An engine whose transactions are real ones on both databases.

    Raises:
        MissingPackageError: psycopg is not installed, and the store is a PostgreSQL one.
    """
    if url.get_backend_name() == "sqlite":
        engine = sa.create_engine(url)
        sa.event.listen(engine, "connect", _set_up_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    with extra("postgresql"):
        return sa.create_engine(url, connect_args={"application_name": "tutanak"})


def _set_up_sqlite(connection: Any, _: object) -> None:
    # Python's own handling begins a transaction late and never for DDL: a killed upgrade would
    # leave half of it. Readers go on beside a writer in WAL mode.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_WAIT_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("tutanak_writes") else "BEGIN")


@contextmanager
def told_errors(url: URL) -> Iterator[None]:
    """Errors of the database become errors of tutanak that name the store.

    Raises:
        StoreError: The database cannot be reached, read or written.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise StoreError(f"{told(url)}: {_first_line(error.orig or error)}") from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
