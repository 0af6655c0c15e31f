"""Days named by their distance from the day of the text: `dün`, `geçtiğimiz cuma`, `hafta sonu`.

They resolve only where the day of the text is known. `bugün` and its like mean the age as often as
the day: `date_literal` decides. Weeks run from Monday to Sunday.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from tutanak.extraction.date_literal import days_and_ages, weekend_is_a_day
from tutanak.extraction.date_tables import (
    ENDING,
    LETTER,
    alternatives,
    ordinal_numbers,
    spelt_numbers,
    weekday_numbers,
)
from tutanak.extraction.date_tense import tense_after
from tutanak.records import Granularity
from tutanak.resources import table

SentenceOf = Callable[[int], tuple[int, int]]
_ENDING: Final = re.compile(ENDING + r"(?!\w)")
_WITH_DAY: Final = re.compile(r"[ ]günü(?:n[ae]|nd[ae]n?)?(?!\w)")
_WEEK: Final = timedelta(days=7)
_BACK: Final = 40


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A resolved expression; `[start, end)` without ending."""

    start: int
    end: int
    stop: int
    first: date
    last: date
    granularity: Granularity
    rule: str


@dataclass(frozen=True, slots=True)
class _Text:
    """What every rule below looks at."""

    text: str
    flat: str
    anchor: date
    sentence_of: SentenceOf
    wide: bool


@cache
def _determiners() -> dict[str, int]:
    rows = table("relative_days")["determiners"]
    shifts = {"last": -1, "this": 0, "next": 1}
    return {word: shifts[key] for key, words in rows.items() for word in words}


@cache
def _anchors() -> re.Pattern[str]:
    days = alternatives([*table("relative_days")["days"], "bugünkü", "dünkü", "yarınki"])
    return re.compile(
        rf"(?P<day>{days})|(?P<weekday>{alternatives([*weekday_numbers()])})"
        r"|(?P<weekend>hafta[ ]?sonu)|(?P<week>hafta)|(?P<of_month>ayın)"
        r"|(?P<distance>önce|evvel|sonra)|(?P<month>ay)"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'])(?:(?P<which>{alternatives([*_determiners()])})(?:[ ](?P<week>hafta(?:nın)?))?"
        r"|(?P<next_week>haftaya)|(?P<every>her|hafta(?:nın)?))[ ]$"
    )


@cache
def _number_before() -> re.Pattern[str]:
    number = alternatives([*spelt_numbers()])
    return re.compile(
        rf"(?P<lead>(?<!\w)[^\W\d_]+[ ])?(?<![\w.,])(?P<number>[0-9]{{1,3}}|{number})"
        r"[ ](?P<unit>gün|hafta|ay|yıl|sene)[ ]$"
    )


@cache
def _of_month() -> re.Pattern[str]:
    ordinal, weekday = alternatives([*ordinal_numbers()]), alternatives([*weekday_numbers()])
    return re.compile(
        rf"[ ](?:(?P<ordinal>{ordinal})[ ](?P<weekday>{weekday})(?=[ ]gün[üi](?!l)|\W)"
        rf"|(?P<day>[0-9]{{1,2}})(?=[ ]?'[ ]?[nsy]?[ıiuü](?:n[dt][ae]n?|n[ae])?(?!{LETTER})))"
    )


@cache
def _weekday_next() -> re.Pattern[str]:
    return re.compile(rf"(?:nın)?[ ](?:{alternatives([*weekday_numbers()])}|son)")


def relative_days(
    text: str, flat: str, anchor: date, sentence_of: SentenceOf, *, wide: bool = False
) -> list[RelativeDay]:
    """The relative expressions of `text`, in order.

    `wide` adds relative months and distances in weeks, months and years, which reports use loosely.
    """
    seen = _Text(text, flat, anchor, sentence_of, wide)
    rules = {
        "day": _near_day,
        "weekday": _weekday,
        "weekend": _weekend,
        "week": _week,
        "of_month": _day_of_month,
        "distance": _distance,
        "month": _month,
    }
    found: list[RelativeDay] = []
    for match in _anchors().finditer(flat):
        start = match.start()
        if start and (flat[start - 1].isalnum() or flat[start - 1] in "_-'"):
            continue
        kind = match.lastgroup
        made = rules[kind](seen, match) if kind is not None else None
        if made is not None and (not found or made.start >= found[-1].stop):
            found.append(made)
    return found


def _made(
    seen: _Text, start: int, end: int, first: date, last: date | None, rule: str
) -> RelativeDay | None:
    """The answer, unless the word goes on in a way that no case ending does."""
    tail = _ENDING.match(seen.flat, end)
    if tail is None:
        return None
    last = first if last is None else last
    granularity: Granularity = (
        "day" if first == last else "month" if rule.endswith("month") else "range"
    )
    return RelativeDay(start, end, tail.end(), first, last, granularity, rule)


def _near_day(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    word, start, end = match.group(), *match.span()
    days = table("relative_days")["days"]
    base = {"bugünkü": "bugün", "dünkü": "dün", "yarınki": "yarın"}.get(word, word)
    sentence = seen.sentence_of(start)
    if not days_and_ages(seen.flat, start, end, sentence, base, adjective=base != word):
        return None
    end = start + len(base)
    day = seen.anchor + timedelta(days=days[base])
    if base != word:
        return RelativeDay(start, end, match.end(), day, day, "day", "near day")
    return _made(seen, start, end, day, None, "near day")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekday(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    number, (start, end) = weekday_numbers()[match.group()], match.span()
    anchor, flat = seen.anchor, seen.flat
    with_day = _WITH_DAY.match(flat, end) is not None
    if not with_day and re.match(r"[ ]gün", flat[end : end + 4]):
        return None  # `salı günleri`: each of them
    before = _before().search(flat, max(0, start - _BACK), start)
    tense = tense_after(flat, end, seen.sentence_of(start)[1])
    if match.group() == "pazar" and not with_day and seen.text[start].islower():
        return None  # the market
    if before is None:
        if not with_day or tense not in ("past", "future"):
            return None
        if re.search(r"(?:her|ve|ile|,|/|-)[ ]?$", flat[max(0, start - 5) : start]):
            return None
        ahead = (number - anchor.weekday()) % 7
        day = anchor + timedelta(days=ahead if tense == "future" else ahead - 7 if ahead else 0)
        return _made(seen, start, end, day, None, "weekday")
    if before["every"]:
        return None
    if before["next_week"]:
        day = _monday(anchor) + _WEEK + timedelta(days=number)
        return _made(seen, before.start(), end, day, None, "weekday of week")
    shift = _determiners()[before["which"]]
    if before["week"]:
        day = _monday(anchor) + shift * _WEEK + timedelta(days=number)
        return _made(seen, before.start(), end, day, None, "weekday of week")
    if shift < 0:
        day = anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)
    elif shift > 0:
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    else:
        day = _monday(anchor) + timedelta(days=number)
        if day < anchor and tense != "past":
            day += _WEEK
        elif day > anchor and tense == "past":
            day -= _WEEK
    return _made(seen, before.start("which"), end, day, None, "determined weekday")


def _weekend(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    start, end = match.span()
    saturday = _monday(seen.anchor) + timedelta(days=5)
    before = _before().search(seen.flat, max(0, start - _BACK), start)
    if before is not None and before["which"] and not before["week"]:
        shift = _determiners()[before["which"]]
        if shift < 0 and saturday + timedelta(days=1) >= seen.anchor:
            saturday -= _WEEK
        elif shift > 0 and saturday <= seen.anchor:
            saturday += _WEEK
        start = before.start("which")
    elif before is not None:
        return None
    else:
        tense = tense_after(seen.flat, end, seen.sentence_of(start)[1])
        if not weekend_is_a_day(seen.flat, end) or tense not in ("past", "future"):
            return None
        if tense == "past" and saturday > seen.anchor:
            saturday -= _WEEK
    return _made(seen, start, end, saturday, saturday + timedelta(days=1), "weekend")


def _week(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    before = _before().search(seen.flat, max(0, match.start() - _BACK), match.start())
    if (
        before is None
        or not before["which"]
        or before["week"]
        or _weekday_next().match(seen.flat, match.end())
    ):
        return None
    monday = _monday(seen.anchor) + _determiners()[before["which"]] * _WEEK
    return _made(
        seen, before.start("which"), match.end(), monday, monday + timedelta(days=6), "week"
    )


def _month_shifted(day: date, shift: int) -> date:
    """The first of the month that lies `shift` months from that of `day`."""
    index = day.year * 12 + day.month - 1 + shift
    return date(index // 12, index % 12 + 1, 1)


def _day_of_month(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    """`ayın 15'inde`, `bu ayın ilk pazartesi günü`; `her ayın ilk salı günü` is no day."""
    start = match.start()
    of = _of_month().match(seen.flat, match.end())
    before = _before().search(seen.flat, max(0, start - _BACK), start)
    if of is None or (before is not None and (before["every"] or before["week"])):
        return None
    if before is None and re.search(
        r"(?:her|[^\W\d_](?:ık|im|ak|at|rt|an|ıs|uz|os|ül))[ ]$",
        seen.flat[max(0, start - 12) : start],
    ):
        return None
    shift = _determiners()[before["which"]] if before is not None and before["which"] else 0
    begin = before.start("which") if before is not None and before["which"] else start
    first = _month_shifted(seen.anchor, shift)
    length = calendar.monthrange(first.year, first.month)[1]
    if of["day"]:
        number = int(of["day"])
        if not 1 <= number <= length:
            return None
        return _made(seen, begin, of.end("day"), first.replace(day=number), None, "day of month")
    weekday, ordinal = weekday_numbers()[of["weekday"]], ordinal_numbers()[of["ordinal"]]
    if ordinal < 0:
        last = first.replace(day=length)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (ordinal - 1))
        if day.month != first.month:
            return None
    return _made(seen, begin, of.end("weekday"), day, None, "weekday of month")


def _distance(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    """`üç gün önce`; `toplantıdan iki gün önce` counts from something else."""
    start, end = match.span()
    before = _number_before().search(seen.flat, max(0, start - _BACK), start)
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
    return _made(
        seen,
        before.start("lead") if literal else before.start("number"),
        end,
        day,
        None,
        "distance",
    )


def _month(seen: _Text, match: re.Match[str]) -> RelativeDay | None:
    before = _before().search(seen.flat, max(0, match.start() - _BACK), match.start())
    if not seen.wide or before is None or not before["which"] or before["week"]:
        return None
    first = _month_shifted(seen.anchor, _determiners()[before["which"]])
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return _made(seen, before.start("which"), match.end(), first, last, "relative month")
