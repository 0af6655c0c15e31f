"""Numbers that belong together: parts and totals, wholes and those of them who came, bodies and
those who come from them.
"""

import re
from dataclasses import replace
from typing import Final

from tutanak.extraction.count_cues import fold
from tutanak.extraction.count_doubts import NO_CUE, Sentence
from tutanak.extraction.count_modes import PART
from tutanak.extraction.count_phrases import Phrase
from tutanak.extraction.count_verdicts import (
    BREAKDOWN,
    DATE,
    HELPED,
    NOT_COUNTED,
    NUMBER,
    THINGS,
    WHOLE,
    Verdict,
)

_TOTAL: Final = re.compile(r"olmak üzere,?(?: toplam(?:da)?)?(?: yaklaşık)?\s*$|toplam(?:da)?\s*$")
_THEIRS: Final = re.compile(
    r"(?<!\w)(?:katılımcı|katılan|kursiyer|davetli|delege|temsilci|konuşmacı|panelist|izleyici|dinleyici|misafir|konuk)"
    r"l[ae]r(?:[ıi]m[ıi]z)?(?:[ıi]n|d[ae]n)(?: (?:yaklaşık|toplam|ise))*\s*$"
)
_OF_THEM: Final = re.compile(r"(?<!\w)(?:bunl[ae]r|onlar)(?:[ıi]n|d[ae]n)(?: (?:yaklaşık|ise))* *$")
# `aralarında 20 kadının da bulunduğu 85 muhtar`
_AMONG: Final = re.compile(r"(?<!\w)(?:aralarında|içlerinde)(?: \w+){0,2} *$")
_JOINED: Final = re.compile(r" (?:ve|ile) ")
# Reasons that hold whoever comes: the number is no count of bodies.
_FIRM: Final = (DATE, NUMBER, THINGS, NOT_COUNTED)
_SENDERS: Final = ("üye", "ortak", "paydaş")  # bodies, where they send somebody
_PARTS: Final = 16
_NEAR: Final = 60
_FAR: Final = 120


def settle_parts(
    text: str, phrases: list[Phrase], verdicts: list[Verdict], homes: list[Sentence]
) -> None:
    """Give numbers of one sentence the verdicts and nouns that they share, in place."""
    _count_parts(text, phrases, verdicts)
    for index in range(1, len(phrases)):
        if phrases[index].holder and verdicts[index].taken and not verdicts[index - 1].taken:
            verdicts[index - 1] = Verdict(True, "holders", verdicts[index].cues)
    _coordinate(text, phrases, verdicts, homes)
    _share(text, phrases, verdicts, homes)
    _count_groups(text, phrases, verdicts, homes)


def _coordinate(
    text: str, phrases: list[Phrase], verdicts: list[Verdict], homes: list[Sentence]
) -> None:
    """`5 üretici ve 2 mühendis gitti`: what `ve` joins shares its verdict."""
    for index in (*range(len(phrases) - 1), *range(len(phrases) - 2, -1, -1)):
        one, other = phrases[index], phrases[index + 1]
        between = fold(text[one.span.end : max(other.span.start, one.span.end)])
        joined = homes[index] is homes[index + 1] and _JOINED.fullmatch(between) is not None
        heads = one.head is not None and other.head is not None
        if not joined or not heads or one.part or other.part:
            continue
        if one.case not in ("nom", other.case):
            continue
        for taken, left in ((index, index + 1), (index + 1, index)):
            if verdicts[taken].taken and verdicts[left].reason == NO_CUE:
                verdicts[left] = Verdict(True, "joined", verdicts[taken].cues)


def _count_groups(
    text: str, phrases: list[Phrase], verdicts: list[Verdict], homes: list[Sentence]
) -> None:
    """`18'i kadın 40 çiftçi katıldı`, `60 kişinin 35'i kadındı`: a group came if its whole did."""
    for index, phrase in enumerate(phrases):
        if phrase.kind is None or verdicts[index].taken:
            continue
        before = fold(text[max(0, phrase.span.start - _NEAR) : phrase.span.start])
        whole = next(
            (
                at
                for at in (*range(index - 1, max(index - 4, -1), -1), *range(index + 1, index + 5))
                if at < len(phrases)
                and homes[at] is homes[index]
                and _is_whole(phrases[at], phrase, verdicts[at])
            ),
            None,
        )
        theirs = _THEIRS.search(before) or (
            _OF_THEM.search(before) and _told_before(phrases, verdicts, index)
        )
        sibling = (
            index > 0
            and homes[index - 1] is homes[index]
            and verdicts[index - 1].reason == "group"
            and phrase.span.start - phrases[index - 1].span.end < _NEAR
        )
        if whole is None and not theirs and not sibling:
            verdicts[index] = Verdict(False, BREAKDOWN)
            continue
        verdicts[index] = Verdict(True, "group", (phrase.follows,))


def _told_before(phrases: list[Phrase], verdicts: list[Verdict], index: int) -> bool:
    """Whether the last count before is of more people: `118 temsilci ... Bunların 23'ü ...`."""
    part = phrases[index]
    for at in range(index - 1, max(index - 4, -1), -1):
        whole = phrases[at]
        if verdicts[at].taken and whole.head is not None and whole.kind is None:
            people = whole.head.unit == "person" and (whole.low or 0) > (part.low or 0)
            return people and part.span.start - whole.span.end < _FAR
    return False


def _is_whole(whole: Phrase, part: Phrase, verdict: Verdict) -> bool:
    """Whether `part` is a group of `whole`, which took part: larger, near, of the same unit."""
    if not verdict.taken or whole.kind is not None or whole.low is None or part.low is None:
        return False
    gap = max(whole.span.start - part.span.end, part.span.start - whole.span.end)
    same = whole.head is None or part.kind is None or whole.head.unit == part.kind.unit
    return whole.low > part.low and gap < _FAR and same


def _count_parts(text: str, phrases: list[Phrase], verdicts: list[Verdict]) -> None:
    """Listed numbers that add up to `olmak üzere toplam 50 temsilci` share its verdict and noun."""
    for index, total in enumerate(phrases):
        before = fold(text[max(0, total.numeral.start - 60) : total.numeral.start])
        countable = total.head is not None and total.head.unit == "person"
        if not countable or total.low is None or not _TOTAL.search(before):
            continue
        if not verdicts[index].taken and verdicts[index].reason not in (HELPED, NO_CUE):
            continue
        members = _members(phrases, verdicts, index, total.low)
        if not members:
            continue
        if not verdicts[index].taken:
            verdicts[index] = Verdict(True, "total", ("olmak üzere",))
        for at in members:
            if phrases[at].part and phrases[at].kind is None:  # `22'si kamu, 18'i özel sektörden`
                verdicts[at] = Verdict(False, BREAKDOWN)
                continue
            verdicts[at] = Verdict(True, PART, ("olmak üzere",))
            if phrases[at].head is None:
                phrases[at] = replace(phrases[at], head=total.head, noun=total.noun)


def _members(phrases: list[Phrase], verdicts: list[Verdict], index: int, total: int) -> list[int]:
    """The numbers before the one at `index` that add up to `total`: two at least, or none."""
    members: list[int] = []
    for at in range(index - 1, max(index - _PARTS, -1), -1):
        part = phrases[at]
        of_people = part.kind is not None or (part.head is not None and part.head.unit == "person")
        bare = part.head is None and verdicts[at].reason in (NOT_COUNTED, BREAKDOWN)
        if not (of_people or bare) or part.low is None or part.low != part.high:
            continue
        total -= part.low
        members.append(at)
        if total <= 0:
            break
    return members if total == 0 and len(members) > 1 else []


def _share(
    text: str, phrases: list[Phrase], verdicts: list[Verdict], homes: list[Sentence]
) -> None:
    """Bodies share the verdict of those who come from them; a whole gives way to its part.

    `25 üniversiteden 48 akademisyen` are two counts, `61 üyenin 54'ü` is one.
    """
    for index in range(len(phrases) - 2, -1, -1):
        phrase, following = phrases[index], phrases[index + 1]
        if phrase.head is None or homes[index] is not homes[index + 1]:
            continue
        near = following.span.start - phrase.span.end < _NEAR
        if not near or not verdicts[index + 1].taken:
            continue
        if following.part and following.kind is None:
            verdicts[index] = Verdict(False, WHOLE)
        elif phrase.case == "gen" and _AMONG.search(
            fold(text[max(0, phrase.span.start - _NEAR) : phrase.span.start])
        ):
            verdicts[index] = Verdict(True, "group", ("aralarında",))
        elif phrase.case == "abl" and verdicts[index].reason not in _FIRM:
            if phrase.noun in _SENDERS and following.noun in ("temsilci", "delege"):
                phrases[index] = replace(phrase, head=replace(phrase.head, unit="institution"))
            elif phrase.head.unit == "person":
                continue
            verdicts[index] = Verdict(True, "from", verdicts[index + 1].cues)
