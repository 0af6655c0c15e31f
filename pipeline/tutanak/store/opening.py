"""Opening a store: a new one gets its tables, one of another version is refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine

from tutanak.errors import StoreBusyError, StoreError, StoreVersionError
from tutanak.store import upgrade
from tutanak.store.address import address_of, file_of, told
from tutanak.store.engine import engine_of, told_errors
from tutanak.store.lock import locked_file, locked_session
from tutanak.store.store import Store

_WAIT: Final = 60.0


def open_at(store: str, *, create: bool, clock: Callable[[], datetime]) -> Store:
    """What `open_store` says."""
    url = address_of(store)
    file = file_of(url)
    if file is not None and not create and not file.exists():
        raise StoreError(f"{told(url)}: there is no store; check how the file is spelt")
    if file is not None and not file.parent.is_dir():
        raise StoreError(f"{told(url)}: there is no folder {file.parent}; make it first")
    engine = engine_of(url)
    try:
        with told_errors(url):
            _check_or_make(engine, url, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(url, engine, clock)


def _check_or_make(engine: Engine, url: URL, *, create: bool) -> None:
    with engine.connect() as connection:
        there = upgrade.check(connection, told(url))
    if there:
        return
    if not create:
        raise StoreError(f"{told(url)}: the database is empty: there is no store in it")
    _make(engine, url)


def upgrade_at(store: str) -> tuple[str | None, str]:
    """What `upgrade_store` says."""
    url = address_of(store)
    engine = engine_of(url)
    try:
        with told_errors(url), _locked(engine, url) as connection, connection.begin():
            before = upgrade.version_of(connection)
            if before is not None and not upgrade.knows(before):
                raise StoreVersionError(upgrade.too_new(told(url), before))
            upgrade.upgrade(connection)
    except StoreBusyError:
        message = f"{told(url)}: another process is writing to it; upgrade when it has ended"
        raise StoreBusyError(message) from None
    finally:
        engine.dispose()
    return before, upgrade.newest()


def _make(engine: Engine, url: URL) -> None:
    """Make the tables; where another process does so at this moment, wait for it."""
    with _locked(engine, url) as connection, connection.begin():
        if not upgrade.check(connection, told(url)):
            upgrade.upgrade(connection)


@contextmanager
def _locked(engine: Engine, url: URL) -> Iterator[sa.Connection]:
    file = file_of(url)
    with engine.connect() as connection:
        connection.execution_options(tutanak_writes=True)
        with (
            locked_session(connection, wait=_WAIT)
            if file is None
            else locked_file(file, wait=_WAIT)
        ):
            yield connection
