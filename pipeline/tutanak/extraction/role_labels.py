"""Boards whose name is the label of a list of members: `Denetleme Kurulu Asil Üyeler: A, B`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import role_words
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_spelling import spell_all
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word

_LONGEST_LABEL: Final = 4  # words


def label_ending(words: Sequence[Word], end: int) -> Title | None:
    """The title of the members in a list whose label ends at word `end`, or None."""
    last = end
    while last > 0 and words[last].lower in role_words("members") and adjacent(words[last]):
        last -= 1
    if words[last].lower not in role_words("labels") or last == 0 or words[last].suffix:
        return None
    first = last
    while first > max(0, last + 1 - _LONGEST_LABEL) and adjacent(words[first]):
        if not words[first - 1].capital:
            break
        first -= 1
    label = " ".join(spell_all(words[first : last + 1]))
    spare = " Yedek" if any(w.lower == "yedek" for w in words[last + 1 : end + 1]) else ""
    return Title(first, end, f"{label}{spare} Üyesi", None, None, False, True, True, "üye")
