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


def blocks(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[Block]:
    """What a query gives, in its order."""
    found = connection.execute(wanted.execution_options(yield_per=_BLOCK))
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]
