"""One number: is it a count of participants, by which words, or why is it none?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tutanak.extraction.count_cues import (
    governor,
    pattern,
)
from tutanak.extraction.count_doubts import (
    BACKGROUND,
    NO_CUE,
    Sentence,
    doubt,
    near_meeting,
    to_other_event,
)
from tutanak.extraction.count_evidence import (
    among_those_present,
    gone_to,
    near_title,
    reached_at,
    told_of,
    told_otherwise,
)
from tutanak.extraction.count_holders import held_by
from tutanak.extraction.count_phrases import Phrase
from tutanak.resources import table, word_list
from tutanak.text.fold import lower

NOT_COUNTED: Final = "no noun that counts participants"
WHOLE: Final = "the whole of which a part took part"
BREAKDOWN: Final = "a part of another count"
QUOTED: Final = "inside a quotation"
PLACE: Final = "a place, not a party"
PARTIES: Final = "parties of a relation between them"
CAPACITY: Final = "a capacity"
DATE: Final = "a date or a year"
HELPED: Final = "people helped or supported"
FAMILY: Final = "somebody's children"
AGE: Final = "an age"
SHARE: Final = "a share"
THINGS: Final = "a number of things"
NUMBER: Final = "a number of a law, decision or document"

_SHARE_BEFORE: Final = re.compile(r"(?:%|yüzde|binde)\s*$")
_EVERY_BEFORE: Final = re.compile(r"(?<!\w)her (?:\w+ \w+ (?:(?:yalnızca|sadece|ancak) )?)?$")
_AGE_BEFORE: Final = re.compile(r"(?<!\w)yaş(?:ları|ı|lar)?\s*$")
_NUMBER_BEFORE: Final = re.compile(r"(?<!\w)(?:saat|no|madde|sayı|tel|faks|numara)\s*:?\s*$")
_BETWEEN: Final = re.compile(r"\w* (?:aras(?:ında\w*|ı)|içinde(?:n|ki)?|ilgili|hakkında)(?!\w)")
_BESIDES: Final = re.compile(r"\w* (?:yanı ?sıra|yanında)(?!\w)")
_CHILDREN: Final = re.compile(r"\s+çocuk (?:anne|baba|sahib|ebeveyn)")
_ADVERBS: Final = r"(?: toplam| yaklaşık| ilk| yine| tüm)*"
_ENDING: Final = re.compile(
    r"l[ıiuü][kğ]\w{0,4}|l[ae]r\w{0,5}|s?[ıiuü]n?[ıiuüae]?n?|[dt][ae]n?|y?[ae]|y[ıiuü]|n[ıiuü]n|"
    r"y?l[ae]|l[ıiuü]|[dt][ıiuü]r"
)
_CAPITAL_NEXT: Final = re.compile(r"[ \u00a0][A-ZÇĞİÖŞÜ]")
_BEFORE: Final = 500
_CLOSE: Final = 90
_TITLED: Final = 40
_YEARS: Final = range(1950, 2036)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a number is a count; the rule or the reason, and the words that decided."""

    taken: bool
    reason: str
    cues: tuple[str, ...] = ()


def verdict_on(text: str, phrase: Phrase, sentence: Sentence, *, quoted: bool) -> Verdict:
    """Whether the number of `phrase` counts participants; `quoted`: it stands in a quotation."""
    before = sentence.folded[: phrase.span.start - sentence.start]
    before = before[-_BEFORE:]  # patterns that end at the number need no more
    if _SHARE_BEFORE.search(before[-_CLOSE:]) or _EVERY_BEFORE.search(before[-_CLOSE:]):
        return Verdict(False, SHARE)
    if _NUMBER_BEFORE.search(before[-_CLOSE:]):
        return Verdict(False, NUMBER)
    if _is_name(text, phrase):
        return Verdict(False, NUMBER)
    reason = None if phrase.part else unit_reason(phrase.follows)
    if reason and not _names_people(phrase, reason):
        return Verdict(False, reason)
    if stated := re.search(
        rf"(?<!\w)(?:{pattern('stated').pattern}) ?:?{_ADVERBS} *$", before[-_CLOSE:]
    ):
        return Verdict(True, "stated", (stated.group().strip(),))
    if reason := _not_people(text, phrase):
        return Verdict(False, reason)
    if _AGE_BEFORE.search(before[-_CLOSE:]):
        return Verdict(False, AGE)
    if quoted:
        return Verdict(False, QUOTED)
    return _governed(text, phrase, sentence, before)


def _is_name(text: str, phrase: Phrase) -> bool:
    """Whether the number is a part of a name: `112 Acil Çağrı Merkezi`, `EXPO 2016 Antalya`."""
    if _CAPITAL_NEXT.match(text, phrase.numeral.end) is None or phrase.qualifier != "exact":
        return False
    digits = text[phrase.numeral.start : phrase.numeral.end]
    services = table("count_refusals")["services"]["numbers"].split()
    return digits in services or (digits.isdigit() and int(digits) in _YEARS)


@lru_cache(maxsize=1)
def _unit_reasons() -> dict[str, str]:
    return {
        stem: reason
        for reason, cell in table("count_refusals")["units"].items()
        for stem in lower(cell).split()
    }


@lru_cache(maxsize=4096)
def unit_reason(word: str) -> str | None:
    """Why a number before `word` counts no people, if `word` is a unit or a thing."""
    reasons = _unit_reasons()
    if word in reasons:
        return reasons[word]
    for size in range(len(word) - 1, 1, -1):
        if word[:size] in reasons and _ENDING.fullmatch(word[size:]):
            return reasons[word[:size]]
    return None


def _names_people(phrase: Phrase, reason: str) -> bool:
    """Whether a thing is only the first word of a compound: `12 daire amiri`."""
    bare = phrase.follows in _unit_reasons()
    if phrase.head is None:
        return False
    if phrase.follows == phrase.head.noun:  # `70 yaşlı`
        return True
    if phrase.follows == "tarihi":  # `9 tarihi kent`
        return True
    subject = reason == THINGS or phrase.follows in ("tarih", "dönem", "sezon", "pazar")
    return subject and bare and phrase.head.marked


def _not_people(text: str, phrase: Phrase) -> str | None:
    """What else the number is, by its own form and noun."""
    value = phrase.low if phrase.low is not None else phrase.high
    digits = text[phrase.numeral.start : phrase.numeral.end]
    head = phrase.head
    people = head is not None and head.strength in ("people", "participant") and not head.plural
    counted = people or (head is not None and not head.plural and _came_at_once(text, phrase))
    said = phrase.qualifier != "exact" or phrase.right - phrase.left <= 2
    counted = counted and said and not phrase.part
    if digits.isdigit() and value is not None and value in _YEARS and value % 100 and not counted:
        return DATE
    if phrase.group == "kişilik":
        return CAPACITY
    if phrase.kind is not None:
        return BREAKDOWN  # until its whole is known: count_parts
    if phrase.head is None or not value:
        return NOT_COUNTED
    if _CHILDREN.match(lower(text[phrase.numeral.end : phrase.numeral.end + 20])):
        return FAMILY
    if phrase.part and phrase.follows in word_list("count_nouns", "breakdown"):
        return BREAKDOWN
    if phrase.head.plural and not phrase.part and phrase.right - phrase.left <= 2:
        return NOT_COUNTED  # numerals take the singular: `2023 katılımcıları`
    return None


def _came_at_once(text: str, phrase: Phrase) -> bool:
    """Whether the next words say that those counted came: `1960 firma katıldı`."""
    after = lower(text[phrase.span.end : phrase.span.end + 40])
    came = f"{pattern('any').pattern}|{pattern('subject').pattern}"
    return re.match(rf"\w{{0,4}} (?:\w+ )?(?:{came})", after) is not None


def _governed(text: str, phrase: Phrase, sentence: Sentence, before: str) -> Verdict:
    """What the predicate that governs the counted noun says."""
    head = phrase.head
    if head is None:
        return Verdict(False, NOT_COUNTED)
    case = "nom" if phrase.part else phrase.case
    if case == "loc":
        return Verdict(False, PLACE)
    offset = phrase.span.end - sentence.start
    if case == "gen" and _BESIDES.match(sentence.folded, offset):
        case = "nom"
    if _BETWEEN.match(sentence.folded, offset) or _is_pair(text, phrase):
        return Verdict(False, PARTIES)
    relative = re.search(
        rf"(?<!\w)(?:{pattern('relative').pattern})(?: \w+ \w+[dt][ae]n)?{_ADVERBS} *$",
        before[-2 * _CLOSE :],
    ) or before.endswith("olmak üzere ")
    held = held_by(phrase, sentence.folded, offset)
    if held is not None and not _is_background(before):
        return Verdict(True, "holders", (held,))
    cue = governor(sentence.folded, offset, case)
    bracketed = case == "nom" and head.unit == "person" and _in_brackets(sentence, phrase)
    if near_title(before, head) and (cue is None or cue.start - offset > _TITLED):
        return Verdict(True, "title", (head.noun,))
    if bracketed and near_meeting(text, sentence) and not _is_background(before):
        return Verdict(True, "brackets", (head.noun,))
    if (opened := among_those_present(before)) and cue is not None:
        return Verdict(True, "among", (opened,))
    if cue is not None and cue.refusal == HELPED and case in ("dat", "nom", "gen"):
        reached = reached_at(before, sentence.folded, cue)
        if reached is not None and not _is_background(before):
            return Verdict(True, "reached", (reached, cue.text))
    if cue is not None and case in ("nom", "gen"):
        event = gone_to(before, sentence.folded, cue)
        if event is not None and not _is_background(before):
            return Verdict(True, "event", (event, cue.text))
    if cue is not None and cue.refusal and not (relative and head.strength == "participant"):
        return Verdict(False, cue.refusal)
    background = _is_background(before)
    if cue is not None and cue.taking_part:
        reason = doubt(text, phrase, sentence, before, cue)
        if reason == NO_CUE and (said := told_of(phrase, sentence.folded, offset)):
            return Verdict(not background, BACKGROUND if background else "told", (said,))
        if background and reason is None:
            reason = BACKGROUND
        return Verdict(False, reason) if reason else Verdict(True, cue.kind, (cue.text,))
    if background:
        return Verdict(False, BACKGROUND)
    several = phrase.low != 1 and not to_other_event(before[-80:])
    certain = head.strength == "participant" or near_meeting(text, sentence)
    if relative and several and head.unit == "person" and certain:
        word = "olmak üzere" if relative is True else relative.group().strip()
        return Verdict(True, "relative", (word,))
    words = told_otherwise(phrase, sentence.folded, offset, cue)
    if words is not None and not to_other_event(before[-80:]):
        return Verdict(True, "told", (words,))
    named = head.strength == "participant" and case == "nom" and cue is not None
    if named and several and (not phrase.group or near_meeting(text, sentence)):
        return Verdict(True, "participant", (head.noun,))
    return Verdict(False, NO_CUE)


def _in_brackets(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the count stands alone in brackets: `Samsun (25 kişi)`."""
    start, end = phrase.span.start - sentence.start, phrase.span.end - sentence.start
    return sentence.folded[:start].endswith("(") and sentence.folded[end:].startswith(")")


def _is_pair(text: str, phrase: Phrase) -> bool:
    """Whether it is the two that the text speaks of: `iki ülke`, `iki lider`."""
    said = lower(text[phrase.span.start : phrase.span.end])
    pairs = word_list("count_nouns", "pairs")
    if phrase.low != 2 or phrase.case in ("gen", "abl"):
        return False
    return said.startswith("iki ") and said.removeprefix("iki ") in pairs


def _is_background(before: str) -> bool:
    """Whether the words before speak of a stretch of time or an earlier year."""
    stops = [m.end() for m in pattern("background").finditer(before, max(len(before) - 160, 0))]
    return bool(stops) and pattern("this_time").search(before, stops[-1]) is None
