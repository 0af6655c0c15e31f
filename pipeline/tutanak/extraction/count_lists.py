"""Nouns that `ve` and commas join behind one number: `kurum ve kuruluş`, `köy ve kent muhtarı`."""

import re
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.count_nouns import (
    Reading,
    counted_noun,
    likeliest,
    readings_of,
    stem_end,
)
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.suffixes import Case

PHRASE_LENGTH: Final = 10
# Words that cannot stand before a counted noun: converbs, infinitives, nouns with a case suffix.
CASED: Final = re.compile(
    r"\w{2,}(?:[ae]rak|[ae]rken|mak|mek|[ıiuü]yor|m[ıiuü]şt[ıiuü]r|[dt][ae]n|y?l[ae]|n[ıiuü]n|"
    r"(?<!or)(?<!pos)(?<!kı)(?<!us)(?<!gı)(?<!sa)(?<!mo)(?<!si)[dt][ae])"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, where each starts, and which of them open numerals."""

    tokens: tuple[Word, ...]
    starts: list[int]
    numerals: frozenset[int]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What a number counts. `stop` is in characters, `behind` the first word behind.

    `group`: the group word behind `kişilik` (`heyet`), or `kişilik` itself where another word
    follows (a room with so many seats); then `head` is None.
    """

    head: Reading | None
    group: str
    stop: int
    behind: int


def joined(here: Words, at: int, head: Reading | None) -> NounPhrase | None:
    """What `ve` at word `at` joins to a body: `kurum ve kuruluş`, `devlet ve hükümet başkanı`."""
    if head is None or head.unit != "institution" or head.case != "nom":
        return None
    shared = _shared_head(here, at)
    if shared is not None:
        return shared
    if at + 1 >= len(here.tokens) or at + 1 in here.numerals:
        return None
    for i in range(at + 1, min(at + 4, len(here.tokens))):  # `ve sivil toplum kuruluşu`
        word = here.tokens[i]
        if not _modifies(here, i) and not readings_of(word):
            return None
        readings = tuple(r for r in readings_of(word) if not r.plural)
        if not readings:
            continue
        second = likeliest(readings, marked=True)
        if second.unit != "institution" or (i > at + 1 and not second.marked):
            return None
        first_noun = counted_noun(here.tokens, at, head)
        noun = f"{first_noun} ve {counted_noun(here.tokens, i + 1, second)}"
        reading = Reading(noun, "institution", "body", second.marked, second.case)
        return NounPhrase(reading, "", stem_end(word, second), i + 1)
    return None


def _modifies(here: Words, i: int) -> bool:
    """Whether word `i` may stand before a noun of a list: no name, case, numeral or stop word."""
    word = here.tokens[i]
    stray = word.suffix or word.capital or word.shape == "digit" or i in here.numerals
    stopped = word.lower in word_list("count_nouns", "stop") or word.lower == "ve"
    return not stray and not stopped and CASED.fullmatch(word.lower) is None


def listed(here: Words, at: int) -> NounPhrase | None:
    """The noun that listed words share: `servis, minibüs ve taksi şoförü`, `kadın ve genç çiftçi`.

    Bodies joined by `ve` are another thing (`joined`); without the compound marker only
    adjectives can share a noun.
    """
    halves = word_list("count_nouns", "adjectival") | word_list("count_nouns", "divided")
    linked, adjectives = False, True
    for i in range(at, min(at + PHRASE_LENGTH, len(here.tokens))):
        word = here.tokens[i]
        gap = word.gap.strip()
        if word.sentence != here.tokens[at].sentence or gap not in ("", ","):
            return None
        if word.lower == "ve" and i > at and not linked and not gap:
            linked = True
            continue
        if (gap == "," and (linked or i == at)) or not _modifies(here, i):
            return None
        last = here.tokens[i - 1].lower
        shared = linked and last != "ve"
        readings = [r for r in readings_of(word) if not r.plural]
        fitting = [r for r in readings if r.marked or (adjectives and last in halves)]
        if shared and fitting:
            reading = likeliest(tuple(fitting), marked=not adjectives)
            return NounPhrase(reading, "", stem_end(word, reading), i + 1)
        adjective = word.lower in halves
        if readings and not adjective:
            return None
        adjectives = adjectives and adjective
    return None


def _shared_head(here: Words, at: int) -> NounPhrase | None:
    """The person noun that two bodies joined by `ve` share."""
    for i in range(at + 1, min(at + 4, len(here.tokens))):
        word = here.tokens[i]
        if word.gap.strip() or i in here.numerals:
            return None
        readings = readings_of(word)
        if i == at + 1 and any(r.unit == "institution" and r.case == "gen" for r in readings):
            return None  # `26 kurum ve kuruluşun temsilcisi`
        for reading in readings:
            if reading.unit == "person" and reading.marked and not reading.plural:
                return NounPhrase(reading, "", stem_end(word, reading), i + 1)
        if not readings and i > at + 1:
            return None
    return None


def coordinated_case(here: Words, head: Reading, at: int) -> tuple[Case, int]:
    """The case at the end of `mühendis, mimar ve şehir plancısı üyeyi`, and the word behind it."""
    tokens = here.tokens
    if at >= len(tokens) or (tokens[at].gap.strip() != "," and tokens[at].lower != "ve"):
        return "nom", at
    linked = False
    for i in range(at, min(at + PHRASE_LENGTH, len(tokens))):
        word = tokens[i]
        apart = word.gap.strip() not in ("", ",") or word.sentence != tokens[at].sentence
        if apart or i in here.numerals:
            break
        readings = [r for r in readings_of(word) if r.unit == head.unit]
        strange = head.unit == "institution" and (word.capital or any(r.plural for r in readings))
        if strange:
            break
        if word.lower == "ve":
            linked = True
        elif readings and linked and all(r.case != "nom" for r in readings):
            return readings[0].case, i + 1
        elif not readings and not linked:
            break
    return "nom", at
