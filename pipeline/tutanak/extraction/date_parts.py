"""Parts of months and years: `temmuzun son haftası`, `Ekim'in ilk salısı`, `ayın 3'ünden 12'sine`.

Only `tutanak.dates` reads them: reports name such parts loosely. A week belongs to the month or
year that holds its Thursday, as in ISO 8601.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tutanak.extraction.date_anchor import Anchored, RelativeDay, determiners, made
from tutanak.extraction.date_tables import (
    LETTER,
    alternatives,
    common_months,
    month_numbers,
    ordinal_numbers,
    spelt_days,
    weekday_numbers,
)
from tutanak.extraction.date_tense import tense_after

_GENITIVE: Final = r"[ ]?'?[ ]?n?[ıiuü]n"
_POSSESSED: Final = r"'?(?:s?[ıiuü])"
_THURSDAY: Final = 3


@cache
def _whole() -> str:
    """A month or year in the genitive, or at the head of a row, that a part is taken of."""
    month, det = alternatives([*month_numbers()]), alternatives([*determiners(), "sonraki"])
    year = r"(?:19|20)[0-9]{2}"
    return (
        rf"(?<![\w'])(?:(?:(?P<year>{year})(?:{_GENITIVE}|[ ]yılı)?[ ])?(?P<month>{month})"
        rf"(?:[ ](?P<after>{year}))?(?:{_GENITIVE}|[ ]ayının)"
        rf"|(?P<only>{year})(?:{_GENITIVE}|[ ]yılının)"
        rf"|(?P<which>{det})[ ](?P<unit>ay|yıl)ın)"
    )


@cache
def _ordinal() -> str:
    words = alternatives([*ordinal_numbers()])
    return rf"(?P<ordinal>{words}|(?P<digit>[1-5])(?:\.|'?[ ]?[ıiuü]?nc[ıiuü]))"


@cache
def _week() -> re.Pattern[str]:
    return re.compile(rf"{_whole()}[ ]+{_ordinal()}[ ](?P<part>haftas|çeyreğ|ay)[ıi]")


@cache
def _nth_weekday() -> re.Pattern[str]:
    days = alternatives([*weekday_numbers()])
    return re.compile(
        rf"{_whole()}[ ]{_ordinal()}[ ](?P<weekday>{days})(?:s[ıi]|[ıi])?(?={LETTER}*)"
    )


@cache
def _from_to() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_whole()}|(?<![\w'])(?<!her )ayın)[ ](?P<first>[0-9]{{1,2}}){_POSSESSED}"
        r"(?:nden|ndan|yl[ae]|[ ]ile)[ ]"
        rf"(?P<last>[0-9]{{1,2}}){_POSSESSED}(?=n[ae][ ](?:kadar|dek|değin)|[ ]aras[ıi])"
    )


@cache
def _spelt_day() -> re.Pattern[str]:
    month = alternatives([*month_numbers()])
    return re.compile(
        rf"(?<![\w'])(?P<month>{month}){_GENITIVE}[ ](?P<day>{alternatives([*spelt_days()])})"
        r"(?:s[ıi]|[ıiuü])(?=(?:n[dt][ae]n?|n[ae])?(?!\w))"
    )


@cache
def _bare_month() -> re.Pattern[str]:
    month, det = alternatives([*month_numbers()]), alternatives([*determiners()])
    return re.compile(
        rf"(?<![\w'.-])(?:(?P<which>{det})[ ])?(?P<month>{month})"
        rf"(?P<case>'[ ]?[dt][ae](?!{LETTER}))?(?![\w'-]|[ ][0-9]|[ ]ay)"
    )


@cache
def _week_of_day() -> re.Pattern[str]:
    month = alternatives([*month_numbers()])
    return re.compile(
        rf"(?<![\w.,'-])(?P<day>[0-9]{{1,2}})[ ](?P<month>{month})[ ]haftas[ıi](?={LETTER}*)"
    )


def parts(seen: Anchored) -> list[RelativeDay]:
    """The parts of months and years that a text names; they may overlap."""
    rules: tuple[
        tuple[re.Pattern[str], Callable[[Anchored, re.Match[str]], RelativeDay | None]], ...
    ]
    rules = (
        (_from_to(), _days_from_to),
        (_nth_weekday(), _weekday_of),
        (_week(), _week_of),
        (_week_of_day(), _week_around),
        (_spelt_day(), _day_of),
        (_bare_month(), _month),
    )
    found: list[RelativeDay] = []
    for pattern, rule in rules:
        for match in pattern.finditer(seen.flat):
            try:
                part = rule(seen, match)
            except (ValueError, OverflowError):
                continue  # no calendar has it
            if part is not None:
                found.append(part)
    return found


def _first_of(seen: Anchored, match: re.Match[str]) -> tuple[date, bool]:
    """The first day of the month or year that `_whole` matched, and whether it is a month."""
    anchor = seen.anchor
    if match["only"]:
        return date(int(match["only"]), 1, 1), False
    if match["which"]:
        shift = 1 if match["which"] == "sonraki" else determiners()[match["which"]]
        if match["unit"] == "yıl":
            return date(anchor.year + shift, 1, 1), False
        index = anchor.year * 12 + anchor.month - 1 + shift
        return date(index // 12, index % 12 + 1, 1), True
    if match["month"] is None:
        return anchor.replace(day=1), True
    month = month_numbers()[match["month"]]
    written = match["year"] or match["after"]
    if written:
        return date(int(written), month, 1), True
    return date(_year_of(seen, month, match), month, 1), True


def _year_of(seen: Anchored, month: int, match: re.Match[str]) -> int:
    """The year of a month without one: behind the day of the text for the past, else ahead."""
    tense = tense_after(seen.flat, match.end(), seen.sentence_of(match.start())[1])
    year = seen.anchor.year
    if tense == "past":
        return year - (month > seen.anchor.month)
    return year + (month < seen.anchor.month if tense == "future" else 0)


def _rank(match: re.Match[str]) -> int:
    return int(match["digit"]) if match["digit"] else ordinal_numbers()[match["ordinal"]]


def _week_of(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    first, month = _first_of(seen, match)
    last = _end(first, month=month)
    rank = _rank(match)
    if match["part"] != "haftas":
        return None if month else _months_of(seen, match, first.year, rank)
    if rank < 0:
        thursday = last - timedelta(days=(last.weekday() - _THURSDAY) % 7)
    else:
        thursday = first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 7 * (rank - 1))
    if not first <= thursday <= last:
        return None
    monday = thursday - timedelta(days=_THURSDAY)
    sunday = monday + timedelta(days=6)
    return made(seen, match.start(), match.end(), monday, sunday, "week of a part")


def _months_of(seen: Anchored, match: re.Match[str], year: int, rank: int) -> RelativeDay | None:
    """A quarter or a month of a year, by its rank: `2016'nın üçüncü çeyreği`."""
    length = 3 if match["part"] == "çeyreğ" else 1
    end = 12 if rank < 0 else rank * length
    first = date(year, end - length + 1, 1)
    last = _end(date(year, end, 1), month=True)
    return made(seen, match.start(), match.end(), first, last, "months of a year")


def _end(first: date, *, month: bool) -> date:
    if not month:
        return date(first.year, 12, 31)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _weekday_of(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    first, month = _first_of(seen, match)
    last, number, rank = _end(first, month=month), weekday_numbers()[match["weekday"]], _rank(match)
    if rank < 0:
        day = last - timedelta(days=(last.weekday() - number) % 7)
    else:
        day = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (rank - 1))
    if not month or not first <= day <= last:
        return None
    return made(seen, match.start(), match.end(), day, None, "weekday of month")


def _days_from_to(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    first, month = _first_of(seen, match)
    days = int(match["first"]), int(match["last"])
    if not month or days[0] >= days[1]:
        return None
    ends = first.replace(day=days[0]), first.replace(day=days[1])
    return made(seen, match.start(), match.end(), *ends, "days of month")


def _week_around(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    if seen.text[match.end() - len("haftası")].isupper():
        return None  # the name of a week: `10 Mayıs Engelliler Haftası`
    month = month_numbers()[match["month"]]
    day = date(_year_of(seen, month, match), month, int(match["day"]))
    monday = day - timedelta(days=day.weekday())
    return made(
        seen, match.start(), match.end(), monday, monday + timedelta(days=6), "week of a day"
    )


def _day_of(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    month = month_numbers()[match["month"]]
    day = date(_year_of(seen, month, match), month, spelt_days()[match["day"]])
    return made(seen, match.start(), match.end(), day, None, "day of month")


def _month(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    """`Mayıs'ta`, `bu eylül`: a month by its name; common nouns need a capital."""
    capital = seen.text[match.start("month")].isupper()
    named = capital or match["month"] not in common_months()
    if not (match["which"] or match["case"]) or (match["which"] in (None, "bu") and not named):
        return None
    month, anchor = month_numbers()[match["month"]], seen.anchor
    if match["which"] is None:
        year = _year_of(seen, month, match)
    else:
        shift = determiners()[match["which"]]
        year = anchor.year
        if shift < 0:
            year -= month >= anchor.month
        elif shift > 0:
            year += month <= anchor.month
    first = date(year, month, 1)
    start = match.start("which") if match["which"] else match.start("month")
    return made(seen, start, match.end("month"), first, _end(first, month=True), "named month")
