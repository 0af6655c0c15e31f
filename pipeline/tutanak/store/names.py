"""Which body each name outside the registry is: known only when all documents are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

import sqlalchemy as sa

from tutanak.emit.copied import FindCopies
from tutanak.emit.organisations import (
    AMBIGUOUS,
    LOCAL,
    NAMING,
    Group,
    body_row,
    final_ids,
    first_id,
)
from tutanak.emit.schema import Row
from tutanak.store.copies import renew
from tutanak.store.schema import READ, TABLES_OF_RUNS, provisional, state
from tutanak.store.upsert import delete, insert_new, upsert

_SETTLED: Final = "settled"
_UNSETTLED: Final = "unsettled"
_OF_BODY: Final = ("canonical_name", "kind", "parent")


def note_names(connection: sa.Connection, rows: Iterable[tuple[str, Row]]) -> None:
    """Give new names an id that will do until the next `settle`."""
    found = {str(row["organisation_id"]) for table, row in rows if table in NAMING}
    new = [
        {"as_read": name, "organisation_id": first_id(name)}
        for name in sorted(found)
        if name.startswith((LOCAL, AMBIGUOUS))
    ]
    insert_new(connection, provisional, new)
    insert_new(connection, state, [{"name": _UNSETTLED, "value": ""}])


def is_settled(connection: sa.Connection) -> bool:
    """Whether all documents are counted in `organisations`."""
    waiting = sa.select(state.c.name).where(state.c.name == _UNSETTLED)
    return connection.execute(waiting).first() is None


def settle(
    connection: sa.Connection, group: Group, *, stamp: str, find: FindCopies | None = None
) -> bool:
    """Decide which names are one body, and count the bodies; False where nothing has changed.

    Bodies are not counted in documents that are copies of others.

    Args:
        connection: Inside a transaction that may write.
        group: Which names that are not in the registry are one body.
        stamp: Tells this `group` from others: with another one, everything is decided anew.
        find: Finds the copies among all documents; None leaves those that were found last.
    """
    before = connection.scalar(sa.select(state.c.value).where(state.c.name == _SETTLED))
    if is_settled(connection) and before == stamp:
        return False
    if find is not None:
        renew(connection, find)
    _settle_ids(connection, group)
    _settle_organisations(connection)
    connection.execute(state.delete().where(state.c.name == _UNSETTLED))
    upsert(connection, state, [{"name": _SETTLED, "value": stamp}])
    return True


def _settle_ids(connection: sa.Connection, group: Group) -> None:
    unlisted: Counter[str] = Counter()
    ambiguous: set[str] = set()
    for table in sorted(NAMING):
        identity = TABLES_OF_RUNS[table].c.organisation_id
        for prefix in (LOCAL, AMBIGUOUS):
            # A range, not LIKE: both databases find it in the index.
            inside = (identity >= prefix) & (identity < prefix[:-1] + chr(ord(prefix[-1]) + 1))
            counted = sa.select(identity, sa.func.count()).where(inside).group_by(identity)
            for name, count in connection.execute(counted):
                bare = name.removeprefix(prefix)
                if prefix == AMBIGUOUS:
                    ambiguous.add(bare)
                else:
                    unlisted[bare] += count if table == "institutions" else 0
    final = final_ids(unlisted, ambiguous, group)
    names = [LOCAL + name for name in unlisted] + [AMBIGUOUS + name for name in ambiguous]
    wanted = {name: final(name) for name in names}
    had = {row.as_read: row.organisation_id for row in connection.execute(sa.select(provisional))}
    upsert(
        connection,
        provisional,
        [{"as_read": n, "organisation_id": i} for n, i in wanted.items() if had.get(n) != i],
    )
    delete(connection, provisional, had.keys() - wanted.keys())


def _settle_organisations(connection: sa.Connection) -> None:
    """Renew `organisations` from the rows of all documents."""
    table = TABLES_OF_RUNS["organisations"]
    had = {row.organisation_id: row._asdict() for row in connection.execute(sa.select(table))}
    wanted = {str(row["organisation_id"]): row for row in _bodies(connection)}
    upsert(connection, table, [row for key, row in wanted.items() if had.get(key) != row])
    delete(connection, table, had.keys() - wanted.keys())


def _bodies(connection: sa.Connection) -> Iterator[Row]:
    mentioned, people = READ["institutions"].c, READ["people"].c
    names: dict[str, Counter[str]] = {}
    counted = sa.select(mentioned.organisation_id, mentioned.name, sa.func.count())
    counted = counted.where(_counts(mentioned)).group_by(mentioned.organisation_id, mentioned.name)
    for key, name, count in connection.execute(counted):
        names.setdefault(key, Counter())[name] += count
    implied = sa.select(people.organisation_id, people.institution).distinct()
    implied = implied.where(people.organisation_id.is_not(None), _counts(people))
    for key, name in connection.execute(implied):
        names.setdefault(key, Counter())[name] += 0
    first = {row.organisation_id: row._mapping for row in connection.execute(_first_mentions())}
    documents = {row[0]: row[1] for row in connection.execute(_documents_of_bodies())}
    for key, spelt in names.items():
        yield body_row(
            key,
            {name: first[key][name] for name in _OF_BODY} if key in first else {},
            names=spelt,
            documents=documents[key],
            mentions=spelt.total(),
        )


def _counts(columns: Any) -> sa.ColumnElement[bool]:
    """Whether a row is of a document that is no copy."""
    documents = TABLES_OF_RUNS["documents"].c
    copied = sa.select(documents.document_id).where(documents.copy_of.is_not(None))
    found: sa.ColumnElement[bool] = columns.document_id.not_in(copied)
    return found


def _first_mentions() -> sa.Select[Any]:
    """The registry's facts about each body, as its first mention has them."""
    c = READ["institutions"].c
    order = (c.document_id, c.institution_index, c.mention_index)
    place = sa.func.row_number().over(partition_by=c.organisation_id, order_by=order)
    facts = (c.organisation_id, *(c[name] for name in _OF_BODY))
    ranked = sa.select(*facts, place.label("place")).where(_counts(c)).subquery()
    return sa.select(ranked).where(ranked.c.place == 1)


def _documents_of_bodies() -> sa.Select[Any]:
    """In how many documents each body occurs."""
    pairs = sa.union(
        *(
            sa.select(READ[name].c.organisation_id, READ[name].c.document_id).where(
                READ[name].c.organisation_id.is_not(None), _counts(READ[name].c)
            )
            for name in ("institutions", "people")
        )
    ).subquery()
    return sa.select(pairs.c.organisation_id, sa.func.count()).group_by(pairs.c.organisation_id)
