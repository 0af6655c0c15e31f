"""Rows out of a store, a block at a time, so that memory stays bounded."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa

from tutanak.store.copies import copied
from tutanak.store.schema import versions

_BLOCK: Final = 10_000
_RECORDS: Final = 100
Block = list[dict[str, Any]]


@contextmanager
def lines(connection: sa.Connection) -> Iterator[Iterator[str]]:
    """The records of the current versions, by document id, with what is known of their copies."""
    sources = copied(connection)
    current = sa.select(versions.c.record).where(versions.c.superseded.is_(None))
    ordered = current.order_by(versions.c.document_id)
    with connection.execute(ordered.execution_options(yield_per=_RECORDS)) as found:
        yield (sources.told(line).removesuffix("\n") for line in found.scalars())


@contextmanager
def blocks(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[Iterator[Block]]:
    """What a query gives, in its order."""
    with connection.execute(wanted.execution_options(yield_per=_BLOCK)) as found:
        yield ([dict(row) for row in rows] for rows in found.mappings().partitions())
