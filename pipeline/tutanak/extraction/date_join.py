"""Atoms to items: ends of ranges meet, and coordinated days share the year that one of them has."""

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from tutanak.extraction.date_atoms import Atom
from tutanak.records import Granularity, Notice, Span


class MonthDay(NamedTuple):
    """A day of a month; `day` is 0 for the month as a whole."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Item:
    """One answer to be: a day or run of days, its year perhaps not known yet.

    `first_year` and `last_year` differ over the turn of a year. `group` counts the coordinated
    expressions of the text. `written` says that the year stands in the expression itself.
    """

    start: int
    end: int
    stop: int
    first: MonthDay
    last: MonthDay
    first_year: int | None
    last_year: int | None
    weekday: int | None
    rule: str
    group: int
    written: bool

    @property
    def granularity(self) -> Granularity:
        """`month` for whole months, `day` for one day, else `range`."""
        if not self.first.day:
            return "month"
        one = self.first == self.last and self.first_year == self.last_year
        return "day" if one else "range"

    def dates(self, year: int | None = None) -> tuple[date, date] | None:
        """Both ends, `year` standing in for a missing one; None if no calendar has them."""
        last_year = self.last_year if self.last_year is not None else year
        if last_year is None:
            return None
        turn = self.first > self.last and self.first_year is None
        first_year = self.first_year if self.first_year is not None else last_year - turn
        try:
            last_day = self.last.day or calendar.monthrange(last_year, self.last.month)[1]
            first = date(first_year, self.first.month, self.first.day or 1)
            last = date(last_year, self.last.month, last_day)
        except ValueError:
            return None
        return (first, last) if first <= last else None


_TIME: Final = r"(?:[ ,]*(?:saat[ ])?\(?[0-2]?[0-9][.:][0-5][0-9](?:'[^\W\d_]+)?\)?)?"
_GAP: Final = re.compile(
    rf"\.?(?:[ ]?'?(?P<abl>[^\W\d_]*tarih(?:i|inden|leri)|gün(?:ü|ünden)))?{_TIME}(?:[ ]itibaren)?"
    r"[ ]{0,3}\n?"
    r"(?P<sign>-{1,2}|ila|ile|ve|,|;|/|&|\+|veya|ya da)?[ ]{0,3}\n?(?:saat[ ])?"
)
_SPANS: Final = re.compile(r"[ ]*(?:tarihleri|günleri|tarihi|günü)?(?:nin|nın)?[ ]*aras[ıi]")
_UNTIL: Final = re.compile(r"[ ]*(?:tarihine|gününe)?[ ]*(?:kadar|dek|değin)")
_MAX_GAP: Final = 40


def join(flat: str, atoms: Sequence[Atom]) -> tuple[list[Item], list[Notice]]:
    """Items of the atoms (sorted, not overlapping) and a notice for each impossible day."""
    items: list[Item] = []
    notices: list[Notice] = []
    for number, group in enumerate(_groups(flat, atoms)):
        made: list[Item] = []
        for atom, sign in group:
            for item in _items(atom, number):
                previous = made[-1] if made else None
                merged = _merge(previous, item, sign) if previous is not None else None
                if merged is not None:
                    made[-1] = merged
                else:
                    made.append(item)
                sign = ","
        for item in _with_shared_year(made):
            problem = _impossible(item)
            if problem:
                span = Span(item.start, item.end)
                notices.append(
                    Notice("impossible_date", f"{problem} is a day that no calendar has", span)
                )
            else:
                items.append(item)
    return items, notices


def _groups(flat: str, atoms: Iterable[Atom]) -> list[list[tuple[Atom, str]]]:
    """Runs of atoms with the sign before each: `to` for the end of a range, `and`, or nothing."""
    groups: list[list[tuple[Atom, str]]] = []
    before: Atom | None = None
    for atom in atoms:
        sign = _sign(flat, before, atom) if before is not None else ""
        if sign:
            groups[-1].append((atom, sign))
        else:
            groups.append([(atom, "")])
        before = atom
    return groups


def _sign(flat: str, before: Atom, here: Atom) -> str:
    if here.start < before.stop or here.start - before.stop > _MAX_GAP:
        return ""
    gap = _GAP.fullmatch(flat, before.stop, here.start)
    if gap is None:
        return ""
    sign = gap["sign"] or ""
    both = before.year is not None and here.year is not None
    if sign in ("-", "--", "ila") or (sign == "/" and both):
        return "to"
    ablative = before.ablative or (gap["abl"] or "").endswith("nden")
    if ablative and not sign and (here.dative or _UNTIL.match(flat, here.stop)):
        return "to"
    if (sign in ("ile", "ve") or (both and not sign)) and _SPANS.match(flat, here.stop):
        return "to"
    if sign == "ve" or (sign == "," and before.year is None):
        return "and"
    return "and" if sign and sign != "," else ""


def _items(atom: Atom, group: int) -> list[Item]:
    written = atom.year is not None
    if atom.kind == "month":
        first = MonthDay(atom.first_month or atom.month, 0)
        return [_item(atom, atom.start, atom.end, first, MonthDay(atom.month, 0), group, written)]
    items = []
    for i, day in enumerate(atom.days):
        start = min(atom.start, day.start) if i == 0 else day.start
        end = atom.end if i == len(atom.days) - 1 else day.end
        first, last = MonthDay(atom.month, day.first), MonthDay(atom.month, day.last)
        items.append(_item(atom, start, end, first, last, group, written))
    if len(items) > 1:
        items = [replace(item, weekday=None) for item in items]
    return items


def _item(
    atom: Atom, start: int, end: int, first: MonthDay, last: MonthDay, group: int, written: bool
) -> Item:
    turn = first.month > last.month
    first_year = atom.year - turn if atom.year is not None else None
    return Item(
        start,
        end,
        max(end, atom.stop if end == atom.end else end),
        first,
        last,
        first_year,
        atom.year,
        atom.weekday,
        atom.rule,
        group,
        written,
    )


def _merge(before: Item, here: Item, sign: str) -> Item | None:
    """One run of both: the ends of a range, or days in a row that share what follows."""
    if (before.first.day == 0) != (here.first.day == 0):
        return None
    if sign == "to":
        if before.first != before.last or (here.first != here.last and here.first.day):
            return None
    elif not (
        sign == "and"
        and before.first_year is None
        and before.weekday is None
        and _next_day(before, here)
    ):
        return None
    if before.last_year is not None and here.first_year is not None:
        both = before.dates(), here.dates()
        if both[0] is None or both[1] is None or both[0][0] > both[1][1]:
            return None
    elif before.last_year is not None and here.last_year is None:
        here = replace(here, last_year=before.last_year + (here.last < before.first))
    return replace(
        here,
        start=before.start,
        first=before.first,
        first_year=before.first_year,
        rule="range",
        weekday=None,
        written=before.written or here.written,
    )


def _next_day(before: Item, here: Item) -> bool:
    year = here.first_year or 2024  # a leap year, where 28 and 29 February are in a row
    try:
        day = date(year, before.last.month, before.last.day) + timedelta(days=1)
    except ValueError:
        return False
    return (day.month, day.day) == here.first


def _with_shared_year(items: list[Item]) -> list[Item]:
    """Years spread through a coordinated expression, from the right: `3 Mart ve 5 Nisan 2021`."""
    out = list(items)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if here.last_year is None and after.last_year is not None:
            year = after.first_year if after.first_year is not None else after.last_year
            out[i] = replace(here, last_year=year - (here.last > after.first), written=True)
    for i in range(1, len(out)):
        before, here = out[i - 1], out[i]
        if here.last_year is None and before.last_year is not None:
            out[i] = replace(
                here, last_year=before.last_year + (here.first < before.last), written=True
            )
    return [_first_year(item) for item in out]


def _first_year(item: Item) -> Item:
    if item.last_year is None or item.first_year is not None:
        return item
    return replace(item, first_year=item.last_year - (item.first > item.last))


def _impossible(item: Item) -> str:
    """What is wrong with the item, or nothing."""
    if item.last_year is not None:
        if item.dates() is None:
            return f"{item.first.day}.{item.first.month}.{item.first_year}"
        return ""
    for month, day in (item.first, item.last):
        if day > calendar.monthrange(2024, month)[1] or (not day and item.granularity != "month"):
            return f"{day}.{month}."
    return ""
