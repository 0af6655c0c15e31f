"""What a title phrase says, as the value that the rules for the body it leads read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.lexicon import bare_heads, institution_heads, role_words
from tutanak.extraction.role_spelling import spell
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.tokens import Word
from tutanak.resources import table

NO_BODY: Final = ""  # what a rule answers where the title leads no body that has a name


@dataclass(frozen=True, slots=True)
class TitleParts:
    """A title phrase: `Pendik | Sosyal Yardım | İlçe | müdür` is place, subject, modifiers, noun.

    `folded` are the modifiers in small letters, the last without its ending where it is a title
    itself; `body` is the index of the body before the phrase; `words` are those of the text.
    """

    noun: str
    place: tuple[str, ...]
    subject: tuple[Word, ...]
    modifiers: tuple[Word, ...]
    folded: tuple[str, ...]
    body: int | None
    words: Sequence[Word]
    bodies: Bodies

    @property
    def where(self) -> list[str]:
        """The place as it is written in names."""
        return [spell_word(word, first=True) for word in self.place]

    @property
    def unit(self) -> str:
        """The last word of the subject in small letters, or an empty string."""
        return self.subject[-1].lower if self.subject else ""

    @property
    def level(self) -> str:
        """`il` or `ilçe` where that is the only modifier, else an empty string."""
        return self.folded[0] if self.folded in (("il",), ("ilçe",)) else ""

    def chief(self) -> "TitleParts":
        """The parts of the title beside which a second one stands: `Genel Müdür | Yardımcısı`."""
        if self.noun not in role_words("second") or not self.folded:
            return self
        return replace(
            self, noun=self.folded[-1], folded=self.folded[:-1], modifiers=self.modifiers[:-1]
        )

    def parent(self) -> list[str]:
        """The name of the body before the phrase word by word, empty without one."""
        if self.body is None:
            return []
        first, last = self.bodies.first[self.body], self.bodies.last[self.body]
        name = [spell(word) for word in self.words[first : last + 1]]
        head = institution_heads().get(self.words[last].lower)
        name[-1] = name[-1][: head.length if head is not None else len(self.words[last].text)]
        return name


def is_kind(folded: str) -> bool:
    """Whether a word says of which kind a body named elsewhere is: `Fabrika Müdürü`."""
    return folded in bare_heads() or folded in table("roles")["kinds"]
