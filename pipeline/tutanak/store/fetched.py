"""What was fetched: the state of each source, and the addresses seen."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from tutanak.store.schema import seen, sources
from tutanak.store.upsert import upsert
from tutanak.store.values import Seen, SourceState


def put_source(connection: sa.Connection, source: SourceState) -> None:
    """Write the state of a source over its last one."""
    state = json.dumps(dict(source.state), ensure_ascii=False, sort_keys=True)
    upsert(connection, sources, [asdict(source) | {"state": state}])


def all_sources(connection: sa.Connection) -> Iterator[SourceState]:
    """The states of all sources, by name."""
    for row in connection.execute(sa.select(sources).order_by(sources.c.name)):
        yield SourceState(**row._asdict() | {"state": json.loads(row.state)})


def see(connection: sa.Connection, page: Seen, *, now: datetime) -> None:
    """Note an address, or what it holds now; when it was first seen stays."""
    row = asdict(page) | {
        "first_seen": page.first_seen or now,
        "last_seen": page.last_seen or now,
    }
    upsert(connection, seen, [row], keep=["first_seen"])


def seen_at(connection: sa.Connection, url: str) -> Seen | None:
    """What is known of an address; None where it was never seen."""
    row = connection.execute(sa.select(seen).where(seen.c.url == url)).one_or_none()
    return Seen(**row._mapping) if row is not None else None


def seen_with(connection: sa.Connection, content_hash: str) -> list[Seen]:
    """The addresses that hold this content, by address."""
    same = sa.select(seen).where(seen.c.content_hash == content_hash).order_by(seen.c.url)
    return [Seen(**row._mapping) for row in connection.execute(same)]


def seen_of(connection: sa.Connection, source: str) -> Iterator[Seen]:
    """The addresses that a source led to, by address."""
    mine = sa.select(seen).where(seen.c.source == source).order_by(seen.c.url)
    for row in connection.execute(mine):
        yield Seen(**row._mapping)
