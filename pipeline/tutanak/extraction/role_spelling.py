"""Words of titles and of the bodies they lead, as they are written in records."""

from collections.abc import Sequence

from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise
from tutanak.text.suffixes import possessed


def spell(word: Word) -> str:
    """A word of a name or title in title case, `ve` in small letters."""
    return spell_word(word.text, first=True) if word.lower not in ("ve", "ile") else word.lower


def spell_all(words: Sequence[Word]) -> list[str]:
    """The words of a name or title, each in title case."""
    return [spell(word) for word in words]


def spell_head(noun: str) -> str:
    """The head of a name with its marker: `müdürlük` -> `Müdürlüğü`."""
    return capitalise(possessed(noun))


def is_roman(folded: str) -> bool:
    """Whether a folded word is a Roman numeral: `II. Başkan`."""
    return set(folded) <= set("ıiv")
