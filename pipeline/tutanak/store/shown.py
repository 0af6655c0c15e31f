"""The tables that users see: what `tutanak export` writes and docs/store.md explains."""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa

from tutanak.store.schema import (
    READ,
    copies,
    failures,
    identities,
    runs,
    seen,
    sources,
    verdicts,
    versions,
)

RECORDS: Final = "records"


def _versions() -> sa.Select[Any]:
    """All versions with the keys of their documents, without the records themselves."""
    shown = [c for c in versions.c if c.name != "record"]
    return (
        sa.select(*shown, identities.c.key)
        .join_from(versions, identities, identities.c.document_id == versions.c.document_id)
        .order_by(versions.c.document_id, versions.c.version)
    )


def _of_run(table: sa.Table) -> sa.Select[Any]:
    """The rows in the order in which a run writes them, documents by their ids."""
    c = table.c
    if table.name == "organisations":  # the most frequent first
        return sa.select(table).order_by(c.documents.desc(), c.mentions.desc(), c.organisation_id)
    keys = [column for column in c if not column.nullable]
    people_first = {"participant_kind"}
    return sa.select(table).order_by(
        *(key.desc() if key.name in people_first else key for key in keys)
    )


def _kept(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).order_by(*table.primary_key)


SHOWN: Final[Mapping[str, sa.Select[Any]]] = {
    **{name: _of_run(table) for name, table in READ.items()},
    "versions": _versions(),
    **{table.name: _kept(table) for table in (runs, failures, verdicts, sources, seen, copies)},
}
"""All tables of values, in the order in which they are explained; records are beside them."""
