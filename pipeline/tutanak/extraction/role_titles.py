"""Titles of people as values, and where the bodies of a text stand by its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutanak.extraction.tokens import Word


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a person. `body` is a known body's index, `implied` a name that is led by it."""

    first: int
    last: int
    role: str
    body: int | None
    implied: str | None
    ours: bool
    plural: bool
    bare: bool
    noun: str
    shared: tuple[str, ...] = ()
    kind_word: str = ""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Where the bodies of the text stand, by words: index of the mention by word, and its ends."""

    at: dict[int, int]
    first: dict[int, int]
    last: dict[int, int]

    def ending_at(self, k: int) -> int | None:
        """The body whose last word is word `k`, or None."""
        body = self.at.get(k)
        return body if body is not None and self.last[body] == k else None


def bodies_at(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> Bodies:
    """The mentions with `spans` by the words that they cover."""
    at: dict[int, int] = {}
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    starts = {word.start: i for i, word in enumerate(words)}
    for n, (begin, end) in enumerate(spans):
        i = starts.get(begin)
        if i is None:
            continue
        k = i
        while k < len(words) and words[k].start < end:
            at.setdefault(k, n)
            k += 1
        first[n], last[n] = i, k - 1
    return Bodies(at, first, last)
