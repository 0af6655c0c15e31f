"""The nouns that participant counts count, in every form in which they stand behind a number."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from tutanak.extraction.tokens import Word
from tutanak.records import Unit
from tutanak.resources import word_list
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
}
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
    for noun in sorted(word_list("count_nouns", "marked")):
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
    found = noun_forms().get(word.lower, ())
    if not word.suffix:
        return found
    case = SUFFIX_CASE.get(word.suffix)
    if case is None:
        return ()
    return tuple(replace(r, case=case) for r in found if r.case == "nom")


def likeliest(readings: tuple[Reading, ...], *, marked: bool) -> Reading:
    """The reading that fits: marked behind a modifier, bare right behind the number; nominative."""
    fitting = [r for r in readings if r.marked == marked] or list(readings)
    return next((r for r in fitting if r.case == "nom"), fitting[0])


def stem_end(word: Word, reading: Reading) -> int:
    """Where the word ends without its case suffix, in characters of the text."""
    if reading.case == "nom" or word.suffix:
        return word.end
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
