"""Days named by their distance from the day of the text: `dün`, `geçtiğimiz cuma`, `hafta sonu`.

They resolve only where the day of the text is known. `bugün` and its like mean the age as often as
the day: `date_literal` decides. Weeks run from Monday to Sunday.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tutanak.extraction.date_anchor import (
    BACK,
    Anchored,
    RelativeDay,
    SentenceOf,
    determiners,
    made,
    words_before,
)
from tutanak.extraction.date_counted import day_of_month, distance, relative_month
from tutanak.extraction.date_literal import days_and_ages, weekend_is_a_day
from tutanak.extraction.date_tables import alternatives, ordinal_numbers, weekday_numbers
from tutanak.extraction.date_tense import tense_after
from tutanak.resources import table

_WITH_DAY: Final = re.compile(
    r"[ ](?:günü|sabahı|akşamı|gecesi|öğleden (?:sonra|önce))(?:n[ae]|nd[ae]n?)?(?!\w)"
)
_WEEK: Final = timedelta(days=7)
_NUMBERED: Final = re.compile(r"[ ](?P<day>[0-9]{1,2})(?='s?[ıiuü]n[dt][ae])")
# What makes a name of a weekday: `Cuma Pazarı`, `Salı Toplantıları`, `Cuma Demir`.
_NAMES_ON: Final = re.compile(r"[ ](?:[A-ZÇĞİÖŞÜ0-9]|günle|namaz|pazar|sendrom)|['’](?!y[ae])|[-/]")

# `Perşembe ve Kumru ilçelerinde`: a district of that name
_DISTRICT: Final = re.compile(
    r"(?:(?:,|[ ]ve|[ ]ile)[ ][A-ZÇĞİÖŞÜ]\w+)*[ ](?:ilçe|İlçe|belediyeleri|Belediyeleri)"
)


@cache
def _anchors() -> re.Pattern[str]:
    days = alternatives([*table("relative_days")["days"], "bugünkü", "dünkü", "yarınki"])
    return re.compile(
        rf"(?P<day>{days})|(?P<weekday>{alternatives([*weekday_numbers()])})"
        r"|(?P<weekend>hafta[ ]?sonu)|(?P<week>hafta)|(?P<of_month>ayın)"
        r"|(?P<distance>önce|evvel|sonra)|(?P<month>ay)"
    )


@cache
def _weekday_next() -> re.Pattern[str]:
    return re.compile(rf"(?:nın)?[ ](?:{alternatives([*weekday_numbers()])}|son)")


@cache
def _one_of_many() -> re.Pattern[str]:
    """Before a weekday that comes again and again: `her`, `salı ve`, `ayın ilk`."""
    days, ordinals = alternatives([*weekday_numbers()]), alternatives([*ordinal_numbers()])
    return re.compile(
        rf"(?:(?<!\w)(?:her|(?:ayın|ayda bir,?)[ ](?:{ordinals}))[ ]"
        rf"|(?:{days})(?:[ ]günü)?[ ]?(?:ve|ile|veya|,|/|-)[ ]?)$"
    )


def relative_days(
    text: str, flat: str, anchor: date, sentence_of: SentenceOf, *, wide: bool = False
) -> list[RelativeDay]:
    """The relative expressions of `text`, in order.

    `wide` adds relative months and distances in weeks, months and years, which reports use loosely.
    """
    seen = Anchored(text, flat, anchor, sentence_of, wide)
    found: list[RelativeDay] = []
    for match in _anchors().finditer(flat):
        start = match.start()
        if start and (flat[start - 1].isalnum() or flat[start - 1] in "_-'"):
            continue
        kind = match.lastgroup
        try:
            day = _RULES[kind](seen, match) if kind is not None else None
        except (OverflowError, ValueError):
            continue  # before the year 1 or after 9999
        if day is not None and (not found or day.start >= found[-1].stop):
            found.append(day)
    return found


def _near_day(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
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
    return made(seen, start, end, day, None, "near day")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekday(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    number, (start, end) = weekday_numbers()[match.group()], match.span()
    anchor, flat = seen.anchor, seen.flat
    with_day = _WITH_DAY.match(flat, end) is not None
    if not with_day and re.match(r"[ ]gün", flat[end : end + 4]):
        return None  # `salı günleri`: each of them
    before = words_before().search(flat, max(0, start - BACK), start)
    tense = tense_after(flat, end, seen.sentence_of(start)[1])
    if match.group() == "pazar" and not with_day and seen.text[start].islower():
        return None  # the market
    if seen.text[start].isupper() and _DISTRICT.match(seen.text, end):
        return None
    if before is None and seen.wide and not with_day:
        numbered = _NUMBERED.match(flat, end)
        if numbered is not None:
            return _dated_weekday(seen, start, numbered, number)
        named = match.group() == "pazar" or _NAMES_ON.match(seen.text, end) is not None
        if named or not seen.text[start].isupper():
            return None
        tense = tense if tense == "past" else "future"
    elif before is None and (not with_day or tense not in ("past", "future")):
        return None
    if before is None:
        if _one_of_many().search(flat, max(0, start - BACK), start):
            return None
        ahead = (number - anchor.weekday()) % 7
        day = anchor + timedelta(days=ahead if tense == "future" else ahead - 7 if ahead else 0)
        return made(seen, start, end, day, None, "weekday")
    if before["every"]:
        return None
    if before["next_week"]:
        day = _monday(anchor) + _WEEK + timedelta(days=number)
        return made(seen, before.start(), end, day, None, "weekday of week")
    shift = determiners()[before["which"]]
    if before["week"]:
        day = _monday(anchor) + shift * _WEEK + timedelta(days=number)
        return made(seen, before.start(), end, day, None, "weekday of week")
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
    return made(seen, before.start("which"), end, day, None, "determined weekday")


def _dated_weekday(
    seen: Anchored, start: int, day: re.Match[str], number: int
) -> RelativeDay | None:
    """`Cuma 22'sinde`: the nearest such day of a month that is that weekday."""
    near = (seen.anchor + timedelta(days=away * side) for away in range(60) for side in (1, -1))
    for found in near:
        if found.day == int(day["day"]) and found.weekday() == number:
            return made(seen, start, day.end("day"), found, None, "weekday and day")
    return None


def _weekend(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    start, end = match.span()
    saturday = _monday(seen.anchor) + timedelta(days=5)
    before = words_before().search(seen.flat, max(0, start - BACK), start)
    if before is not None and before["which"] and not before["week"]:
        shift = determiners()[before["which"]]
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
    return made(seen, start, end, saturday, saturday + timedelta(days=1), "weekend")


def _week(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    before = words_before().search(seen.flat, max(0, match.start() - BACK), match.start())
    if (
        before is None
        or not before["which"]
        or before["week"]
        or _weekday_next().match(seen.flat, match.end())
    ):
        return None
    monday = _monday(seen.anchor) + determiners()[before["which"]] * _WEEK
    return made(
        seen, before.start("which"), match.end(), monday, monday + timedelta(days=6), "week"
    )


_RULES: Final[dict[str, Callable[[Anchored, re.Match[str]], RelativeDay | None]]] = {
    "day": _near_day,
    "weekday": _weekday,
    "weekend": _weekend,
    "week": _week,
    "of_month": day_of_month,
    "distance": distance,
    "month": relative_month,
}
