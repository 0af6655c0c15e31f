"""An index of names: exact, without spaces, in any word order, and misspelt.

Nothing here looks at all names: each question is a handful of dictionary look-ups, so its cost
does not grow with the number of names.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Final, NamedTuple

from tutanak.normalise.keys import ascii_words, bag, compact
from tutanak.normalise.spelling import Speller

_MOST_READINGS: Final = 64
_MOST_PER_WORD: Final = 4
# Words in more names than this (in a large index, than one name in 200) do not tell names apart.
_COMMON: Final = 12
_AND: Final = "ve"
_NEARLY_AND: Final = frozenset({"vc", "va", "vee", "vve", "ev", "ue"})
_DIGITS: Final = str.maketrans("0156", "olsg")
# What scanners make of letters in ASCII: read -> printed.
_SCANNED: Final = (("rn", "m"), ("ii", "u"), ("n", "ri"), ("cl", "d"), ("vv", "w"), ("h", "b"))


class Reading(NamedTuple):
    """A way to read misspelt words: the known words, all edits, and each change with its edits."""

    words: tuple[str, ...]
    edits: int
    changed: tuple[tuple[str, str, int], ...]


class NameIndex:
    """Names (as the words of their keys) to numbers of whatever bears them."""

    def __init__(self, *, closed: bool = False) -> None:
        """An empty index. `closed`: few names, all of one make, so a slip rarely makes another."""
        self._closed = closed
        self.exact: dict[str, tuple[int, ...]] = {}
        self._folded: list[tuple[tuple[str, ...], int]] = []
        self._compact: dict[str, tuple[int, ...]] | None = None
        self._bags: dict[str, tuple[int, ...]] = {}
        self._frequency: dict[str, int] = {}
        self._speller: Speller | None = None

    def add(self, words: tuple[str, ...], number: int) -> None:
        """File `number` under the words of a key."""
        key = " ".join(words)
        known = self.exact.get(key, ())
        if number not in known:
            self.exact[key] = (*known, number)
            self._folded.append((words, number))
            if self._compact is not None:
                self._file(words, number, self._compact)

    def __len__(self) -> int:
        return len(self.exact)

    def _weak(self) -> dict[str, tuple[int, ...]]:
        """The compact keys; made at the first question, with bags and frequencies."""
        if self._compact is None:
            compacts: dict[str, tuple[int, ...]] = {}
            for words, number in self._folded:
                self._file(words, number, compacts)
            self._compact = compacts
        return self._compact

    def _file(
        self, words: tuple[str, ...], number: int, compacts: dict[str, tuple[int, ...]]
    ) -> None:
        typed = ascii_words(words)
        for files, key in ((compacts, "".join(typed)), (self._bags, bag(typed))):
            known = files.get(key, ())
            if number not in known:
                files[key] = (*known, number)
        for word in set(typed):
            if self._speller is not None and word not in self._frequency:
                self._speller.add(word)
            self._frequency[word] = self._frequency.get(word, 0) + 1

    def by_compact(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Names of the same letters: typed in ASCII, words split or joined."""
        return self._weak().get(compact(words), ())

    def by_bag(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Names of the same words in another order."""
        self._weak()
        return self._bags.get(bag(ascii_words(words)), ())

    def knows(self, word: str) -> bool:
        """Whether an ASCII word is part of a name."""
        self._weak()
        return word in self._frequency

    def is_common(self, word: str) -> bool:
        """Whether an ASCII word is in so many names that it tells none of them apart."""
        self._weak()
        return self._frequency.get(word, 0) > max(_COMMON, len(self.exact) // 200)

    @property
    def speller(self) -> Speller:
        """Near words among those of all names."""
        self._weak()
        if self._speller is None:
            self._speller = Speller(self._frequency)
        return self._speller

    def misspelt(self, words: Sequence[str], elsewhere: "Words") -> Iterator[tuple[int, Reading]]:
        """Names that the words may be with a few letters wrong: numbers, each with its reading.

        Every word must be explained. A word that is known here or `elsewhere` stays as it is: a
        slip that makes another real word is not undone.
        """
        self._weak()
        choices = self._choices(list(words), elsewhere)
        if choices is None:
            return
        for parts in islice(product(*choices), _MOST_READINGS):
            edits = sum(part.edits for part in parts)
            read = tuple(word for part in parts for word in part.words)
            changed = tuple(pair for part in parts for pair in part.changed)
            if not edits or not self._plausible(read, edits, changed):
                continue
            for number in self._bags.get(bag(read), ()):
                yield number, Reading(read, edits, changed)

    def _choices(self, words: list[str], elsewhere: "Words") -> list[list[Reading]] | None:
        found: list[list[Reading]] = []
        at = 0
        while at < len(words):
            word = words[at]
            joined = word + words[at + 1] if at + 1 < len(words) else ""
            if self.knows(word) and not (
                joined and not self.knows(words[at + 1]) and self.knows(joined)
            ):
                found.append([Reading((word,), 0, ())])
            elif joined and self.knows(joined):
                found.append([Reading((joined,), 1, ())])
                at += 1
            elif options := self._options(word, elsewhere):
                found.append(options)
            else:
                return None
            at += 1
        return found

    def _options(self, word: str, elsewhere: "Words") -> list[Reading]:
        for i in range(2, len(word) - 1):
            before, after = word[:i], word[i:]
            if self.knows(before) and self.knows(after):
                return [Reading((before, after), 1, ())]
            if (before == _AND and self.knows(after)) or (after == _AND and self.knows(before)):
                return [Reading((after if before == _AND else before,), 1, ())]
        if word in _NEARLY_AND:
            return [Reading((), 1, ())]
        for clear in _as_scanned(word):
            if self.knows(clear):
                return [Reading((clear,), 1, ((word, clear, 1),))]
        if word in elsewhere:
            return []
        near = self.speller.near(word)
        return [
            Reading((n.word,), n.edits, ((word, n.word, n.edits),)) for n in near[:_MOST_PER_WORD]
        ]

    def _plausible(
        self, read: tuple[str, ...], edits: int, changed: tuple[tuple[str, str, int], ...]
    ) -> bool:
        """Few edits for the length, and enough left that tells the name apart."""
        length = sum(map(len, read))
        if edits > max(1, length // 12):
            return False
        if self._closed:
            return True
        telling = [word for word in read if not self.is_common(word)]
        for typed, word, own in changed:
            if word in telling and len(telling) == 1:
                if len(word) < 6 or typed[0] != word[0] or (own > 1 and len(word) < 11):
                    return False
            elif word in telling and len(word) < 5 and len(telling) < 3:
                return False
        return True


def _as_scanned(word: str) -> Iterator[str]:
    """What a scanner may have seen: `va1iligi` -> `valiligi`, `orrnan` -> `orman`."""
    if not word.isalpha() and not word.isdigit() and sum(c.isdigit() for c in word) <= 2:
        yield word.translate(_DIGITS)
    for read, printed in _SCANNED:
        at = word.find(read, 1)
        while at > 0:
            yield word[:at] + printed + word[at + len(read) :]
            at = word.find(read, at + 1)


class Words:
    """Words known anywhere in the registry: a slip that makes one of them is not undone."""

    def __init__(self, *indexes: NameIndex) -> None:
        self._indexes = indexes

    def __contains__(self, word: str) -> bool:
        return any(index.knows(word) for index in self._indexes)
