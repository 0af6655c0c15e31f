"""Names that a user brings: found in a text as they stand, whatever noun they end in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.institution_names import Found, spell
from tutanak.extraction.institution_text import InstitutionText
from tutanak.extraction.known import nominative_length
from tutanak.extraction.lexicon import is_ordinary
from tutanak.extraction.tokens import Word, words
from tutanak.text.fold import plain, upper

RULE: Final = "name in your registry"


@dataclass(frozen=True, slots=True)
class _Name:
    """The folded words of a name; `large` are those with a capital, `shouted`: all in capitals."""

    parts: tuple[str, ...]
    large: frozenset[int]
    shouted: bool


class OwnNames:
    """Names and aliases of a user's bodies, indexed by their first words."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted({name.strip() for name in names if name.strip()}))
        by_first: dict[str, list[_Name]] = {}
        for name in self.names:
            sequence = words(name)
            parts = tuple(_key(word) + plain(word.suffix) for word in sequence)
            if parts:
                large = frozenset(k for k, word in enumerate(sequence) if word.capital)
                one = _Name(parts, large, name == upper(name))
                by_first.setdefault(parts[0], []).append(one)
        self._by_first: Mapping[str, list[_Name]] = by_first
        self._stems = frozenset(first[:3] for first in by_first)

    def __bool__(self) -> bool:
        return bool(self.names)

    def found(self, found_in: InstitutionText) -> Iterable[Found]:
        """All places of the names in a text, in order; the longest of those that overlap."""
        sequence = found_in.words
        i = 0
        while i < len(sequence):
            match = self._match_at(found_in, i) if self._may_begin(sequence[i]) else None
            if match is None:
                i += 1
                continue
            last, length = match
            yield Found(i, last, length, spell(sequence, i, last, length), RULE, fixed=True)
            i = last + 1

    def _may_begin(self, word: Word) -> bool:
        return (word.capital or word.shape == "digit") and plain(word.lower)[:3] in self._stems

    def _match_at(self, found_in: InstitutionText, i: int) -> tuple[int, int] | None:
        """The longest name that begins at word `i`: (last word, characters of it), or None."""
        sequence = found_in.words
        first = _key(sequence[i])
        keys = {first, first + plain(sequence[i].suffix)}
        # A name of one word may stand in a case: `Köprüler'in`, `Maviyuva'da`.
        rows = [row for start in self._starts(keys, first) for row in self._by_first[start]]
        for name in sorted(rows, key=lambda row: -len(row.parts)):
            last = i + len(name.parts) - 1
            if last >= len(sequence) or not _fits(sequence, i, name):
                continue
            length = _length(sequence[last], name.parts[-1])
            if length is None or (last == i and not _alone(found_in, i, name.shouted)):
                continue
            return last, length
        return None

    def _starts(self, keys: set[str], first: str) -> list[str]:
        near = (first[:size] for size in range(max(3, len(first) - 6), len(first)))
        return [key for key in dict.fromkeys((*sorted(keys), *near)) if key in self._by_first]


def with_own(found_in: InstitutionText, found: list[Found], own: OwnNames) -> list[Found]:
    """`found` with the user's names: they give way only to longer names around them."""
    for item in own.found(found_in):
        rivals = [f for f in found if f.first <= item.last and item.first <= f.last]
        whole = all(item.first <= f.first and f.last <= item.last for f in rivals)
        if not whole or any(_same(f, item) for f in rivals):
            continue
        found = [f for f in found if f not in rivals]
        found_in.take(item)
        found.append(item)
    return found


def _same(one: Found, other: Found) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _key(word: Word) -> str:
    return plain(word.lower.strip("."))


def _fits(sequence: Sequence[Word], i: int, name: _Name) -> bool:
    """Whether all words but the last are those of the name, and its capitals are there."""
    for k, part in enumerate(name.parts):
        word = sequence[i + k]
        if k and (word.first or word.gap.strip() not in ("", ",", ".", "&", "-")):
            return False
        if k in name.large and not word.capital:
            return False
        if k < len(name.parts) - 1 and _key(word) + plain(word.suffix) != part:
            return False
    return True


def _length(word: Word, wanted: str) -> int | None:
    """Characters of `word` that are the last word of a name, None where it is another word."""
    folded = _key(word)
    if folded + plain(word.suffix) == wanted:
        return word.stop - word.start
    length = nominative_length(folded, wanted)
    return length if length is None or not word.suffix or length == len(folded) else None


def _alone(found_in: InstitutionText, i: int, capitals: bool) -> bool:
    """Whether a name of one word means the body where it stands."""
    word = found_in.words[i]
    shouted = word.sentence in found_in.capitals
    if capitals:
        return word.shape == "upper" and not shouted
    return word.capital and not (is_ordinary(word.lower) and (word.first or shouted))
