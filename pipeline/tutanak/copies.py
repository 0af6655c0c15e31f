"""The same release in several places: near-duplicate documents of a run, found and kept once.

Documents that share many runs of words are candidates (MinHash and LSH, by rensa). Two are copies
when nearly all of what they say is the same and what differs is dropped or added, not replaced: a
weekly notice with other days, numbers or names is no copy.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final

from tutanak.text.fold import lower

if TYPE_CHECKING:
    from rensa import RMinHash

_RUN: Final = 4  # words in a shingle
_PERMUTATIONS: Final = 128
_BANDS: Final = 32
_SEED: Final = 20
_ALIKE: Final = 0.7
_FEWEST: Final = 30
_BODY_WORDS: Final = 8
_SAME_WORD: Final = 75.0
_MOST_COMPARED: Final = 16  # the likeliest; a notice that comes every week has thousands
_LONGEST: Final = 20_000
_CACHED: Final = 256
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_NUMBER: Final = re.compile(r"\d")
_TIMES: Final = re.compile(
    r"ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents that are one release: positions in the run, the kept one first.

    `similarity` is, for each, the share of the shingles of it and the kept one that both have.
    """

    members: tuple[int, ...]
    similarity: tuple[float, ...]


def body_of(text: str) -> str:
    """The paragraphs of a text without headlines, datelines and other short lines."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    long = [line for line in lines if len(line.split()) >= _BODY_WORDS]
    return "\n".join(long or [line for line in lines if line])[:_LONGEST]


class Copies:
    """Takes the bodies of a run one by one, and says in the end which are copies.

    Only signatures stay in memory; the bodies wait in `file`.
    """

    def __init__(self, file: BinaryIO) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._file = file
        self._places: list[tuple[int, int]] = []
        self._lsh = RMinHashLSH(_ALIKE, _PERMUTATIONS, _BANDS)
        self._signatures: list[RMinHash] = []
        self._parent: list[int] = []

    def add(self, body: str) -> None:
        """Take the next document, by its `body_of`; it joins those it is a copy of."""
        from rensa import RMinHash

        number = len(self._places)
        encoded = body.encode()
        self._places.append((self._file.seek(0, 2), len(encoded)))
        self._file.write(encoded)
        self._parent.append(number)
        signature = RMinHash(_PERMUTATIONS, _SEED)
        signature.update(sorted(shingles(body)))
        roots: set[int] = set()
        for candidate in self._likeliest(signature):
            root = self._root(candidate)
            if root not in roots and are_copies(self._body(candidate), body):
                roots.add(root)
        self._lsh.insert(number, signature)
        self._signatures.append(signature)
        for root in roots:
            self._parent[max(root, self._root(number))] = min(root, self._root(number))

    def _likeliest(self, signature: "RMinHash") -> list[int]:
        """The earlier documents that are most like one, by their signatures."""
        found = self._lsh.query(signature)
        likeness = {number: self._signatures[number].jaccard(signature) for number in found}
        return sorted(found, key=lambda number: (-likeness[number], number))[:_MOST_COMPARED]

    def _body(self, number: int) -> str:
        start, length = self._places[number]
        self._file.seek(start)
        return self._file.read(length).decode()

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
        for number in range(len(self._places)):
            groups.setdefault(self._root(number), []).append(number)
        for members in groups.values():
            if len(members) < 2:
                continue
            ranked = sorted(members, key=lambda number: (order[number], number))
            kept = shingles(self._body(ranked[0]))
            shares = [_jaccard(kept, shingles(self._body(number))) for number in ranked]
            yield Cluster(tuple(ranked), tuple(round(share, 3) for share in shares))


def are_copies(one: str, other: str) -> bool:
    """Whether two bodies are one release: alike, and no number, day or name is replaced.

    In short notices every word tells; they must be the same.
    """
    here, there = _words(one), _words(other)
    if here == there or min(len(here), len(there)) < _FEWEST:
        return here == there
    times, others = _times(one), _times(other)
    if times - others and others - times:
        # Each has numbers or days that the other lacks: this spares most comparisons.
        return False
    return _jaccard(shingles(one), shingles(other)) >= _ALIKE and not _replaced(one, other)


@lru_cache(maxsize=_CACHED)
def shingles(body: str) -> frozenset[str]:
    """All runs of four words of a body, in lower case; a body of fewer words is one run."""
    words = _words(body)
    if len(words) <= _RUN:
        return frozenset((" ".join(words),))
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


@lru_cache(maxsize=_CACHED)
def _words(body: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(lower(body)))


@lru_cache(maxsize=_CACHED)
def _times(body: str) -> frozenset[str]:
    """The words of a body that are numbers, months or days of the week."""
    return frozenset(word for word in _words(body) if _is_time(word))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _replaced(one: str, other: str) -> bool:
    """Whether a number, day or name of one stands where the other has a different one."""
    first, second = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, list(map(lower, first)), list(map(lower, second)), False)
    return any(
        kind == "replace" and _tell_apart(first[a:b], second[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
    )


def _tell_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    for telling in (_is_time, _is_name):
        here, there = ([word for word in side if telling(word)] for side in (one, other))
        if here and there and not _same(here, there):
            return True
    return False


def _is_time(word: str) -> bool:
    return _NUMBER.search(word) is not None or _TIMES.match(lower(word)) is not None


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not _is_time(word)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of words are one, but for how they are spelt and cut."""
    from rapidfuzz.fuzz import ratio

    a, b = (lower("".join(side)).replace("'", "").replace("’", "") for side in (one, other))
    digits = ["".join(filter(str.isdigit, text)) for text in (a, b)]
    return digits[0] == digits[1] and ratio(a, b) >= _SAME_WORD
