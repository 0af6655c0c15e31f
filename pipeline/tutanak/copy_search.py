"""The copies among the results of a run or the documents of a store, by the ids of the records."""

import tempfile
from collections.abc import Sequence
from functools import cache, partial
from importlib.metadata import version
from typing import BinaryIO

from tutanak import __version__
from tutanak.copies import are_copies, body_of, similarity
from tutanak.copy_joining import (
    Bodies,
    Copies,
    Joining,
    digest_of,
    from_bytes,
    minhash_of,
    to_bytes,
)
from tutanak.emit.copied import NO_COPIES, CopyOf, KeptTexts, Signature, SignedText
from tutanak.emit.copied import Copies as Found
from tutanak.emit.output import Emitted

# A release without a day is kept only where none of its copies has one.
_NO_DAY = "9999"


class CopySearch:
    """Takes the results of a run in their order."""

    def __init__(self, file: BinaryIO) -> None:
        self._copies = Copies(file)
        self._ids: list[str] = []
        self._days: list[str] = []

    def add(self, result: Emitted) -> None:
        """Take the next record."""
        published = result.document["published"]
        self._ids.append(result.document_id)
        self._days.append(str(published) if published else _NO_DAY)
        self._copies.add(body_of(result.text))

    def found(self) -> Found:
        """For each copy the record that is kept: the first to be published, else the first."""
        return {
            self._ids[number]: CopyOf(self._ids[cluster.members[0]], alike)
            for cluster in self._copies.clusters(self._days)
            for number, alike in zip(cluster.members[1:], cluster.similarity[1:], strict=True)
        }


class _KeptSearch:
    """The same among texts that a store keeps; what was found out before is not done again."""

    def __init__(self, texts: KeptTexts, file: BinaryIO) -> None:
        self._texts = texts
        self._file = Bodies(file)
        self._signed: Sequence[SignedText] = ()
        self._compared: dict[str, dict[str, bool]] = {}

    def found(self) -> Found:
        self._signed = self._texts.signed(_stamp(), self._sign)
        joining = Joining(self._alike, self._similarity)
        for one in self._signed:
            joining.add(one.signature.digest, partial(from_bytes, one.signature.minhash))
        found = {
            self._signed[number].id: CopyOf(self._signed[cluster.members[0]].id, alike)
            for cluster in joining.clusters([one.published or _NO_DAY for one in self._signed])
            for number, alike in zip(cluster.members[1:], cluster.similarity[1:], strict=True)
        }
        self._texts.note(self._compared)
        return found

    def _sign(self, id: str, text: str) -> Signature:
        body = body_of(text)
        self._file.put(id, body)
        return Signature(digest_of(body), to_bytes(minhash_of(body)))

    def _alike(self, one: int, other: int) -> bool:
        before, new = self._signed[one], self._signed[other]
        alike = new.compared.get(before.signature.digest)
        if alike is None:
            alike = are_copies(self._body(before.id), self._body(new.id))
        self._compared.setdefault(new.id, {})[before.signature.digest] = alike
        return alike

    def _similarity(self, kept: int, other: int) -> float:
        ids = self._signed[other].id, self._signed[kept].id
        known = self._texts.similarity(*ids)
        return similarity(*map(self._body, ids)) if known is None else known

    def _body(self, id: str) -> str:
        return self._file.get(id) if id in self._file else body_of(self._texts.text(id))


def find_copies(texts: KeptTexts) -> Found:
    """The copies among the texts of a store, joined in the order of their ids.

    Only what is new or has changed is read; its bodies wait in a temporary file.
    """
    with tempfile.TemporaryFile() as bodies:
        return _KeptSearch(texts, bodies).found()


def no_copies(_: KeptTexts) -> Found:
    """The answer of who does not look for any."""
    return NO_COPIES


@cache
def _stamp() -> str:
    """Tells signatures and comparisons of this version from those of others."""
    return f"{__version__} rensa {version('rensa')}"
