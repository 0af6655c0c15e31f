"""The version of a store's tables, and the way to the newest one (Alembic)."""

import warnings
from functools import cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tutanak.errors import StoreError, StoreVersionError
from tutanak.store.schema import META

VERSION_TABLE: Final = "tutanak_version"
_SCRIPTS: Final = Path(__file__).parent / "migrations"


def _config(connection: sa.Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


@cache
def _known() -> tuple[str, ...]:
    """All versions, the oldest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))


def newest() -> str:
    """The version that this tutanak works with."""
    return _known()[-1]


def knows(version: str) -> bool:
    """Whether this tutanak has a migration to this version."""
    return version in _known()


def too_new(name: str, version: str) -> str:
    """What to tell of a store whose version is not known here."""
    return (
        f"{name}: its tables are of version {version}, newer than this tutanak knows "
        f"({newest()}); install a newer tutanak"
    )


def version_of(connection: sa.Connection) -> str | None:
    """The version of a store's tables; None where there are none.

    Raises:
        StoreError: The database holds tables of other programs under the same names.
    """
    options = {"version_table": VERSION_TABLE}
    version = MigrationContext.configure(connection, opts=options).get_current_revision()
    if version is None:
        taken = sorted(set(sa.inspect(connection).get_table_names()) & set(META.tables))
        if taken:
            raise StoreError(
                f"the database holds a table {taken[0]!r} that is not tutanak's; "
                "give the store a database or schema of its own"
            )
    return version


def check(connection: sa.Connection, name: str) -> bool:
    """Whether there is a store; False where the database is empty.

    Args:
        connection: To its database.
        name: The store's, for messages.

    Raises:
        StoreVersionError: Its tables are older or newer than those of this tutanak.
        StoreError: The tables are not tutanak's.
    """
    version = version_of(connection)
    if version is None:
        return False
    if not knows(version):
        raise StoreVersionError(too_new(name, version))
    if version != newest():
        raise StoreVersionError(
            f"{name}: its tables are of version {version}, and this tutanak needs {newest()}; "
            f"make a copy of the store, then run: tutanak store upgrade {name}"
        )
    return True


def upgrade(connection: sa.Connection) -> None:
    """Bring the tables to the newest version, inside the transaction of the caller."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        command.upgrade(_config(connection), "head")
