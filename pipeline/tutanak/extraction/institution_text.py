"""One text while its bodies are sought: the words, their sentences, and what is spoken for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tutanak.extraction.institution_names import Found, headings, is_capitals
from tutanak.extraction.lexicon import HeadForm, institution_heads, is_place_word
from tutanak.extraction.refusing import Sink, refuse
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list

_LIST_COMMAS = 3  # commas from which on a sentence of capitals is a list, no heading


@lru_cache(maxsize=64)
def rule_words(key: str) -> frozenset[str]:
    """A list of the table of rules for names of bodies."""
    return word_list("institution_rules", key)


@dataclass(slots=True)
class InstitutionText:
    """The words of a text. `capitals` and `headings` are sentences where capitals say little.

    `refused` takes what is no name of a body, if it is wanted.
    """

    text: str
    words: Sequence[Word]
    capitals: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()
    taken: list[bool] = field(default_factory=list)
    refused: Sink = None

    @classmethod
    def of(cls, text: str, words: Sequence[Word], refused: Sink = None) -> "InstitutionText":
        """The text before anything is found."""
        commas = Counter(w.sentence for w in words if "," in w.gap)
        told = {w.sentence for w in words if text[w.stop : w.stop + 1] == "."}
        titles = frozenset(
            s for s in headings(words) if commas[s] < _LIST_COMMAS and not (commas[s] and s in told)
        )
        return cls(text, words, is_capitals(words), titles, [False] * len(words), refused)

    def refuse(self, first: int, last: int, reason: str) -> None:
        """Leave words `first` to `last` with the reason why they name no body, if it is wanted."""
        if self.refused is not None:
            start, end = self.words[first].start, self.words[last].end
            refuse(self.refused, "institutions", self.text, start, end, reason)

    def take(self, found: Found) -> None:
        """Keep the words of `found` for it."""
        for k in range(found.first, found.last + 1):
            self.taken[k] = True

    def refuse_run(self, last: int, reason: str) -> None:
        """The same for the capitalised words that end at word `last`."""
        first = last
        while self.refused is not None and first > 0 and self.words[first - 1].capital:
            if self.words[first].gap != " " or self.words[first - 1].suffix:
                break
            first -= 1
        self.refuse(first, last, reason)

    def is_free(self, found: Found) -> bool:
        """Whether no word of `found` is spoken for."""
        return not any(self.taken[found.first : found.last + 1])

    def head(self, k: int) -> HeadForm | None:
        """The head that word `k` is in the nominative, or None."""
        if not 0 <= k < len(self.words):
            return None
        head = institution_heads().get(self.words[k].lower)
        return head if head is not None and head.case == "nom" else None

    def is_place(self, k: int) -> bool:
        """Whether word `k` is a place."""
        return 0 <= k < len(self.words) and is_place_word(self.words[k].lower)

    def joins(self, k: int) -> bool:
        """Whether word `k` is `ve` or `ile`."""
        return 0 <= k < len(self.words) and self.words[k].lower in ("ve", "ile")

    def floor(self, i: int) -> int:
        """The first word that a name which ends at `i` could begin with."""
        k = i
        while k > 0 and not self.words[k].first and not self.taken[k - 1]:
            k -= 1
        return k
