"""Numbers with what they count: qualifier, numeral or range, noun phrase and its case."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.count_lists import NounPhrase, Words, coordinated_case
from tutanak.extraction.count_noun_phrases import noun_phrase
from tutanak.extraction.count_nouns import (
    SUFFIX_CASE,
    Reading,
    counted_noun,
    likeliest,
    noun_forms,
)
from tutanak.extraction.count_qualifiers import bounds, qualifier_after, qualifier_before
from tutanak.extraction.tokens import Word
from tutanak.records import Qualifier, Span
from tutanak.resources import word_list
from tutanak.text.fold import DASHES, lower
from tutanak.text.numerals import Numeral, numerals
from tutanak.text.suffixes import Case

_RANGE_MARK: Final = re.compile(rf"\s?[{re.escape(DASHES)}]\s?|\s+il[ae]\s+")
_POSSESSIVE: Final = re.compile(r"s?[ıiuü](?=n[ıiuüaed])")
# `24'ü kadın`, `24'ü kadındı`, `24'ü kadınlardan`
_KIND_FORMS: Final = (("nom", False), ("cop", False), ("abl", True))
_BREAK: Final = re.compile(r"[.;:!?()]|\n\s*\n")
_APART: Final = re.compile(r"s?[ıiuü]|y?[ıiuü]|[ae]|y[ae]|[dt][ae]n|n?[ıiuü]n")
_GLUED: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with what it counts, before it is known whether those took part.

    `head` and `noun` are None where no noun of the table follows; `follows` is the word that does.
    `part`: the number is a part of what stands before (`üyenin 54'ü`); `kind`: what that part are
    (`12'si kadın`), then `head` too. `group`: see `NounPhrase`. `holder`: those counted hold one
    office each, and the number stands before it too as that of their places.
    `left` and `right` are positions among the words of the text: the first word of the phrase, and
    the first behind it.
    """

    span: Span
    numeral: Span
    low: int | None
    high: int | None
    qualifier: Qualifier
    noun: str | None
    head: Reading | None
    case: Case
    left: int
    right: int
    follows: str = ""
    part: bool = False
    group: str = ""
    kind: Reading | None = None
    holder: bool = False


def read_phrases(text: str, tokens: tuple[Word, ...]) -> tuple[Words, list[Phrase]]:
    """The words of `text`, and every number with what stands behind it, in order."""
    found = numerals(text)
    starts = [word.start for word in tokens]
    here = Words(tokens, starts, frozenset(bisect_left(starts, n.span.start) for n in found))
    phrases: list[Phrase] = []
    index = 0
    while index < len(found):
        first, last = found[index], found[index]
        if index + 1 < len(found) and _is_range(text, first, found[index + 1]):
            index += 1
            last = found[index]
        phrases.append(_phrase(text, here, first, last))
        index += 1
    return here, phrases


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numerals make one range: `30-40`, `30 ila 40`, `üç beş`."""
    between = text[first.stop : second.span.start]
    if second.value <= first.value or first.suffix:
        return False
    if between.isspace():  # two round numbers of like size, in words
        like = second.value <= first.value * 3 and len(str(first.value).rstrip("0")) == 1
        return like and first.kind == second.kind == "words"
    if between.strip() == "ile":
        return lower(text[second.stop : second.stop + 6]).strip().startswith("aras")
    return _RANGE_MARK.fullmatch(between) is not None


def _numeral_case(suffix: str) -> Case:
    """The case of a number with this suffix; possessives without a case count as accusatives."""
    if not suffix:
        return "nom"
    case = SUFFIX_CASE.get(suffix) or SUFFIX_CASE.get(suffix[-3:], "acc")
    return case if case in ("gen", "dat", "abl", "loc", "ins") else "acc"


def _phrase(text: str, here: Words, first: Numeral, last: Numeral) -> Phrase:
    """The phrase around the numeral `first`, or the range from `first` to `last`."""
    tokens = here.tokens
    left, right = bisect_left(here.starts, first.span.start), bisect_left(here.starts, last.stop)
    if left and (left == len(tokens) or here.starts[left] > first.span.start):
        left -= 1  # the number stands inside a word: `15kişi`
    qualifier, left = qualifier_before(tokens, left)
    ends = last is not first
    if ends:
        qualifier = "range" if qualifier in ("exact", "approx") else qualifier
        if right < len(tokens) and tokens[right].lower in ("arası", "arasında"):
            right += 1
    apart = tokens[right] if right < len(tokens) else None
    if not last.suffix and apart is not None and _APART.fullmatch(apart.lower) and apart.gap == " ":
        last, right = replace(last, suffix=apart.lower), right + 1  # `katılımcıların 65 i`
    case = _numeral_case(last.suffix)
    after, right = qualifier_after(tokens, right, case)
    if after is None and text.startswith("+", last.stop):
        after = "more_than"
    ranged = ends and after == "approx"
    if after is not None and not ranged and qualifier in ("exact", "range"):
        qualifier = after
    part = after is None and last.suffix[:1] in ("s", "ı", "i", "u", "ü") and last.suffix != ""
    follows = tokens[right] if right < len(tokens) else None
    counted = _counted(text, here, last, right)
    kind = _kind(counted, right) if part else None
    if last.suffix and after is None and not counted.group:
        counted = NounPhrase(None, "", 0, right)  # `100'e kurum`: it does not count what follows
    head, stop, right = counted.head, counted.stop, counted.behind
    if head is None:
        end = last.stop
        if part and (cut := _POSSESSIVE.match(last.suffix)):
            end -= len(last.suffix) - cut.end()
        head = kind
    else:
        case = head.case
        end = stop
        after, behind = qualifier_after(tokens, right, head.case)
        if after is not None and (head.case == "nom" or head.strength == "people"):
            qualifier = after if qualifier == "exact" else qualifier
            right, end, case = behind, tokens[behind - 1].end, "nom"
            more = noun_phrase(here, right)  # `50 kişiden fazla katılımcı`
            if more.head is not None and head.noun == "kişi":
                head, end, right, case = more.head, more.stop, more.behind, more.head.case
        if case == "nom":
            case, right = coordinated_case(here, head, right)
    silent = word_list("count_qualifiers", "silent")
    while left < len(tokens) and tokens[left].start < first.span.start:
        if tokens[left].lower not in silent:
            break
        left += 1
    start = min(tokens[left].start if left < len(tokens) else first.span.start, first.span.start)
    low, high = bounds(first.value, last.value, qualifier)
    return Phrase(
        span=Span(start, end),
        numeral=Span(first.span.start, last.span.end),
        low=low,
        high=high,
        qualifier=qualifier,
        noun=counted_noun(tokens, right, head) if head is not None else None,
        head=head,
        case=case,
        left=left,
        right=right,
        follows="" if follows is None or _BREAK.search(follows.gap) else follows.lower,
        part=part and counted.head is None,
        group=counted.group,
        kind=kind,
    )


def _kind(counted: NounPhrase, at: int) -> Reading | None:
    """What the part of a total are: `12'si kadın`, `9'u meslek odası`, `24'ü kadındı`."""
    head = counted.head
    if head is None or (head.case, head.plural) not in _KIND_FORMS:
        return None
    stray = head.noun in word_list("count_nouns", "breakdown") or counted.behind > at + 3
    return None if stray else replace(head, case="nom")


def _counted(text: str, here: Words, numeral: Numeral, at: int) -> NounPhrase:
    """What a numeral counts: the noun phrase at word `at`, or what hangs on it (`15kişi`)."""
    glued = _GLUED.match(text, numeral.span.end)
    if glued is not None and numeral.stop == numeral.span.end:
        readings = noun_forms().get(lower(glued.group()), ())
        if readings:
            return NounPhrase(likeliest(readings, marked=False), "", glued.end(), at)
    return noun_phrase(here, at)
