"""The tables of a store, for queries; `migrations/` makes them.

The eight tables of a run have the columns that `emit/schema.py` says, and hold the current
versions alone. Three of them name bodies. Which spellings of a name outside the registry are one
body depends on all documents, so their rows keep the id as the document alone gives it
(`*_as_read`), `provisional` says what each such id means now, and the tables that users read
are views that join the two.
"""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa

from tutanak.emit.organisations import NAMING
from tutanak.emit.schema import TABLES, Kind, Table
from tutanak.store.columns import BYTES, DAY, FLAG, INTEGER, MOMENT, NUMBER, TEXT

AS_READ: Final = "_as_read"
META: Final = sa.MetaData()
_VIEWS: Final = sa.MetaData()
_TYPES: Final[Mapping[Kind, sa.types.TypeEngine[Any]]] = {
    "text": TEXT,
    "integer": INTEGER,
    "number": NUMBER,
    "flag": FLAG,
    "day": DAY,
}


def _columns(table: Table, *, view: bool = False) -> list[sa.Column[Any]]:
    return [
        sa.Column(c.name, _TYPES[c.kind], primary_key=c.key and not view, nullable=not c.key)
        for c in table.columns
    ]


def _of_documents(table: Table) -> sa.Table:
    """Rows that go when their document goes."""
    name = table.name + AS_READ if table.name in NAMING else table.name
    gone = sa.ForeignKeyConstraint(["document_id"], ["documents.document_id"], ondelete="CASCADE")
    extra = [sa.Index(f"{name}_organisation_id", "organisation_id")] if table.name in NAMING else []
    return sa.Table(name, META, *_columns(table), gone, *extra)


identities: Final = sa.Table(
    "identities",
    META,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("document_id", TEXT, nullable=False, unique=True),
    sa.Column("version", INTEGER, nullable=False),
    sa.Column("first_saved", MOMENT, nullable=False),
)

runs: Final = sa.Table(
    "runs",
    META,
    sa.Column("run_id", INTEGER, primary_key=True, autoincrement=True),
    sa.Column("command", TEXT, nullable=False),
    sa.Column("options", TEXT, nullable=False),
    sa.Column("process", TEXT, nullable=False),
    sa.Column("tutanak", TEXT, nullable=False),
    sa.Column("started", MOMENT, nullable=False),
    sa.Column("ended", MOMENT),
    sa.Column("status", TEXT, nullable=False),
    sa.Column("error", TEXT),
    *(
        sa.Column(name, INTEGER, nullable=False)
        for name in ("new", "changed", "renewed", "same", "failed")
    ),
    sqlite_autoincrement=True,
)

versions: Final = sa.Table(
    "versions",
    META,
    sa.Column("document_id", TEXT, sa.ForeignKey("identities.document_id"), primary_key=True),
    sa.Column("version", INTEGER, primary_key=True),
    sa.Column("source", TEXT, nullable=False),
    sa.Column("sha256", TEXT, nullable=False),
    sa.Column("title", TEXT),
    sa.Column("saved", MOMENT, nullable=False),
    sa.Column("superseded", MOMENT),
    sa.Column("run_id", INTEGER, sa.ForeignKey("runs.run_id")),
    sa.Column("record_sha256", TEXT, nullable=False),
    sa.Column("record", TEXT, nullable=False),
)

TABLES_OF_RUNS: Final = {
    table.name: sa.Table(table.name, META, *_columns(table))
    if table.name in ("documents", "organisations")
    else _of_documents(table)
    for table in TABLES
}
"""What is written, by the name of the table of a run."""

READ: Final = {
    table.name: sa.Table(table.name, _VIEWS, *_columns(table, view=True)) for table in TABLES
}
"""What is read, by name: three of these are views."""

provisional: Final = sa.Table(
    "provisional",
    META,
    sa.Column("as_read", TEXT, primary_key=True),
    sa.Column("organisation_id", TEXT, nullable=False),
)

failures: Final = sa.Table(
    "failures",
    META,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("origin", TEXT),
    sa.Column("source", TEXT, nullable=False),
    sa.Column("stage", TEXT, nullable=False),
    sa.Column("error", TEXT, nullable=False),
    sa.Column("message", TEXT, nullable=False),
    sa.Column("attempts", INTEGER, nullable=False),
    sa.Column("first_failed", MOMENT, nullable=False),
    sa.Column("last_failed", MOMENT, nullable=False),
    sa.Column("retry_after", MOMENT),
    sa.Column("run_id", INTEGER, sa.ForeignKey("runs.run_id")),
)

verdicts: Final = sa.Table(
    "verdicts",
    META,
    sa.Column("number", INTEGER, primary_key=True, autoincrement=True),
    *(sa.Column(c, TEXT, nullable=False) for c in ("verdict", "name", "id", "into", "note")),
    sa.Column("decided", MOMENT, nullable=False),
    sqlite_autoincrement=True,
)

sources: Final = sa.Table(
    "sources",
    META,
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("last_attempt", MOMENT),
    sa.Column("last_success", MOMENT),
    sa.Column("last_new", MOMENT),
    sa.Column("failures_in_a_row", INTEGER, nullable=False),
    sa.Column("error", TEXT),
    sa.Column("state", TEXT, nullable=False),
)

seen: Final = sa.Table(
    "seen",
    META,
    sa.Column("url", TEXT, primary_key=True),
    sa.Column("source", TEXT, nullable=False),
    sa.Column("content_hash", TEXT),
    sa.Column("etag", TEXT),
    sa.Column("last_modified", TEXT),
    sa.Column("document_id", TEXT),
    sa.Column("first_seen", MOMENT, nullable=False),
    sa.Column("last_seen", MOMENT, nullable=False),
    sa.Index("seen_source", "source"),
    sa.Index("seen_content_hash", "content_hash"),
)

copies: Final = sa.Table(
    "copies",
    META,
    sa.Column("document_id", TEXT, sa.ForeignKey("identities.document_id"), primary_key=True),
    sa.Column("cluster_id", TEXT, nullable=False),
    sa.Column("similarity", NUMBER, nullable=False),
    sa.Index("copies_cluster_id", "cluster_id"),
)

signatures: Final = sa.Table(
    "signatures",
    META,
    sa.Column("document_id", TEXT, sa.ForeignKey("identities.document_id"), primary_key=True),
    sa.Column("record_sha256", TEXT, nullable=False),
    sa.Column("digest", TEXT),
    sa.Column("minhash", BYTES),
    sa.Column("compared", TEXT, nullable=False),
)

state: Final = sa.Table(
    "state",
    META,
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("value", TEXT, nullable=False),
)
