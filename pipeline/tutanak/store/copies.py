"""Which documents of a store are copies of one release: one cluster a release."""

import sqlalchemy as sa

from tutanak.emit.copied import CopiedSources, Copies, CopyOf, FindCopies
from tutanak.store.schema import TABLES_OF_RUNS, copies
from tutanak.store.signatures import Texts
from tutanak.store.upsert import delete, upsert

_documents = TABLES_OF_RUNS["documents"]


def clusters(connection: sa.Connection) -> dict[str, str]:
    """The cluster of each document that has copies, by document id."""
    pairs = sa.select(copies.c.document_id, copies.c.cluster_id).order_by(copies.c.document_id)
    return {row.document_id: row.cluster_id for row in connection.execute(pairs)}


def put_copies(connection: sa.Connection, found: Copies) -> None:
    """Write which documents are copies of which, over what was found last.

    A cluster is named by the document that is kept, which is a member of its own.
    """
    kept = {copy.kept: CopyOf(copy.kept, 1.0) for copy in found.values()}
    rows = {
        one: {"document_id": one, "cluster_id": copy.kept, "similarity": copy.similarity}
        for one, copy in sorted((kept | dict(found)).items())
    }
    before = {row.document_id: row._asdict() for row in connection.execute(sa.select(copies))}
    upsert(connection, copies, [row for one, row in rows.items() if before.get(one) != row])
    delete(connection, copies, before.keys() - rows.keys())
    c = _documents.c
    noted = sa.select(c.document_id, c.copy_of).where(c.copy_of.is_not(None))
    had = {row.document_id: row.copy_of for row in connection.execute(noted)}
    for one in had.keys() | found.keys():
        copy_of = found[one].kept if one in found else None
        if had.get(one) != copy_of:
            mine = _documents.update().where(c.document_id == one)
            connection.execute(mine.values(copy_of=copy_of))


def renew(connection: sa.Connection, find: FindCopies) -> None:
    """Look for copies among all documents; those that are kept without their text take no part.

    They are joined in the order of their ids, so that the clusters do not depend on the rounds in
    which documents came; what was compared before is not compared again.
    """
    put_copies(connection, find(Texts(connection)))


def copied(connection: sa.Connection) -> CopiedSources:
    """What is to be told of copies in the records of the current versions."""
    c = _documents.c
    names = (c.document_id, c.source, c.publisher, c.published, c.url)
    wanted = (
        sa.select(*names, copies.c.cluster_id, copies.c.similarity)
        .join_from(_documents, copies, c.document_id == copies.c.document_id)
        .where(copies.c.document_id != copies.c.cluster_id)
        .order_by(c.document_id)
    )
    rows = [row._asdict() for row in connection.execute(wanted)]
    found = {row["document_id"]: CopyOf(row["cluster_id"], row["similarity"]) for row in rows}
    sources = CopiedSources(found)
    for row in rows:
        day = row["published"].isoformat() if row["published"] else None
        sources.add([("documents", row | {"published": day})])
    return sources
