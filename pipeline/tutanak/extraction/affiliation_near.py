"""Bodies right before a title, no part of it: `X adına | Genel Müdür A`, `X'te | Müdür B`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.lexicon import institution_heads
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent

_FOR: Final = ("adına", "temsilen")
_PARTICLES: Final = ("ise", "da", "de")
_STANDS: Final = ("standında", "stantında", "tesisinde", "tesislerinde", "fabrikasında")
_LOCATIVES: Final = ("da", "de", "ta", "te", "nda", "nde")
# Who receives visitors at a place that a text names
_INSIDE: Final = frozenset({"müdür", "sahip", "yetkili", "şef", "mühendis", "usta", "ortak"})
_RECEIVED: Final = ("karşıla", "ağırla", "bilgi", "anlat", "ikram", "bahset", "gezdir")
_FIRM: Final = ("firmasının", "firmasından", "şirketinin", "şirketinden", "işletmesinin")


def of_near(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The body for which somebody signs, or where the holder of a post receives visitors."""
    if title.body is not None or title.ours or title.first < 1:
        return None
    k = title.first - 1
    if sequence[k].sentence != sequence[title.first].sentence:
        return None
    if sequence[k].lower in _PARTICLES and k > 0 and adjacent(sequence[title.first]):
        k -= 1
    if sequence[k].lower in (*_FOR, *_FIRM) and k > 0:
        return _ending_at(sequence, k - 1, seats)
    if title.noun not in _INSIDE:
        return None
    if sequence[k].lower in _STANDS and k > 0:
        return _ending_at(sequence, k - 1, seats)
    received = any(
        w.lower.startswith(_RECEIVED)
        for w in sequence[title.last : title.last + _CLAUSE]
        if w.sentence == sequence[title.last].sentence
    )
    return _ending_at(sequence, k, seats) if received and _in_locative(sequence[k]) else None


_CLAUSE: Final = 24  # words from a title to the verb


def _ending_at(sequence: Sequence[Word], k: int, seats: Seats) -> str | None:
    """The body whose last word is word `k`, or None."""
    at = sequence[k].start
    behind = sequence[k + 1].start if k + 1 < len(sequence) else sequence[k].end
    whole = [name for start, end, name in seats.mentions if start <= at < end <= behind]
    return whole[-1] if whole else None


def _in_locative(word: Word) -> bool:
    if word.suffix:
        return word.suffix in _LOCATIVES
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "loc"
