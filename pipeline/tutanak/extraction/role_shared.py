"""Bodies that titles in the plural share, and words that stand for a body named before."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import bare_heads, is_place_word, role_words
from tutanak.extraction.phrases import adjacent, comma
from tutanak.extraction.role_parts import is_kind
from tutanak.extraction.tokens import Word

# What a municipality without its place is told by: `Büyükşehir Belediyesi Genel Sekreteri`
_MUNICIPAL: Final = ("büyükşehir", "belediye")
GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})


def shared_bodies(
    words: Sequence[Word], first: int, place: Sequence[str], implied: str | None, *, plural: bool
) -> tuple[str, ...]:
    """`Pendik, Kartal ve Tuzla Belediye Başkanları`: the body of each place, in order."""
    if not plural or implied is None or len(place) != 1:
        return ()
    places = [place[0]]
    k = first
    while k > 0:
        before = k - _joint(words, k)
        if before == k or before < 0 or not is_place_word(words[before].lower):
            break
        if words[before].suffix:
            break
        k = before
        places.insert(0, words[k].text)
    if len(places) == 1:
        return ()
    return tuple(implied.replace(place[0], name, 1) for name in places)


def _joint(words: Sequence[Word], k: int) -> int:
    """How many words back the list goes on before word `k`: 1 at a comma, 2 at `ve`, else 0."""
    if comma(words[k]):
        return 1
    return 2 if words[k - 1].lower in ("ve", "ile") and adjacent(words[k]) else 0


def kind_word_of(
    words: Sequence[Word],
    first: int,
    subject: Sequence[Word],
    place: Sequence[str],
    body: int | None,
) -> str:
    """The bare head that stands for a body named before: `Dernek Başkanı`, `Ajansın uzmanı`."""
    if body is not None or place:
        return ""
    if len(subject) == 1 and is_kind(subject[0].lower):
        return subject[0].lower
    if subject and subject[-1].lower == "belediyesi" and len(subject) <= len(_MUNICIPAL):
        large = subject[0].lower == _MUNICIPAL[0]
        return _MUNICIPAL[0] if large else _MUNICIPAL[1] if len(subject) == 1 else ""
    if len(subject) > 1 and subject[0].lower in role_words("leading_kinds"):
        return subject[0].lower  # Delegasyon Sosyal Politika Sektör Yöneticisi
    return _owner(words, first)


def _owner(words: Sequence[Word], first: int) -> str:
    """The bare head in the genitive right before word `first`: `Ajansın | uzmanı`."""
    if first == 0 or not adjacent(words[first]):
        return ""
    before = words[first - 1]
    head = bare_heads().get(before.lower)
    if head is None or (head.case != "gen" and before.suffix not in GENITIVES):
        return ""
    return before.lower
