"""The same release in several places: whether two texts are one.

Texts that share many runs of words are candidates (`copy_joining`). Two are copies when nearly
all of what they say is the same and what differs is dropped or added, not replaced: a weekly
notice with other days, numbers or names is no copy.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from tutanak.text.fold import lower

_RUN: Final = 4  # words in a shingle
ALIKE: Final = 0.7
_FEWEST: Final = 30
_BODY_WORDS: Final = 8
_SAME_WORD: Final = 75.0
_LONGEST: Final = 20_000
_CACHED: Final = 256
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_NUMBER: Final = re.compile(r"\d")
_TIMES: Final = re.compile(
    r"ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
)


def body_of(text: str) -> str:
    """The paragraphs of a text without headlines, datelines and other short lines."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    long = [line for line in lines if len(line.split()) >= _BODY_WORDS]
    return "\n".join(long or [line for line in lines if line])[:_LONGEST]


def similarity(one: str, other: str) -> float:
    """The share of the shingles of two bodies that both have."""
    return _jaccard(shingles(one), shingles(other))


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
    return similarity(one, other) >= ALIKE and not _replaced(one, other)


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
