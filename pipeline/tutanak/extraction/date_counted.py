"""Days counted off from the day of the text: `üç gün önce`, `ayın 15'i`, `bu ayın ilk salısı`."""

import calendar
import re
from datetime import date, timedelta
from functools import cache

from tutanak.extraction.date_anchor import (
    BACK,
    Anchored,
    RelativeDay,
    determiners,
    made,
    words_before,
)
from tutanak.extraction.date_tables import (
    LETTER,
    alternatives,
    ordinal_numbers,
    spelt_numbers,
    weekday_numbers,
)
from tutanak.extraction.date_tense import tense_after


@cache
def _numberwords_before() -> re.Pattern[str]:
    number = alternatives([*spelt_numbers()])
    return re.compile(
        rf"(?P<lead>(?<!\w)(?!(?:{number})[ ])[^\W\d_]+[ ])?(?<![\w.,])"
        rf"(?P<number>[0-9]{{1,3}}|{number})[ ](?P<unit>gün|hafta|ay|yıl|sene)[ ]$"
    )


@cache
def _of_month() -> re.Pattern[str]:
    ordinal, weekday = alternatives([*ordinal_numbers()]), alternatives([*weekday_numbers()])
    return re.compile(
        rf"[ ](?:(?P<ordinal>{ordinal})[ ](?P<weekday>{weekday})(?=[ ]gün[üi](?!l)|\W)"
        rf"|(?P<day>[0-9]{{1,2}})(?=[ ]?'[ ]?[nsy]?[ıiuü](?:n[dt][ae]n?|n[ae])?(?!{LETTER})))"
    )


def _month_shifted(day: date, shift: int) -> date:
    """The first of the month that lies `shift` months from that of `day`."""
    index = day.year * 12 + day.month - 1 + shift
    return date(index // 12, index % 12 + 1, 1)


def day_of_month(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    """`ayın 15'inde`, `bu ayın ilk pazartesi günü`; `her ayın ilk salı günü` is no day."""
    start = match.start()
    of = _of_month().match(seen.flat, match.end())
    before = words_before().search(seen.flat, max(0, start - BACK), start)
    if of is None or (before is not None and (before["every"] or before["week"])):
        return None
    if before is None and re.search(
        r"(?:her|[^\W\d_](?:ık|im|ak|at|rt|an|ıs|uz|os|ül))[ ]$",
        seen.flat[max(0, start - 12) : start],
    ):
        return None
    shift = determiners()[before["which"]] if before is not None and before["which"] else 0
    begin = before.start("which") if before is not None and before["which"] else start
    first = _month_shifted(seen.anchor, shift)
    length = calendar.monthrange(first.year, first.month)[1]
    if of["day"]:
        number = int(of["day"])
        if not 1 <= number <= length:
            return None
        return made(seen, begin, of.end("day"), first.replace(day=number), None, "day of month")
    weekday, ordinal = weekday_numbers()[of["weekday"]], ordinal_numbers()[of["ordinal"]]
    if ordinal < 0:
        last = first.replace(day=length)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))
        if day.month != first.month:
            return None
    return made(seen, begin, of.end("weekday"), day, None, "weekday of month")


def distance(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    """`üç gün önce`; `toplantıdan iki gün önce` counts from something else."""
    start, end = match.span()
    before = _numberwords_before().search(seen.flat, max(0, start - BACK), start)
    if before is None or (before["unit"] != "gün" and not seen.wide):
        return None
    lead = (before["lead"] or "").strip()
    literal = lead == "bundan"
    if not literal and (
        lead.endswith(("dan", "den", "tan", "ten")) or lead in ("yaklaşık", "en", "ilk", "son")
    ):
        return None
    if seen.flat[end : end + 1].isalpha():
        return None  # `önceden`, `sonraki`
    tense = tense_after(seen.flat, end, seen.sentence_of(start)[1])
    if not literal and match.group() == "sonra" and (not seen.wide or tense == "past"):
        return None  # counted from an event before
    word = before["number"]
    number = int(word) if word.isdigit() else spelt_numbers()[word]
    number = number if match.group() == "sonra" else -number
    unit = before["unit"]
    if unit in ("gün", "hafta"):
        try:
            day = seen.anchor + timedelta(days=number * (7 if unit == "hafta" else 1))
        except OverflowError:
            return None
    else:
        months = number * (1 if unit == "ay" else 12)
        if not 12 < seen.anchor.year * 12 + months < 9998 * 12:
            return None
        first = _month_shifted(seen.anchor, months)
        day = first.replace(
            day=min(seen.anchor.day, calendar.monthrange(first.year, first.month)[1])
        )
    return made(
        seen,
        before.start("lead") if literal else before.start("number"),
        end,
        day,
        None,
        "distance",
    )


def relative_month(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    """`geçen ay`; only where months are asked for."""
    before = words_before().search(seen.flat, max(0, match.start() - BACK), match.start())
    if not seen.wide or before is None or not before["which"] or before["week"]:
        return None
    first = _month_shifted(seen.anchor, determiners()[before["which"]])
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return made(seen, before.start("which"), match.end(), first, last, "relative month")
