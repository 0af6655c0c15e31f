"""Rows out of a store, a block at a time, so that memory stays bounded."""

from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa

from tutanak.store.schema import versions

_BLOCK: Final = 10_000
Block = list[dict[str, Any]]


def lines(connection: sa.Connection) -> Iterator[str]:
    """The records of the current versions, by document id."""
    current = sa.select(versions.c.record).where(versions.c.superseded.is_(None))
    ordered = current.order_by(versions.c.document_id)
    yield from connection.execution_options(yield_per=100).scalars(ordered)


def blocks(connection: sa.Connection, table: sa.Table) -> Iterator[Block]:
    """All rows of a table by its key; of `organisations`, the most frequent first."""
    c = table.c
    order: list[Any] = [c[name] for name in _key(table)]
    if table.name == "organisations":
        order = [c.documents.desc(), c.mentions.desc(), c.organisation_id]
    ordered = sa.select(table).order_by(*order).execution_options(yield_per=_BLOCK)
    for rows in connection.execute(ordered).mappings().partitions():
        yield [dict(row) for row in rows]


def _key(table: sa.Table) -> list[str]:
    """The columns that tell rows apart; views have no key of their own."""
    if table.primary_key:
        return [column.name for column in table.primary_key]
    return [column.name for column in table.c if not column.nullable]
