"""The quarantine of a store: what could not be read, why, and how often it was tried."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa

from tutanak.records import Failure
from tutanak.store.schema import failures
from tutanak.store.upsert import upsert
from tutanak.store.values import StoredFailure


def storable(text: str) -> str:
    """A text that every database takes: names of files may hold bytes that are no characters."""
    return text.encode(errors="replace").decode().replace("\0", "\ufffd")


def fail(
    connection: sa.Connection,
    failure: Failure,
    *,
    key: str,
    origin: str | None,
    retry_after: datetime | None,
    now: datetime,
    run_id: int | None,
) -> int:
    """Put an input into quarantine, or count one more attempt. Returns the attempts."""
    key = storable(key)
    tried = sa.select(failures.c.attempts).where(failures.c.key == key)
    attempts = int(connection.scalar(tried) or 0) + 1
    row = {
        "key": key,
        "origin": origin,
        "source": storable(failure.source),
        "stage": failure.stage,
        "error": failure.error,
        "message": storable(failure.message),
        "attempts": attempts,
        "first_failed": now,
        "last_failed": now,
        "retry_after": retry_after,
        "run_id": run_id,
    }
    upsert(connection, failures, [row], keep=["first_failed"])
    return attempts


def solve(connection: sa.Connection, key: str) -> None:
    """Take an input out of quarantine, if it is there."""
    connection.execute(failures.delete().where(failures.c.key == storable(key)))


def in_quarantine(connection: sa.Connection) -> Iterator[StoredFailure]:
    """All inputs that wait there, by their keys."""
    for row in connection.execute(sa.select(failures).order_by(failures.c.key)):
        yield StoredFailure(**row._mapping)
