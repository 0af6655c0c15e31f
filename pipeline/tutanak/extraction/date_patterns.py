"""Days named with a month's name: `9-11 Kasım`, `on beş Mart 2020`, `Mart 2021`.

Everything is found from an anchor, the month, looking a bounded way to both sides, so that time
is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tutanak.extraction.date_atoms import Atom, Day
from tutanak.extraction.date_lists import day_list
from tutanak.extraction.date_tables import (
    ENDING,
    LETTER,
    alternatives,
    common_months,
    month_numbers,
    short_month_numbers,
    short_weekday_numbers,
    spelt_year,
    weekday_numbers,
)
from tutanak.extraction.refusing import Sink, refuse

_WINDOW: Final = 64
_YEAR: Final = r"(?:1[0-9]|2[01])[0-9]{2}(?![0-9]|[.,][0-9]|[-/](?:19|20)[0-9]{2}(?![0-9]))"
_SPELT_YEAR: Final = (
    r"(?:iki ?bin|bin ?dokuz ?yüz)(?: ?(?:on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan))?"
    r"(?: ?(?:bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz))?"
)
# A number behind `15 Mart` that counts something is no year.
_COUNTED: Final = (
    r"(?![ ]*(?:kişi|katılımcı|öğrenci|kadın|çocuk|üye|temsilci|adet|tl(?!\w)|lira|euro|dolar|"
    r"metre|km(?!\w)|ton(?!\w)|hane|aile|personel|davetli|delege|mülteci|vatandaş|bin(?!\w)|milyon))"
)
_ENDING: Final = re.compile(ENDING)
_AFTER: Final = re.compile(
    rf"\.?[ ]{{0,4}}[,.\-/]?[ ]{{0,4}}\n?[ ]?'?(?P<year>{_YEAR}){_COUNTED}"
    rf"|[ ](?P<spelt>{_SPELT_YEAR})(?!{LETTER})"
)
_YEAR_LAST: Final = re.compile(rf"[ ]{{1,3}}(?P<year>(?:19|20)[0-9]{{2}})(?![0-9.,]){_COUNTED}")
_BETWEEN_YEAR: Final = re.compile(
    rf"[ ]?'[ ]?{LETTER}{{1,4}}[ ](?P<year>(?:19|20)[0-9]{{2}})(?![0-9.,])"
)
_TARIH: Final = re.compile(r"tarih|gün(?![^\W\d_]{5})|yılı")
_TAILED_DAY: Final = re.compile(r"[ ](?:tarih|gün|sabah|akşam|gece)")
_MONTH_PAIR: Final = re.compile(rf"(?<!{LETTER})(?P<first>{LETTER}+)[ ]?(?:-|ile|ila|ve)[ ]?$")
_MONTH_ONWARD: Final = re.compile(rf"[ ]?-[ ]?(?P<last>{LETTER}+)")
_YEAR_BEFORE: Final = re.compile(
    r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})"
    r"(?:[ ](?:yılı|senesi|yılının|yılında)|'[^\W\d_]{1,4})?[ ]$"
)
_MONTH_WORD: Final = re.compile(r"[ ]ayı(?P<case>nda|nın|ndan|na|ndaki|nı)?(?![^\W\d_])")
_PART_OF_MONTH: Final = re.compile(r"(?<=nın)[ ](?:ilk|son|ikinci|üçüncü|ortas|baş|sonun)")
_DAY_OF: Final = re.compile(
    r"[ ](?P<day>[0-9]{1,2})(?:[ ]?'[ ]?[nsy]?[ıiuü](?:n[dt][ae]n?|n[ae]|n[ıiuü])?"
    r"|[ ]?\.?[ ](?:günü|gününde))(?![^\W\d_])"
)
_DAY_AFTER: Final = re.compile(
    r"[ ]{1,2}(?P<day>[0-9]{1,2})(?:[ ]?,)?[ ]{1,2}(?P<year>(?:19|20)[0-9]{2})(?![0-9.])"
)


@cache
def _anchor() -> re.Pattern[str]:
    full, short = alternatives([*month_numbers()]), alternatives([*short_month_numbers()])
    return re.compile(
        rf"(?P<month>{full})|(?P<short>{short})(?=[ .\-/'\n][ .\-/'\n]{{0,3}}(?:19|20)?[0-9]{{2}})"
    )


@cache
def _weekday_after() -> re.Pattern[str]:
    full, short = alternatives([*weekday_numbers()]), alternatives([*short_weekday_numbers()])
    return re.compile(
        rf"[ ]{{0,3}}(?:tarihi(?:nde)?[ ])?[,.\-/|]?[ ]{{0,3}}\n?(?P<bracket>\()?[ ]?"
        rf"(?:(?P<weekday>{full})|(?P<short>{short})\.?(?!{LETTER}))"
        rf"(?P<close>(?:[ ]günü)?[ ]?\))?{ENDING}(?!{LETTER})"
    )


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!{LETTER})(?P<weekday>{alternatives([*weekday_numbers()])})"
        rf"(?P<gap>[ ]{{0,2}},?[ ]{{1,2}}|[ ]günü[ ]?,?[ ]|[ ](?:günü[ ])?\([ ]?|[ ]?-[ ]?)$"
    )


def month_atoms(text: str, flat: str, *, refused: Sink = None) -> Iterator[Atom]:
    """The atoms of `text` that a month's name makes, in order. `flat` is `flatten(text)`."""
    for anchor in _anchor().finditer(flat):
        start = anchor.start()
        if start and (flat[start - 1].isalpha() or flat[start - 1] == "_"):
            continue
        atom = _from_anchor(text, flat, anchor)
        if atom is not None:
            yield with_weekday(text, flat, atom) if atom.kind == "days" else atom
        elif refused is not None and anchor["month"] is not None:
            _refuse_month(text, flat, anchor.start(), anchor.end(), refused)


_NUMBER_BEFORE: Final = re.compile(r"[0-9]+[.']?[ ]?$")


def _refuse_month(text: str, flat: str, start: int, end: int, refused: Sink) -> None:
    """Leave a month's name that made no date; not other words that begin like it."""
    tail = _ENDING.match(flat, end)
    if flat[end : end + 1].isalpha() and (tail is None or tail.end() == end):
        return
    number = _NUMBER_BEFORE.search(flat, max(0, start - 8), start)
    if number is None:
        refuse(refused, "dates", text, start, end, "a month with neither a day nor a year")
    else:
        reason = "a number that is no day, beside a word that is also a month"
        refuse(refused, "dates", text, number.start(), end, reason)


def _from_anchor(text: str, flat: str, anchor: re.Match[str]) -> Atom | None:
    start, end = anchor.span()
    abbreviated = anchor["month"] is None
    name = anchor["month"] or anchor["short"]
    number = (short_month_numbers() if abbreviated else month_numbers())[name]
    year: int | None = None
    after = _AFTER.match(flat, end) or (None if abbreviated else _BETWEEN_YEAR.match(flat, end))
    if after is not None:
        spelt = after.groupdict().get("spelt")
        year = spelt_year(spelt) if spelt else int(after["year"])
        end = after.end("spelt" if spelt else "year")
    elif abbreviated:
        return None
    tail = _ENDING.match(flat, end)
    stop = tail.end() if tail is not None else end
    glued = stop == end and flat[end : end + 1].isalpha()
    if glued and not (_TARIH.match(flat, end) or (year and _weekday_after().match(flat, end))):
        return None  # another word: `martı`, `kasımpaşa`
    case = flat[end:stop].strip(" '")
    found = day_list(flat, max(0, start - _WINDOW), start, stop)
    if found is None:
        return _month_first(flat, anchor, number) or (
            None if abbreviated else _month_alone(flat, anchor, number, year, end, stop)
        )
    if year is None:
        common = name in common_months() and text[start].islower()
        if found.loose or (found.weak and not case and not _TAILED_DAY.match(flat, stop)):
            return None
        if (
            common
            and not case
            and not _TAILED_DAY.match(flat, stop)
            and not _weekday_after().match(flat, stop)
        ):
            return None
    return Atom(
        found.days[0].start,
        end,
        stop,
        "days",
        found.days,
        number,
        year,
        "day month" if year is None else "day month year",
        case,
    )


def _month_first(flat: str, anchor: re.Match[str], number: int) -> Atom | None:
    """`Aralık 22, 2020`, as pages with an English calendar have it."""
    match = _DAY_AFTER.match(flat, anchor.end())
    if match is None:
        return None
    tail = _ENDING.match(flat, match.end())
    stop = tail.end() if tail is not None else match.end()
    day = Day(int(match["day"]), int(match["day"]), match.start("day"), match.end("day"))
    case = flat[match.end() : stop].strip(" '")
    year = int(match["year"])
    return Atom(
        anchor.start(), match.end(), stop, "days", (day,), number, year, "month day year", case
    )


def _month_alone(
    flat: str, anchor: re.Match[str], number: int, year: int | None, end: int, stop: int
) -> Atom | None:
    """`Mart 2021`, `2021 yılı Mart ayı`, `Mart ayının 15'i`; None for a bare month."""
    start = first = anchor.start()
    case = flat[end:stop].strip(" '")
    rule = "month"
    if (
        year is None
        and (before := _YEAR_BEFORE.search(flat, max(0, start - 20), start)) is not None
    ):
        year, first = int(before["year"]), before.start("year")
    word = _MONTH_WORD.match(flat, stop) if not case else None
    if case in ("ın", "in", "ün", "un") or (word is not None and word["case"] == "nın"):
        of = _DAY_OF.match(flat, stop if word is None else word.end())
        if of is not None:
            day = Day(int(of["day"]), int(of["day"]), of.start("day"), of.end("day"))
            return Atom(
                first, of.end("day"), of.end(), "days", (day,), number, year, "day of month"
            )
    if year is None and (word is None or _PART_OF_MONTH.match(flat, word.end())):
        return None
    first_month = None
    onward = _MONTH_ONWARD.match(flat, stop) if first < start and not case else None
    if onward is not None and onward["last"] in month_numbers():
        end = stop = onward.end()
        first_month, number, word = number, month_numbers()[onward["last"]], None
    if first == start:
        pair = _MONTH_PAIR.search(flat, max(0, start - 16), start)
        if pair is not None and pair["first"] in month_numbers():
            first, first_month = pair.start("first"), month_numbers()[pair["first"]]
    if word is not None:
        end, stop, case = word.start() + 4, word.end(), word["case"] or ""
    return Atom(first, end, stop, "month", (), number, year, rule, case, first_month=first_month)


def with_weekday(text: str, flat: str, atom: Atom) -> Atom:
    """The atom with the weekday that is written behind or before it."""
    after = None if atom.ending else _weekday_after().match(flat, atom.end)
    if after is not None and not (after["short"] and atom.year is None):
        full = after["weekday"] is not None
        word = after["weekday"] if full else after["short"]
        at = after.start("weekday" if full else "short")
        market = word == "pazar" and text[at].islower() and not flat.startswith(" günü", at + 5)
        if bool(after["bracket"]) == bool(after["close"]) and not market:
            number = (weekday_numbers() if full else short_weekday_numbers())[word]
            end = after.end("close") if after["close"] else at + len(word)
            ending = (after["ending"] or "").strip(" '")
            year = _YEAR_LAST.match(flat, end) if atom.year is None and not ending else None
            if year is not None:  # `31 Mart Pazar 2019`
                tail = _ENDING.match(flat, year.end())
                stop = tail.end() if tail is not None else year.end()
                ending = flat[year.end() : stop].strip(" '")
                written = int(year["year"])
                return replace(
                    atom, end=year.end(), stop=stop, weekday=number, ending=ending, year=written
                )
            return replace(atom, end=end, stop=after.end(), weekday=number, ending=ending)
    before = _weekday_before().search(flat, max(0, atom.start - 24), atom.start)
    if before is not None:
        gap = before["gap"]
        start = atom.start if "(" in gap or "günü" in gap or "-" in gap else before.start("weekday")
        return replace(atom, start=start, weekday=weekday_numbers()[before["weekday"]])
    return atom
