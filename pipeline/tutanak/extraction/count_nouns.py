"""The nouns that participant counts count, in every form in which they stand behind a number.

Most are in a table; who does what (`seramikçi`) and who comes from where (`Bursalı`) are told by
their endings.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from tutanak.extraction.tokens import Word
from tutanak.records import Unit
from tutanak.resources import line_list, word_list
from tutanak.resources.places import places
from tutanak.text.fold import lower
from tutanak.text.suffixes import (
    VOWELS,
    Case,
    declensions,
    last_vowel,
    plural,
    possessed,
    possessed_plural,
)

Strength = Literal["participant", "role", "people", "body"]
STRENGTHS: Final[tuple[Strength, ...]] = ("participant", "role", "people", "body")
# Nouns whose possessive is not what the general rule makes of them.
_POSSESSED: Final = {
    "koordinatör": "koordinatörü",
    "bürokrat": "bürokratı",
    "devlet": "devleti",
    "kız": "kızı",
    "oğlan": "oğlanı",
    "genç": "genci",
    "ekip": "ekibi",
    "şehir": "şehri",
    "adam": "adamı",
    "ataşe": "ataşesi",
    "fert": "ferdi",
    "jandarma": "jandarması",
    "anaokul": "anaokulu",
    "ilkokul": "ilkokulu",
    "ortaokul": "ortaokulu",
    "yüksekokul": "yüksekokulu",
}
_AGENT: Final = re.compile(r"\w*(?:[aıâ]\w*?[cç]ı|[eiî]\w*?[cç]i|[ou]\w*?[cç]u|[öü]\w*?[cç]ü)")
_NATIVE: Final = re.compile(
    r"\w{2,}(?:[aı][^\W_aeıioöuü]*lı|[ei][^\W_aeıioöuü]*li|[ou][^\W_aeıioöuü]*lu|[öü][^\W_aeıioöuü]*lü)"
)
_HARMONY: Final = dict(zip("aıouâûeiöüî", "ııuuıuiiüüi", strict=True))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: which noun, with the compound marker or not, in which case."""

    noun: str
    unit: Unit
    strength: Strength
    marked: bool
    case: Case
    plural: bool = False


@lru_cache(maxsize=1)
def noun_forms() -> dict[str, tuple[Reading, ...]]:
    """Every form of every noun of `count_nouns.toml`, lower case, with its readings."""
    forms: dict[str, list[Reading]] = {}
    for strength in STRENGTHS:
        unit: Unit = "institution" if strength == "body" else "person"
        for noun in sorted(word_list("count_nouns", strength)):
            for form, reading in _forms_of(Reading(noun, unit, strength, False, "nom")):
                forms.setdefault(form, []).append(reading)
    for nation in sorted(word_list("count_nouns", "nations")):
        for form, reading in _forms_of(Reading(nation, "person", "people", False, "nom")):
            if not reading.marked:
                forms.setdefault(form, []).append(reading)
    joined = [(noun, True) for noun in sorted(word_list("count_nouns", "marked"))]
    joined += [(noun, False) for noun in sorted(word_list("count_nouns", "marked_bodies"))]
    for noun, human in joined:
        reading = Reading(noun, "institution", "body", False, "nom")
        if human:
            reading = Reading(noun, "person", "role", False, "nom")
        many = possessed_plural(noun[:-1])
        for stem, is_plural in ((noun, False), (many, True)):
            for form, case in declensions(stem, possessed=True):
                forms.setdefault(form, []).append(replace(reading, case=case, plural=is_plural))
    return {form: tuple(readings) for form, readings in forms.items()}


def _third(noun: str) -> str:
    """The noun with the compound marker: `kurum` -> `kurumu`, `genç` -> `genci`."""
    return _POSSESSED.get(noun) or possessed(noun)


def _forms_of(bare: Reading) -> list[tuple[str, Reading]]:
    """All forms of a noun: bare, marked, ours (`muhtarımız`), plural, marked plural."""
    noun = bare.noun
    third = _third(noun)
    if noun[-1] in VOWELS:
        ours = f"{noun}m{_HARMONY[last_vowel(noun)]}z"
    else:
        ours = f"{third}m{third[-1]}z"
    stems = (
        (noun, False, False),
        (third, True, False),
        (ours, False, False),
        (plural(noun), False, True),
        (possessed_plural(noun), True, True),
    )
    found = [
        (form, replace(bare, marked=marked, case=case, plural=is_plural))
        for stem, marked, is_plural in stems
        for form, case in declensions(stem, possessed=marked)
    ]
    if noun[-1] not in VOWELS and third[:-1] != noun:  # `çocuğa`, `şehri`, `örgütü` as they are
        low = "a" if third[-1] in "ıu" else "e"
        soft: tuple[tuple[str, Case], ...] = (
            (third[:-1] + low, "dat"),
            (third, "acc"),
            (third + "n", "gen"),
        )
        found += [(form, replace(bare, case=case)) for form, case in soft]
    return found


_SUFFIX_CASES: Final[tuple[tuple[str, Case], ...]] = (
    ("nın nin nun nün ın in un ün", "gen"),
    ("ya ye a e na ne", "dat"),
    ("yı yi yu yü ı i u ü nı ni", "acc"),
    ("da de ta te nda nde", "loc"),
    ("dan den tan ten ndan nden", "abl"),
    ("yla yle la le", "ins"),
)
SUFFIX_CASE: Final[dict[str, Case]] = {
    suffix: case for suffixes, case in _SUFFIX_CASES for suffix in suffixes.split()
}


def readings_of(word: Word) -> tuple[Reading, ...]:
    """The readings of a word as a counted noun; a suffix behind an apostrophe gives the case."""
    found = noun_forms().get(word.lower) or _derived(word)
    if not word.suffix:
        return found
    case = SUFFIX_CASE.get(word.suffix)
    if case is None:
        return ()
    return tuple(replace(r, case=case) for r in found if r.case == "nom")


def _derived(word: Word) -> tuple[Reading, ...]:
    """The readings of a word that no table has, by the ending that makes it a noun of people."""
    found: tuple[Reading, ...] = ()
    if word.shape == "title" and len(word.lower) > 4 and word.lower not in _no_natives():
        found = _declined(word.lower, _NATIVE, "people")
    if not found and not word.first and word.shape in ("lower", "title", "upper"):
        found = _agent(word.lower)
    return found


@lru_cache(maxsize=1)
def _no_natives() -> frozenset[str]:
    """Words in -lı that are no demonyms, capital or not: `sağlıklı`, `ödülü`; `Tavşanlı`."""
    named = frozenset(lower(place.name) for place in places())
    also = frozenset(name for name in named if _NATIVE.fullmatch(name) and name[:-2] in named)
    return (named - also) | frozenset(line_list("common_words"))


@lru_cache(maxsize=4096)
def _agent(form: str) -> tuple[Reading, ...]:
    """The readings of a form as a noun of trade: `seramikçi`, `kütüphanecinin`, `arkeolog`."""
    for ending in word_list("count_nouns", "agents"):
        at = form.find(ending, 3)
        if at > 0:
            found = _readings_as(form, form[: at + len(ending)], "role")
            if found:
                return found
    return _declined(form, _AGENT, "role")


@lru_cache(maxsize=4096)
def _declined(form: str, shape: re.Pattern[str], strength: Strength) -> tuple[Reading, ...]:
    """The readings of a form whose first part is a noun of this shape."""
    exceptions = word_list("count_nouns", "not_agents")
    for size in range(min(len(form), 24), 3, -1):
        bare = form[:size]
        if shape.fullmatch(bare) and bare not in exceptions:
            found = _readings_as(form, bare, strength)
            if found:
                return found
    return ()


def _readings_as(form: str, noun: str, strength: Strength) -> tuple[Reading, ...]:
    """The readings of a form if it is one of `noun`."""
    bare = Reading(noun, "person", strength, False, "nom")
    return tuple(reading for known, reading in _forms_of(bare) if known == form)


def likeliest(readings: tuple[Reading, ...], *, marked: bool) -> Reading:
    """The reading that fits: marked behind a modifier, bare right behind the number; nominative."""
    fitting = [r for r in readings if r.marked == marked] or list(readings)
    return next((r for r in fitting if r.case == "nom"), fitting[0])


def stem_end(word: Word, reading: Reading) -> int:
    """Where the word ends without its case suffix, in characters of the text."""
    if reading.case == "nom" or word.suffix:
        return word.end
    if word.lower.startswith(reading.noun) and word.lower not in noun_forms():
        return word.start + len(reading.noun)
    for size in range(len(word.lower) - 1, 1, -1):
        for bare in noun_forms().get(word.lower[:size], ()):
            same = reading.noun.endswith(bare.noun) and bare.marked == reading.marked
            if same and bare.case == "nom":
                return word.start + size
    soft = _third(reading.noun)[:-1]  # `gencin`: the stem is not the noun
    return word.start + len(soft) if word.lower.startswith(soft) else word.end


def counted_noun(tokens: tuple[Word, ...], behind: int, head: Reading) -> str:
    """The noun of a count, bare: `temsilci`; both words where they are one notion: `bilim insanı`.

    `behind` is the position of the first word behind the phrase whose head is `head`.
    """
    if not head.marked or " ve " in head.noun:
        return head.noun
    compounds = sorted(word_list("count_nouns", "compounds"))
    for at in range(max(behind - 4, 0), min(behind, len(tokens))):
        if head.noun not in (reading.noun for reading in readings_of(tokens[at])):
            continue
        for size in (2, 1):
            before = [word.lower for word in tokens[max(at - size, 0) : at]]
            opening = " ".join([*before, head.noun[:3]])
            found = next((c for c in compounds if c.startswith(opening)), None)
            if found is not None and len(before) == size:
                return found
    return head.noun
