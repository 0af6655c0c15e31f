"""Bodies that hold a meeting or are what meets: `17 kuruluşun düzenlediği`, `ağını kuran 9 oda`.

Who organises a meeting takes part in it, and so do the members of a platform or project whose
meeting it is.
"""

import re
from typing import Final

from tutanak.extraction.count_cues import pattern
from tutanak.extraction.count_phrases import Phrase

_FEW: Final = 3
_ADVERBS: Final = r"\w*(?: \w+){0,2}? "
_HELD_REACH: Final = 60
_FOUNDED_REACH: Final = 45


def held_by(phrase: Phrase, folded: str, offset: int) -> str | None:
    """The words behind a genitive that say that those bodies hold what is reported.

    Args:
        phrase: The number and what it counts.
        folded: Its sentence, as the patterns read it.
        offset: Where the phrase ends in the sentence.
    """
    head = phrase.head
    if head is None or head.unit != "institution" or phrase.case != "gen":
        return None
    if (phrase.low or 0) < _FEW:
        return None
    after = folded[offset:]
    holding = re.match(rf"{_ADVERBS}({pattern('holding').pattern})(?!\w)", after)
    if holding is not None:
        said = after[holding.end() : holding.end() + _HELD_REACH]
        if pattern("meetings").search(said) or pattern("held").search(said):
            return holding[1]
    founding = re.match(rf"{_ADVERBS}({pattern('founding').pattern})(?!\w)", after)
    if founding is not None and pattern("meetings").search(after, founding.end()):
        said = after[founding.end() : founding.end() + _FOUNDED_REACH]
        if pattern("founded").search(said):
            return founding[1]
    return None
