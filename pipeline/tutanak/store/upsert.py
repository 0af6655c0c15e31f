"""INSERT ... ON CONFLICT, which both databases know and SQLAlchemy spells twice."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

_Insert = sqlite.Insert | postgresql.Insert


def _insert(connection: sa.Connection, table: sa.Table) -> _Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def insert_new(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows whose key is not there yet."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def upsert(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[dict[str, Any]],
    *,
    keep: Sequence[str] = (),
) -> None:
    """Insert rows, or write them over those of the same key.

    Args:
        connection: Inside a transaction that may write.
        table: With a primary key.
        rows: All with the same columns.
        keep: Columns that an older row keeps.
    """
    if not rows:
        return
    statement = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    new = {n: statement.excluded[n] for n in rows[0] if n not in (*keys, *keep)}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=new), rows)


def delete(connection: sa.Connection, table: sa.Table, keys: Iterable[str]) -> None:
    """Delete the rows of some keys, if they are there; the key is one column."""
    (column,) = table.primary_key
    gone = [{"gone": key} for key in sorted(keys)]
    if gone:
        connection.execute(table.delete().where(column == sa.bindparam("gone")), gone)
