"""Near words: which known words a misspelt one may be, without looking at all of them.

Every known word is filed under itself with up to two letters of its beginning left out (Garbe,
SymSpell, 2012); a misspelt word meets it where the same is done on its side. What meets is
measured with rapidfuzz's optimal string alignment: a swap of two letters is one edit.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

_BEGINNING: Final = 7


class Near(NamedTuple):
    """A known word and its distance in edits."""

    edits: int
    word: str


def allowed_edits(word: str) -> int:
    """How many edits a word of this length may carry: none up to 3 letters, two from 9 on."""
    if len(word) <= 3 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) <= 8 else 2


def _deletions(word: str, depth: int) -> set[str]:
    found = {word}
    edge = {word}
    for _ in range(depth):
        edge = {item[:i] + item[i + 1 :] for item in edge for i in range(len(item))}
        found |= edge
    return found


def _file(word: str, files: dict[str, list[str]]) -> None:
    if word.isalpha() and len(word) > 2:
        depth = 2 if len(word) >= 7 else 1
        for item in _deletions(word[:_BEGINNING], depth):
            files.setdefault(item, []).append(word)


class Speller:
    """Known words, filed for near look-up. The files are made at the first question."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = set(words)
        self._files: dict[str, list[str]] | None = None
        self.near = lru_cache(maxsize=16384)(self._near)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def add(self, word: str) -> None:
        """One more known word."""
        if word not in self._words:
            self._words.add(word)
            if self._files is not None:
                _file(word, self._files)
            self.near.cache_clear()

    def _filed(self) -> dict[str, list[str]]:
        if self._files is None:
            files: dict[str, list[str]] = {}
            for word in sorted(self._words):
                _file(word, files)
            self._files = files
        return self._files

    def _near(self, word: str, margin: int = 0) -> tuple[Near, ...]:
        """Known words within the allowed edits (and `margin` more), nearest first.

        Args:
            word: ASCII letters in lower case.
            margin: Edits beyond what is allowed, to see what comes second.
        """
        limit = allowed_edits(word)
        if not limit:
            return ()
        limit += margin
        files = self._filed()
        met: set[str] = set()
        for item in _deletions(word[:_BEGINNING], min(limit, 2)):
            met.update(files.get(item, ()))
        found = []
        for other in met:
            edits = OSA.distance(word, other, score_cutoff=limit)
            if edits <= limit:
                found.append(Near(int(edits), other))
        return tuple(sorted(found))
