"""A title phrase taken apart: place, number, subject and modifiers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.lexicon import is_place_word, role_heads, role_words
from tutanak.extraction.role_shared import GENITIVES
from tutanak.extraction.tokens import Word
from tutanak.resources.places import countries

_LONGEST_COUNTRY: Final = 4  # words


@dataclass(frozen=True, slots=True)
class Split:
    """The words before the head. `ordinal`: the digits that the phrase begins with.

    `folded` are the modifiers in small letters, the last without its ending where it is a title
    itself: `Genel Müdürü | Yardımcısı`.
    """

    place: list[str]
    ordinal: str
    committee: bool
    subject: list[Word]
    modifiers: list[Word]
    folded: list[str]


def split_phrase(
    words: Sequence[Word], first: int, own: list[Word], noun: str, body: int | None
) -> Split:
    """The words `own` before the head `noun` of a title that begins at word `first`."""
    place, rest = place_prefix(own)
    if body is not None:
        place = []
    elif first > 0 and words[first - 1].suffix in GENITIVES and noun in _ABROAD:
        country = country_ending(words, first - 1)
        sent = noun == "büyükelçi" and country[-1] not in ("Türkiye", "Cumhuriyeti")
        place = country if sent or not place else [*country, *place]
        if country[-1] == "Türkiye" and len(place) > 1:
            place = place[1:]  # Türkiye'nin Viyana Büyükelçisi
    if len(rest) > 1 and not place and rest[0].lower in role_words("former"):
        rest = rest[1:]  # Eski Oda Başkanı: no Eski Odası
        if len(rest) > 1 and rest[0].lower == "dönem":
            rest = rest[1:]  # önceki dönem Başkan Yardımcısı
    counted = noun in ("cumhurbaşkanı", "başbakan") and len(rest) == 1
    if counted and rest[0].lower in role_words("ordinals"):
        return Split(place, rest[0].text, False, [], [], [])  # Dokuzuncu Cumhurbaşkanı
    if noun == "milletvekili":
        rest = _without_term(rest)
    ordinal = rest[0].text if rest and rest[0].shape == "digit" else ""
    committee = any(word.lower == "komitesi" for word in rest)
    rest = _without_number(rest[1:] if ordinal else rest)
    folded = _folded(noun, rest)
    core = _core(folded)
    return Split(place, ordinal, committee, rest[:core], rest[core:], folded[core:])


_ABROAD: Final = ("büyükelçi", "başkonsolos", "konsolos", "maslahatgüzar")


def place_prefix(rest: list[Word]) -> tuple[list[str], list[Word]]:
    """(words of the place that a title begins with, the words behind it)."""
    for n in (3, 2, 1):
        if n <= len(rest) and is_place_word(" ".join(w.lower for w in rest[:n])):
            return [w.text for w in rest[:n]], rest[n:]
    return [], rest


def country_ending(words: Sequence[Word], k: int) -> list[str]:
    """The words of the country that ends at word `k`: `Amerika Birleşik Devletleri'nin`."""
    for n in range(_LONGEST_COUNTRY, 1, -1):
        inside = words[max(0, k + 1 - n) : k + 1]
        if " ".join(w.text for w in inside) in countries():
            return [w.text for w in inside]
    return [words[k].text]


def _without_term(rest: list[Word]) -> list[Word]:
    """`25. Dönem Zonguldak Milletvekili` without the term and its number."""
    terms = [k for k, word in enumerate(rest) if word.lower == "dönem"]
    return rest[terms[-1] + 1 :] if terms else rest


def _without_number(rest: list[Word]) -> list[Word]:
    """`Adana 1 No'lu Şube Başkanı` without `1 No'lu`."""
    if not any(word.lower in ("no", "nolu") for word in rest):
        return rest
    return [word for word in rest if word.lower not in ("no", "nolu") and word.shape != "digit"]


def _folded(noun: str, rest: list[Word]) -> list[str]:
    """The words in small letters, before a second post the last as a bare noun."""
    folded = [word.lower for word in rest]
    if noun in role_words("second") and folded and folded[-1] in role_heads():
        folded[-1] = role_heads()[folded[-1]].noun
    return folded


def _core(folded: list[str]) -> int:
    """How many words are the subject; the modifiers follow."""
    core = len(folded)
    keeps, former = role_words("keeps"), role_words("former")
    if folded[-2:] == ["yazı", "işleri"]:
        core -= 2  # Kaymakamlık | Yazı İşleri Müdürü: a post, no unit of its own
    while core > 0 and (folded[core - 1] in keeps or folded[core - 1] in former):
        core -= 1
    return core
