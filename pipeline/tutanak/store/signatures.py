"""What stands for texts when copies are looked for, kept so that only new ones are read.

A row is of a text as it was under `record_sha256`; it is made anew when the current record has
another. Documents that are kept without their text have an empty one.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from tutanak.emit.copied import Signature, SignedText
from tutanak.store.schema import TABLES_OF_RUNS, copies, signatures, state, versions
from tutanak.store.upsert import upsert

_documents = TABLES_OF_RUNS["documents"]
_SIGNED: Final = "signed"
_RECORDS: Final = 100
_current = versions.c.superseded.is_(None)


class Texts:
    """The texts of the current versions: `emit.copied.KeptTexts`, inside a transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._renewed: set[str] = set()
        self._stored: dict[str, str] = {}
        self._similar: dict[tuple[str, str], float] | None = None

    def signed(self, stamp: str, sign: Callable[[str, str], Signature]) -> Sequence[SignedText]:
        """All texts by their ids; those that are new or have changed are signed."""
        self._heed(stamp)
        new = self._unsigned()
        for start in range(0, len(new), _RECORDS):
            ids = new[start : start + _RECORDS]
            upsert(self._connection, signatures, list(self._made(ids, sign)))
            self._renewed.update(ids)
        c = signatures.c
        kept = (
            sa.select(c.document_id, _documents.c.published, c.digest, c.minhash, c.compared)
            .join_from(signatures, _documents, c.document_id == _documents.c.document_id)
            .where(c.minhash.is_not(None))
            .order_by(c.document_id)
        )
        found: list[SignedText] = []
        for row in self._connection.execute(kept):
            self._stored[row.document_id] = row.compared
            day = row.published.isoformat() if row.published else None
            signature = Signature(row.digest, bytes(row.minhash))
            found.append(SignedText(row.document_id, day, signature, json.loads(row.compared)))
        return found

    def text(self, id: str) -> str:
        """One text; empty where its document is kept without."""
        mine = sa.select(versions.c.record).where(versions.c.document_id == id, _current)
        return str(json.loads(self._connection.execute(mine).scalar_one()).get("text") or "")

    def similarity(self, id: str, kept: str) -> float | None:
        """How alike two texts were found to be, where neither has changed since."""
        if not self._renewed.isdisjoint((id, kept)):
            return None
        if self._similar is None:
            found = self._connection.execute(sa.select(copies))
            self._similar = {(row.document_id, row.cluster_id): row.similarity for row in found}
        return self._similar.get((id, kept))

    def note(self, compared: Mapping[str, Mapping[str, bool]]) -> None:
        """Keep all that was asked of each text, in place of what was noted before."""
        rows = [
            {"of": id, "now": told}
            for id, stored in self._stored.items()
            if (told := json.dumps(compared.get(id, {}), sort_keys=True)) != stored
        ]
        if rows:
            mine = signatures.update().where(signatures.c.document_id == sa.bindparam("of"))
            self._connection.execute(mine.values(compared=sa.bindparam("now")), rows)

    def _heed(self, stamp: str) -> None:
        """Forget signatures that were made otherwise."""
        made_by = sa.select(state.c.value).where(state.c.name == _SIGNED)
        if self._connection.scalar(made_by) != stamp:
            self._connection.execute(signatures.delete())
            upsert(self._connection, state, [{"name": _SIGNED, "value": stamp}])

    def _unsigned(self) -> list[str]:
        c = signatures.c
        found = (
            sa.select(versions.c.document_id)
            .outerjoin(
                signatures,
                (c.document_id == versions.c.document_id)
                & (c.record_sha256 == versions.c.record_sha256),
            )
            .where(_current, c.document_id.is_(None))
            .order_by(versions.c.document_id)
        )
        return list(self._connection.execute(found).scalars())

    def _made(
        self, ids: Sequence[str], sign: Callable[[str, str], Signature]
    ) -> Iterator[dict[str, object]]:
        c = versions.c
        wanted = sa.select(c.document_id, c.record_sha256, c.record)
        found = wanted.where(c.document_id.in_(ids), _current).order_by(c.document_id)
        before = self._compared(ids)
        for row in self._connection.execute(found):
            text = json.loads(row.record).get("text")
            digest, minhash = sign(row.document_id, text) if text else (None, None)
            yield {
                "document_id": row.document_id,
                "record_sha256": row.record_sha256,
                "digest": digest,
                "minhash": minhash,
                "compared": before.get((row.document_id, digest), "{}"),
            }

    def _compared(self, ids: Sequence[str]) -> dict[tuple[str, str | None], str]:
        """What was noted of texts; it holds as long as their digests are the same."""
        c = signatures.c
        noted = sa.select(c.document_id, c.digest, c.compared).where(c.document_id.in_(ids))
        return {
            (row.document_id, row.digest): row.compared for row in self._connection.execute(noted)
        }
