"""One writer at a time: a lock that dies with its process."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import filelock
import sqlalchemy as sa

from tutanak.errors import StoreBusyError, StoreError

_POLL: Final = 0.1


@contextmanager
def locked_file(file: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock of an SQLite store: the file `NAME.lock` beside it, which stays.

    Args:
        file: The store.
        wait: Seconds to wait for another writer.

    Raises:
        StoreBusyError: Another process has it still.
        StoreError: The folder cannot be written, or knows no locks.
    """
    # A lock by the mere existence of a file would outlive a killed process: never fall back to it.
    lock = filelock.FileLock(
        f"{file}.lock", timeout=wait, thread_local=False, fallback_to_soft=False
    )
    try:
        lock.acquire()
    except filelock.Timeout:
        raise StoreBusyError(str(file)) from None
    except (OSError, NotImplementedError) as error:
        raise StoreError(f"{lock.lock_file}: the store cannot be locked: {error}") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def locked_session(connection: sa.Connection, *, wait: float) -> Iterator[None]:
    """Hold the advisory lock of a PostgreSQL store for as long as this session lives.

    The session that writes is the one that holds the lock, so a lost connection loses both.

    Args:
        connection: Outside a transaction.
        wait: Seconds to wait for another writer.

    Raises:
        StoreBusyError: Another session has it still.
    """
    # Locks are the database's: several stores in it differ by their schema.
    number = sa.func.hashtextextended(sa.func.concat("tutanak:", sa.func.current_schema()), 0)
    deadline = time.monotonic() + wait
    while True:
        with connection.begin():
            got = connection.scalar(sa.select(sa.func.pg_try_advisory_lock(number)))
        if got:
            break
        if time.monotonic() >= deadline:
            raise StoreBusyError("")
        time.sleep(_POLL)
    try:
        yield
    finally:
        if not connection.invalidated and not connection.closed:
            with connection.begin():
                connection.execute(sa.select(sa.func.pg_advisory_unlock(number)))
