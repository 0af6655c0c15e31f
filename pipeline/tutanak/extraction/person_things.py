"""Nouns behind a name that make it a hall, a school, an award, an event: `Neşet Ertaş | Parkı`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import bare_heads, institution_heads
from tutanak.extraction.person_parts import is_known_surname
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word

_THINGS: Final = (
    *("ödül", "kupa", "turnuva", "kompleks", "şeridi", "yarımada", "tepeleri", "anıt", "heykel"),
    *("palace", "camii", "mescid", "türbe", "kuleler", "kongre", "devlet", "cad.", "cd.", "bulv"),
    *("öğretmenev", "polisev", "orduev", "huzurev"),
    *("sok.", "mah.", "apt.", "kaynaklı", "köprü", "örneği", "bayram", "kültürev"),
    *("yalısı", "köşkü", "sarayı", "konağı", "kalesi", "kasrı", "operası", "senfoni", "patrikhane"),
    *("müzikali", "romanı", "dizisi", "filmi", "şarkısı", "kilise", "katedral", "manastır"),
    *("doktrin", "muharebe"),
    *("hamamı", "kanyonu", "şelalesi", "mağarası", "yaylası"),
)


def names_a_thing(words: Sequence[Word], last: int, covered: frozenset[int]) -> bool:
    """Whether the run goes on to a noun that makes it a hall, a school, an award, an event."""
    if words[last].lower.startswith(_THINGS) and not is_known_surname(words, last):
        return True
    k = last + 1
    if words[last].suffix or k >= len(words) or not adjacent(words[k]):
        return False
    if k in covered:
        return words[k].lower in institution_heads() or words[k].lower in bare_heads()
    folded = words[k].lower
    if _is_hall(words, k):
        return True
    if folded in stop_forms():
        return words[k].capital or stop_forms()[folded] == "place"
    return words[k].capital and (folded in institution_heads() or folded.startswith(_THINGS))


_HALL_KINDS: Final = frozenset(
    {"toplantı", "konferans", "seminer", "spor", "düğün", "kongre", "sergi", "tören", "brifing"}
)


def _is_hall(words: Sequence[Word], k: int) -> bool:
    """`Karamürsel Alp | toplantı salonunda`: a hall named in small letters behind its name."""
    if words[k].lower not in _HALL_KINDS or k + 1 >= len(words) or not adjacent(words[k + 1]):
        return False
    return words[k + 1].lower.startswith(("salon", "odası", "merkezi", "alanı"))
