"""Where a store is: a URL, or the path of an SQLite file."""

from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tutanak.errors import OptionError

_POSTGRES: Final = ("postgresql", "postgres", "postgresql+psycopg")
_EXAMPLES: Final = "sqlite:///archive.db or postgresql+psycopg://user@host/database"


def address_of(store: str) -> URL:
    """What the user named, as a URL that SQLAlchemy takes.

    Args:
        store: `sqlite:///file`, `postgresql+psycopg://...` (`postgresql://` means the same), or
            the path of an SQLite file.

    Raises:
        OptionError: It is no URL, or one of another database.
    """
    if "://" not in store:
        if not store.strip():
            raise OptionError(f"the store has no name; give {_EXAMPLES}")
        return URL.create("sqlite", database=str(Path(store).expanduser()))
    try:
        url = make_url(store)
    except (ArgumentError, ValueError):
        # Not the text itself: it may hold a password.
        raise OptionError(f"the store is not named by a URL; give {_EXAMPLES}") from None
    if url.drivername in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise OptionError(f"{url.drivername}: no store is kept there; give {_EXAMPLES}")
    if url.database in (None, "", ":memory:"):
        raise OptionError(f"{store}: a store in memory would be lost; give {_EXAMPLES}")
    return url.set(drivername="sqlite")


def file_of(url: URL) -> Path | None:
    """The file of an SQLite store, links followed; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite":
        return None
    return Path(url.database or "").resolve()


def told(url: URL) -> str:
    """The URL for messages: without its password."""
    return url.render_as_string(hide_password=True)
