"""Joins near-duplicate documents, by signatures that are small enough to be kept."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final

from tutanak.copies import ALIKE, are_copies, shingles, similarity

if TYPE_CHECKING:
    from rensa import RMinHash

_PERMUTATIONS: Final = 128
_BANDS: Final = 32
_SEED: Final = 20
_MOST_COMPARED: Final = 16  # the likeliest; a notice that comes every week has thousands


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents that are one release: positions in the run, the kept one first.

    `similarity` is, for each, the share of the shingles of it and the kept one that both have.
    """

    members: tuple[int, ...]
    similarity: tuple[float, ...]


def digest_of(body: str) -> str:
    """What tells bodies apart: 16 hexadecimal digits."""
    return hashlib.sha256(body.encode(errors="replace")).hexdigest()[:16]


def minhash_of(body: str) -> "RMinHash":
    """The signature by which alike bodies are found."""
    from rensa import RMinHash

    minhash = RMinHash(_PERMUTATIONS, _SEED)
    minhash.update(sorted(shingles(body)))
    return minhash


def to_bytes(minhash: "RMinHash") -> bytes:
    """A signature as it is kept; `from_bytes` of the same rensa takes it."""
    content: bytes = minhash.__reduce__()[2]
    return content


def from_bytes(content: bytes) -> "RMinHash":
    """A signature that was kept."""
    from rensa import RMinHash

    minhash = RMinHash(_PERMUTATIONS, _SEED)
    minhash.__setstate__(content)
    return minhash


class Joining:
    """Takes the signatures of documents one by one, and joins each to those it is a copy of.

    Bodies are asked for only where two must be compared. Of equal ones the first stands for all,
    so that many equal ones do not crowd out others.

    Args:
        alike: Whether two documents, by their numbers, are copies.
        similarity: The share of shingles of two documents that both have.
    """

    def __init__(
        self, alike: Callable[[int, int], bool], similarity: Callable[[int, int], float]
    ) -> None:
        from rensa import RMinHashLSH

        self._alike = alike
        self._similarity = similarity
        self._lsh = RMinHashLSH(ALIKE, _PERMUTATIONS, _BANDS)
        self._minhashes: dict[int, RMinHash] = {}
        self._first: dict[str, int] = {}
        self._digests: list[str] = []
        self._parent: list[int] = []

    def add(self, digest: str, minhash: "Callable[[], RMinHash]") -> None:
        """Take the next document; `minhash` is asked for where its body is new."""
        number = len(self._parent)
        self._digests.append(digest)
        first = self._first.setdefault(digest, number)
        if first != number:
            self._parent.append(self._root(first))
            return
        self._parent.append(number)
        made = minhash()
        roots: set[int] = set()
        for candidate in self._likeliest(made):
            root = self._root(candidate)
            if root not in roots and self._alike(candidate, number):
                roots.add(root)
        self._lsh.insert(number, made)
        self._minhashes[number] = made
        for root in roots:
            self._parent[max(root, self._root(number))] = min(root, self._root(number))

    def _likeliest(self, minhash: "RMinHash") -> list[int]:
        """The earlier documents that are most like one, by their signatures."""
        found = self._lsh.query(minhash)
        likeness = {number: self._minhashes[number].jaccard(minhash) for number in found}
        return sorted(found, key=lambda number: (-likeness[number], number))[:_MOST_COMPARED]

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def clusters(self, order: Sequence[object]) -> Iterator[Cluster]:
        """The clusters of two and more. Of each, the member with the smallest `order` is kept.

        Args:
            order: A sortable key for each document, in the order in which they were taken.
        """
        groups: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            groups.setdefault(self._root(number), []).append(number)
        for members in groups.values():
            if len(members) < 2:
                continue
            ranked = sorted(members, key=lambda number: (order[number], number))
            kept = ranked[0]
            shares = [
                1.0
                if self._digests[number] == self._digests[kept]
                else self._similarity(kept, number)
                for number in ranked
            ]
            yield Cluster(tuple(ranked), tuple(round(share, 3) for share in shares))


class Bodies:
    """Bodies that wait in a file, each under a name."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[object, tuple[int, int]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def put(self, name: object, body: str) -> None:
        """Keep a body."""
        encoded = body.encode(errors="replace")
        self._places[name] = (self._file.seek(0, 2), len(encoded))
        self._file.write(encoded)

    def get(self, name: object) -> str:
        """A body that was kept.

        Raises:
            KeyError: None was, under this name.
        """
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length).decode()


class Copies:
    """Takes the bodies of a run one by one, and says in the end which are copies.

    Only signatures stay in memory; the bodies wait in `file`.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._bodies = Bodies(file)
        self._joining = Joining(self._alike, self._similarity)
        self._count = 0

    def add(self, body: str) -> None:
        """Take the next document, by its `body_of`; it joins those it is a copy of."""
        self._bodies.put(self._count, body)
        self._count += 1
        self._joining.add(digest_of(body), partial(minhash_of, body))

    def clusters(self, order: Sequence[object]) -> Iterator[Cluster]:
        """As `Joining.clusters`."""
        return self._joining.clusters(order)

    def _alike(self, one: int, other: int) -> bool:
        return are_copies(self._bodies.get(one), self._bodies.get(other))

    def _similarity(self, one: int, other: int) -> float:
        return similarity(self._bodies.get(one), self._bodies.get(other))
