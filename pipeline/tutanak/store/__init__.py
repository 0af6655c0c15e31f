"""What is kept over many runs: documents with versions, decisions, quarantine, fetch state.

    from tutanak.store import open_store

    with open_store("sqlite:///archive.db") as store, store.writing() as writer:
        with writer.run("sync", group=group):
            saved = writer.save(record, key=url)

SQLAlchemy is needed for it (`tutanak[store]`), so it is imported when a store is opened.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tutanak.optional import extra

if TYPE_CHECKING:
    from tutanak.store.store import Store


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def open_store(store: str, *, create: bool = True, clock: Callable[[], datetime] = now) -> "Store":
    """Open a store; a new one gets its tables.

    Args:
        store: `sqlite:///file`, the path of an SQLite file, or `postgresql+psycopg://...`.
        create: Whether to make one where there is none.
        clock: What time it is: all moments in the store come from it.

    Raises:
        MissingPackageError: SQLAlchemy or psycopg is not installed.
        OptionError: `store` is not the name of a store.
        StoreVersionError: Its tables are older or newer than this tutanak's.
        StoreError: There is none, and `create` is False; or it cannot be reached.
    """
    with extra("store"):
        from tutanak.store.opening import open_at
    return open_at(store, create=create, clock=clock)


def upgrade_store(store: str) -> tuple[str | None, str]:
    """Bring a store's tables to the version of this tutanak; a new store is made.

    Args:
        store: As for `open_store`.

    Returns:
        Its version before, None for a new one, and its version now.

    Raises:
        StoreBusyError: Another process writes to it.
        StoreVersionError: It is newer than this tutanak.
        StoreError: It cannot be reached.
    """
    with extra("store"):
        from tutanak.store.opening import upgrade_at
    return upgrade_at(store)
