"""Documents and their versions: what a record does to a store, in a transaction of the caller."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from tutanak.emit.output import Emitted
from tutanak.emit.schema import TABLES, Row
from tutanak.store.copies import copied
from tutanak.store.keys import PART
from tutanak.store.names import note_names
from tutanak.store.schema import TABLES_OF_RUNS, identities, versions
from tutanak.store.values import Saved, StoredPart, Version

_DAYS: Final = {
    table.name: tuple(column.name for column in table.columns if column.kind == "day")
    for table in TABLES
}
_FEW: Final = 8


def save(
    connection: sa.Connection, emitted: Emitted, *, key: str, now: datetime, run_id: int | None
) -> Saved:
    """Write a record as the current version of the document under `key`.

    Args:
        connection: Inside a transaction that may write.
        emitted: The record's line and rows.
        key: What names the document for good: its canonical URL, or the path of its file.
        now: When this happens.
        run_id: The run that does it.
    """
    known = connection.execute(
        sa.select(*_without_record(), versions.c.record_sha256)
        .join(
            identities,
            (identities.c.document_id == versions.c.document_id)
            & (identities.c.version == versions.c.version),
        )
        .where(identities.c.key == key)
    ).one_or_none()
    if known is None:
        emitted = _renamed(emitted, _free_id(connection, emitted.document_id, key))
        saved = Saved(emitted.document_id, 1, "new")
        first = {"key": key, "document_id": saved.document_id, "version": 1, "first_saved": now}
        connection.execute(identities.insert(), first)
    else:
        emitted = _renamed(emitted, known.document_id)
        document = emitted.document
        if (known.sha256, known.title) != (document["sha256"], document["title"]):
            saved = Saved(known.document_id, known.version + 1, "changed")
        elif known.record_sha256 != _sha256(emitted.line):
            saved = Saved(known.document_id, known.version, "renewed")
        else:
            return Saved(known.document_id, known.version, "same")
    _write_version(connection, emitted, saved, now=now, run_id=run_id)
    _write_rows(connection, emitted, replaced=known is not None)
    return saved


def history(connection: sa.Connection, key: str) -> Iterator[Version]:
    """All versions of the document under a key, the oldest first."""
    found = connection.execute(
        sa.select(identities.c.key, *_without_record())
        .join_from(identities, versions, identities.c.document_id == versions.c.document_id)
        .where(identities.c.key == key)
        .order_by(versions.c.version)
    )
    for row in found:
        yield Version(**row._mapping)


def parts_of(connection: sa.Connection, key: str) -> Iterator[StoredPart]:
    """The documents inside a page or file, by their keys."""
    c = identities.c
    first, behind = f"{key}{PART}", f"{key}{chr(ord(PART) + 1)}"
    found = connection.execute(
        sa.select(c.key, c.document_id, versions.c.sha256)
        .join_from(
            identities,
            versions,
            (c.document_id == versions.c.document_id) & (c.version == versions.c.version),
        )
        # A range, not LIKE: both databases find it in the index.
        .where(c.key >= first, c.key < behind)
        .order_by(c.key)
    )
    for row in found:
        yield StoredPart(row.key.removeprefix(key), row.document_id, row.sha256)


def _without_record() -> list[sa.Column[Any]]:
    return [c for c in versions.c if c.name not in ("record", "record_sha256")]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _free_id(connection: sa.Connection, wanted: str, key: str) -> str:
    """The record's id, or that with digits made from the key where another document has it."""
    digest = _sha256(key)
    for length in (0, *range(_FEW, len(digest) + 1)):
        one = f"{wanted}-{digest[:length]}" if length else wanted
        taken = sa.select(identities.c.key).where(identities.c.document_id == one)
        if connection.execute(taken).first() is None:
            return one
    raise AssertionError("two keys with one SHA-256")


def _renamed(emitted: Emitted, document_id: str) -> Emitted:
    """The same with another id."""
    if emitted.document_id == document_id:
        return emitted
    content = json.loads(emitted.line) | {"id": document_id}
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    rows = tuple((table, row | {"document_id": document_id}) for table, row in emitted.rows)
    return replace(emitted, line=line, rows=rows)


def _write_version(
    connection: sa.Connection, emitted: Emitted, saved: Saved, *, now: datetime, run_id: int | None
) -> None:
    mine = versions.c.document_id == saved.document_id
    written: dict[str, Any] = {
        "source": emitted.document["source"],
        "run_id": run_id,
        "record_sha256": _sha256(emitted.line),
        "record": emitted.line,
    }
    if saved.outcome == "renewed":
        renewed = versions.update().where(mine, versions.c.version == saved.version)
        connection.execute(renewed.values(written))
        return
    if saved.outcome == "changed":
        old = versions.update().where(mine, versions.c.version == saved.version - 1)
        connection.execute(old.values(superseded=now))
        moved = identities.update().where(identities.c.document_id == saved.document_id)
        connection.execute(moved.values(version=saved.version))
    written |= {
        "document_id": saved.document_id,
        "version": saved.version,
        "sha256": emitted.document["sha256"],
        "title": emitted.document["title"],
        "saved": now,
    }
    connection.execute(versions.insert(), written)


def _write_rows(connection: sa.Connection, emitted: Emitted, *, replaced: bool) -> None:
    documents = TABLES_OF_RUNS["documents"]
    if replaced:  # the rows of the other tables go with it
        mine = documents.c.document_id == emitted.document_id
        connection.execute(documents.delete().where(mine))
    rows: dict[str, list[dict[str, Any]]] = {}
    for table, row in emitted.rows:
        rows.setdefault(table, []).append(_with_days(table, row))
    for table, several in rows.items():
        connection.execute(TABLES_OF_RUNS[table].insert(), several)
    note_names(connection, emitted.rows)


def _with_days(table: str, row: Row) -> dict[str, Any]:
    days = {name: row[name] for name in _DAYS[table]}
    return row | {name: day and date.fromisoformat(str(day)) for name, day in days.items()}


def line_of(
    connection: sa.Connection, document_id: str, *, version: int | None = None
) -> str | None:
    """A record as JSON: of the current version where none is given; None where there is none."""
    wanted = versions.c.superseded.is_(None) if version is None else versions.c.version == version
    query = sa.select(versions.c.record, versions.c.superseded)
    found = connection.execute(query.where(versions.c.document_id == document_id, wanted))
    if (row := found.one_or_none()) is None:
        return None
    line: str = row.record
    return copied(connection).told(line).removesuffix("\n") if row.superseded is None else line
