"""Runs: what each did to the store, also when it was killed."""

import json
import os
import socket
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from tutanak import __version__
from tutanak.store.schema import runs
from tutanak.store.values import Status, StoredRun

OUTCOMES: Final = ("new", "changed", "renewed", "same", "failed")


def begin(
    connection: sa.Connection, command: str, options: Mapping[str, object], *, now: datetime
) -> int:
    """Note that a run begins; runs that never ended must be dead, for the caller has the lock."""
    dead = runs.update().where(runs.c.status == "running")
    connection.execute(dead.values(status="interrupted"))
    run_id = connection.scalar(
        runs.insert()
        .values(
            command=command,
            options=json.dumps(dict(options), ensure_ascii=False, sort_keys=True, default=str),
            process=f"{os.getpid()} on {socket.gethostname()}",
            tutanak=__version__,
            started=now,
            status="running",
            **dict.fromkeys(OUTCOMES, 0),
        )
        .returning(runs.c.run_id)
    )
    assert isinstance(run_id, int)
    return run_id


def wrote(before: Mapping[str, int], now: Mapping[str, int]) -> bool:
    """Whether more than documents that stayed the same was counted: those alone are no write."""
    return any(before[name] != now[name] for name in OUTCOMES if name != "same")


def count(connection: sa.Connection, run_id: int, counts: Mapping[str, int]) -> None:
    """Note how far a run has come."""
    connection.execute(runs.update().where(runs.c.run_id == run_id).values(dict(counts)))


def end(
    connection: sa.Connection,
    run_id: int,
    *,
    status: Status,
    now: datetime,
    error: str | None = None,
) -> None:
    """Note that a run has ended."""
    ended = runs.update().where(runs.c.run_id == run_id)
    connection.execute(ended.values(status=status, ended=now, error=error))


def latest(connection: sa.Connection, limit: int) -> Iterator[StoredRun]:
    """The last runs, the newest first."""
    newest = sa.select(runs).order_by(runs.c.run_id.desc()).limit(limit)
    for row in connection.execute(newest):
        yield StoredRun(**row._asdict() | {"options": json.loads(row.options)})
