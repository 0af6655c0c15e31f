"""The first tables.

A released migration never changes, so the columns stand here again as they were, not as
`emit/schema.py` has them now; a test compares the two.
"""

from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from tutanak.store.columns import DAY, FLAG, INTEGER, MOMENT, NUMBER, TEXT

revision: Final = "0001"
down_revision: Final = None

_TYPES: Final[dict[str, sa.types.TypeEngine[Any]]] = {
    "": TEXT,
    "text": TEXT,
    "integer": INTEGER,
    "number": NUMBER,
    "flag": FLAG,
    "day": DAY,
    "moment": MOMENT,
}
_SPAN: Final = "span_start:integer span_end:integer rule"

# Name, key, columns that may not be empty, columns that may.
_TABLES: Final = (
    ("identities", "key", "document_id version:integer first_saved:moment", ""),
    (
        "runs",
        "run_id:integer",
        (
            "command options process tutanak started:moment status new:integer changed:integer "
            "renewed:integer same:integer failed:integer"
        ),
        "ended:moment error",
    ),
    (
        "versions",
        "document_id version:integer",
        "source sha256 saved:moment record_sha256 record",
        "title superseded:moment run_id:integer",
    ),
    (
        "documents",
        "document_id",
        "",
        (
            "source sha256 title publisher published:day published_from url characters:integer "
            "dates:integer institutions:integer people:integer counts:integer meetings:integer "
            "warnings:integer unread_characters:integer unread_pages:integer copy_of"
        ),
    ),
    (
        "meetings",
        "document_id meeting_index:integer",
        "",
        (
            "type title ordinal:integer start:day end:day place format status organizers "
            f"people:integer institutions:integer counts:integer {_SPAN}"
        ),
    ),
    (
        "institutions_as_read",
        "document_id institution_index:integer mention_index:integer",
        "",
        (
            "organisation_id name surface canonical_name kind parent match_method "
            f"match_score:number runner_up {_SPAN}"
        ),
    ),
    (
        "organisations",
        "organisation_id",
        "",
        "name linked:flag kind parent documents:integer mentions:integer names name_counts",
    ),
    (
        "people_as_read",
        "document_id person_index:integer",
        "",
        f"name title role other_roles institution organisation_id mentions:integer {_SPAN}",
    ),
    (
        "participations_as_read",
        "document_id meeting_index:integer participant_kind participant_index:integer",
        "",
        "name role institution organisation_id organizer:flag",
    ),
    (
        "dates",
        "document_id date_index:integer",
        "",
        f"text start:day end:day role granularity {_SPAN}",
    ),
    (
        "counts",
        "document_id count_index:integer",
        "",
        f"text low:integer high:integer qualifier unit noun mode meeting_index:integer {_SPAN}",
    ),
    ("provisional", "as_read", "organisation_id", ""),
    (
        "failures",
        "key",
        "source stage error message attempts:integer first_failed:moment last_failed:moment",
        "origin retry_after:moment run_id:integer",
    ),
    ("verdicts", "number:integer", "verdict name id into note decided:moment", ""),
    (
        "sources",
        "name",
        "failures_in_a_row:integer state",
        "last_attempt:moment last_success:moment last_new:moment error",
    ),
    (
        "seen",
        "url",
        "source first_seen:moment last_seen:moment",
        "content_hash etag last_modified document_id",
    ),
    ("copies", "document_id", "cluster_id similarity:number", ""),
    ("state", "name", "value", ""),
)
_REFERENCES: Final = {
    "versions": (("document_id", "identities"), ("run_id", "runs")),
    "failures": (("run_id", "runs"),),
    "copies": (("document_id", "identities"),),
} | {
    name: (("document_id", "documents"),)
    for name, key, *_ in _TABLES
    if key.startswith("document_id ") and name != "versions"
}
_COUNTED: Final = frozenset({"runs", "verdicts"})
_INDEXES: Final = (
    ("institutions_as_read", "organisation_id"),
    ("people_as_read", "organisation_id"),
    ("participations_as_read", "organisation_id"),
    ("seen", "source"),
    ("seen", "content_hash"),
    ("copies", "cluster_id"),
)


def upgrade() -> None:
    """Make the tables and views."""
    for name, key, filled, free in _TABLES:
        words = [(word, True) for word in f"{key} {filled}".split()]
        words += [(word, False) for word in free.split()]
        op.create_table(
            name,
            *(_column(word, filled=filled) for word, filled in words),
            *_constraints(name, key),
            sqlite_autoincrement=name in _COUNTED,
        )
    for table, column in _INDEXES:
        op.create_index(f"{table}_{column}", table, [column])
    for table in ("institutions", "people", "participations"):
        _view_with_bodies(table)
    op.execute(
        "CREATE VIEW records AS SELECT document_id, version, record "
        "FROM versions WHERE superseded IS NULL"
    )


def _column(word: str, *, filled: bool) -> sa.Column[Any]:
    name, _, kind = word.partition(":")
    return sa.Column(name, _TYPES[kind], nullable=not filled)


def _constraints(name: str, key: str) -> Iterator[sa.Constraint]:
    yield sa.PrimaryKeyConstraint(*(word.partition(":")[0] for word in key.split()))
    if name == "identities":
        yield sa.UniqueConstraint("document_id")
    for column, table in _REFERENCES.get(name, ()):
        gone = "CASCADE" if table == "documents" else None
        yield sa.ForeignKeyConstraint([column], [f"{table}.{column}"], ondelete=gone)


def _view_with_bodies(table: str) -> None:
    """The rows of a table with the bodies that their names mean now."""
    (columns,) = (f"{key} {free}" for name, key, _, free in _TABLES if name == f"{table}_as_read")
    names = [word.partition(":")[0] for word in columns.split()]
    shown = ", ".join(
        "coalesce(p.organisation_id, r.organisation_id) AS organisation_id"
        if name == "organisation_id"
        else f"r.{name}"
        for name in names
    )
    op.execute(
        f"CREATE VIEW {table} AS SELECT {shown} FROM {table}_as_read r "
        "LEFT JOIN provisional p ON p.as_read = r.organisation_id"
    )
