"""The noun phrase behind a number: which of its words is counted, in which case, where it ends."""

import re
from typing import Final

from tutanak.extraction.count_cues import cues_of, pattern
from tutanak.extraction.count_lists import (
    CASED,
    PHRASE_LENGTH,
    NounPhrase,
    Words,
    joined,
    listed,
)
from tutanak.extraction.count_nouns import (
    SUFFIX_CASE,
    Reading,
    likeliest,
    noun_forms,
    readings_of,
    stem_end,
)
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.suffixes import Case

_MODIFIERS: Final = 5
_INNER_MODIFIERS: Final = 2
_WITH: Final = re.compile(r"(\w{2,})l[ıiuü]")
_MAKER: Final = re.compile(r"(?<!ren)[cç][ıiuü]$")
_LIGHT: Final = re.compile(r"ed(?:il|iyor|en)|et(?:ti|mi|il)|ol(?:du|mu|an|arak)(?!\w*k)")
_OWNER: Final = re.compile(
    r"(?!bugün|yarın|kadın|yakın|altın|basın|gelin|yayın|metin|hanım)\w{4,}[ıiuü]n"
)
_GAP: Final = re.compile(r"[ \t\u00a0]+|[ \t\u00a0]*\n[ \t\u00a0]*|-")


def noun_phrase(here: Words, at: int) -> NounPhrase:
    """The noun phrase at word `at`.

    The last word of a compound is its head: `il müdürlüğü temsilcisi` counts persons. Words that
    are in no table may stand before the head, one or two of them inside the compound.
    """
    tokens = here.tokens
    classifiers = word_list("count_nouns", "classifiers")
    best = NounPhrase(None, "", 0, at)
    if at < len(tokens) and _is_property(tokens[at].lower):
        return best
    if (several := listed(here, at)) is not None:
        return several
    unknown = 0
    i = at
    while i < min(len(tokens), at + PHRASE_LENGTH) and _belongs(here, i, at):
        word = tokens[i]
        if word.lower in classifiers and best.head is None:
            i += 1
            continue
        if word.lower == "kişilik" and best.head is None:
            return _group(tokens, i)
        if word.lower == "ve":
            both = joined(here, i, best.head)
            if both is None and best.head is None and unknown == i - at == 1:
                unknown, i = unknown + 1, i + 1
                continue  # 31 akademik ve idari personel
            if both is None:
                break
            best, i = both, both.behind
            if best.head is None or best.head.case != "nom" or best.head.unit == "person":
                break
            continue
        readings = readings_of(word)
        if readings:
            reading = likeliest(readings, marked=best.head is not None or unknown > 0)
            if best.head is not None and _is_verbal(tokens, i):
                break
            if best.head is not None and not _extends(best.head, reading, unknown):
                if best.head.strength != "body" or reading.case != "nom":
                    break
                i += 1  # `ilçe belediye başkanı`: a link of the chain, if its end is marked
                continue
            if _from_somewhere(reading) and not _stands_alone(here, i, at, reading):
                unknown += 1
                i += 1
                continue
            if i == at and _is_owned(here, at):
                reading = likeliest(readings, marked=True)
            elif i == at and not any(r.marked for r in readings if r.case == reading.case):
                reading = likeliest(readings, marked=False)
            best = NounPhrase(reading, "", stem_end(word, reading), i + 1)
            unknown = 0
            if reading.case != "nom":
                break
        else:
            unknown += 1
            limit = _MODIFIERS if best.head is None else _INNER_MODIFIERS
            if unknown > limit or word.suffix or CASED.fullmatch(word.lower):
                break
            if best.head is not None and (best.head.strength != "body" or word.capital):
                break
        i += 1
    return best


def _is_property(word: str) -> bool:
    """Whether the number belongs to an adjective made of a noun: `dokuz üyeli kurul`."""
    made = _WITH.fullmatch(word)
    return made is not None and made[1] in noun_forms() and word not in noun_forms()


def _belongs(here: Words, i: int, at: int) -> bool:
    """Whether word `i` can be in the phrase that begins at word `at`."""
    word = here.tokens[i]
    if word.sentence != here.tokens[at].sentence or i in here.numerals or word.shape == "digit":
        return False
    if word.lower in word_list("count_nouns", "stop"):
        return False
    return word.gap.strip() in ("", "-", "+") if i == at else _GAP.fullmatch(word.gap) is not None


def _extends(previous: Reading, reading: Reading, unknown: int) -> bool:
    """Whether `reading` makes a compound with what stands before it: `kurum temsilcisi`.

    A bare noun may follow a bare noun that is half an adjective: `kadın girişimci`, `üye ülke`.
    """
    adjectival = word_list("count_nouns", "adjectival")
    if reading.plural:  # `40 çocuk anneleri`: a number takes the singular, this is another phrase
        return False
    office = previous.marked and previous.noun not in adjectival and previous.unit == "person"
    if office and reading.unit == "person":
        return reading.noun in word_list("count_nouns", "deputies")  # not `öğrencisi yazarı`
    if reading.marked:
        return True
    made = reading.noun in word_list("count_nouns", "made_of")
    if made and not unknown and previous.case == "nom" and _MAKER.search(previous.noun):
        return True
    half = previous.noun in adjectival or (previous.strength == "people" and reading.case == "nom")
    return not unknown and previous.case == "nom" and (half or _from_somewhere(previous))


def _is_owned(here: Words, at: int) -> bool:
    """Whether a genitive stands before the number: `derneğin 85 ortağı`."""
    if at < 2 or at - 1 not in here.numerals or here.tokens[at - 1].gap.strip():
        return False
    owner = here.tokens[at - 2]
    return SUFFIX_CASE.get(owner.suffix) == "gen" or _OWNER.fullmatch(owner.lower) is not None


def _from_somewhere(reading: Reading) -> bool:
    """Whether it says where people are from: `Bursalı`, `Afgan`."""
    known = noun_forms().get(reading.noun)
    return known is None or reading.noun in word_list("count_nouns", "nations")


def _is_verbal(tokens: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` is the noun of a verb: `misafir edildi`, `konuk oldu`."""
    behind = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return _LIGHT.match(behind) is not None


def _stands_alone(here: Words, i: int, at: int, reading: Reading) -> bool:
    """Whether `120 Bursalı` are people, and not what `120 Bursalı ...` goes on with."""
    if reading.strength != "people":
        return True
    if i != at or here.tokens[i].shape == "upper":
        return False
    if reading.case != "nom" or i + 1 >= len(here.tokens):
        return True
    word = here.tokens[i + 1]
    if word.sentence != here.tokens[i].sentence or word.gap.strip() or word.capital:
        return True
    linked = word.lower in word_list("count_nouns", "stop") or word.lower in ("ve", "de", "da")
    if linked or readings_of(word):
        return True
    return bool(cues_of(word.lower) or pattern("occasions").fullmatch(word.lower)) or any(
        cue.start == 0 for cue in cues_of(" ".join(w.lower for w in here.tokens[i + 1 : i + 4]))
    )


def _group(tokens: tuple[Word, ...], at: int) -> NounPhrase:
    """`kişilik` at word `at` with the group behind it: `5 kişilik inceleme heyeti`."""
    for offset, word in enumerate(tokens[at + 1 : at + 4]):
        for group in sorted(word_list("count_nouns", "groups")):
            case = _group_case(word.lower, group)
            if case is not None:
                reading = Reading("kişi", "person", "participant", False, case)
                return NounPhrase(reading, group, word.start + len(group), at + offset + 2)
    return NounPhrase(None, "kişilik", tokens[at].end, at + 1)


def _group_case(word: str, group: str) -> Case | None:
    """The case in which `word` is `heyet`, `grup` ...; None if it is another word."""
    soft = {"grup": "grub", "ekip": "ekib"}.get(group, group)
    if not word.startswith((group, soft)):
        return None
    ending = word[len(group) :]
    if ending in ("", "si", "sı", "i", "ı"):
        return "nom"
    return SUFFIX_CASE.get(ending) or SUFFIX_CASE.get(ending[1:], "nom")
