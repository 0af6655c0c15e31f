"""Days in digits: `28.10.2021`, `07. 03.2019`, `11.05 2020`, `2021-06-01`, `12-14.03.2021`."""

import re
from collections.abc import Iterator
from typing import Final

from tutanak.extraction.date_atoms import Atom, Day
from tutanak.extraction.date_patterns import with_weekday
from tutanak.extraction.date_tables import ENDING
from tutanak.extraction.refusing import Sink, refuse
from tutanak.records import Notice, Span

_END: Final = r"(?![0-9]|,[0-9]|\.[0-9]{3}|\.[0-9]{1,2}(?![0-9:.]))"
_POSSIBLE: Final = re.compile(r"[0-9][ ]?[./-][ ]?[0-9]")
_FULL: Final = re.compile(
    r"(?:(?P<day0>[0-9]{1,2})(?:[./](?P<month0>[0-9]{1,2}))?\.?[ ]?"
    r"(?P<to>-|(?<=[ ])(?:ile|ila|ve)(?=[ ]))[ ]?)?"
    r"(?P<day>[0-9]{1,2})[ ]?(?P<a>[./-])[ ]?(?P<month>[0-9]{1,2})"
    r"(?:[ ]?(?P<b>[./-])[ ]?(?P<year>[0-9]{4})|[ ](?P<loose>(?:19|20)[0-9]{2}))" + _END
)
_ISO: Final = re.compile(
    r"(?P<year>(?:1[89]|20)[0-9]{2})(?P<a>[-./])(?P<month>[0-9]{1,2})(?P=a)(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_SHORT: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<a>[./])(?P<month>[0-9]{2})(?P=a)(?P<year>[0-9]{2})(?![0-9]|[./:,-][0-9])"
    r"(?=[ ]?'[^l]|[ ]tarih|[ ]gün|[ ]?\)|[ ]*$|[ ]*\n|[ ]+(?:paz|sal|çar|per|cum))",
    re.MULTILINE,
)
_NO_YEAR: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<a>[./])(?P<month>[0-9]{2})(?![0-9]|[./:,-][0-9])"
    r"(?=(?:(?:,|[ ](?:ve|veya|ya da))[ ][0-9]{1,2}[./][0-9]{2}){0,6}[ ]tarih(?:inde|li|ler)"
    r"|(?<=/[0-9]{2})'[ ]?[dt][ae](?!\w))"
)
_ENDING: Final = re.compile(ENDING)
_MONEY: Final = re.compile(
    r"[ ]?(?:tl|lira|₺|€|\$|euro|avro|dolar|usd|kg|km|m2|hektar|dekar)(?![^\W\d_])"
)
_CLOCK: Final = re.compile(r"saat[ ]?:?[ ]?$")
_YEAR_ENDS: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")
_CENTURY: Final = 50  # two-digit years: 50 and later are of the 1900s


def numeric_atoms(text: str, flat: str, *, refused: Sink = None) -> tuple[list[Atom], list[Notice]]:
    """The atoms of `text` in digits, in order, and a notice for each impossible one."""
    if refused is not None:
        _refuse_stuck(text, flat, refused)
    atoms: list[Atom] = []
    notices: list[Notice] = []
    for match, full in _matches(flat):
        start, end = match.span()
        year = _year(match, full)
        day, month = int(match["day"]), int(match["month"])
        if _MONEY.match(flat, end):
            refuse(refused, "dates", text, start, end, "an amount of money or a measure")
            continue
        if not (1 <= day <= 31 and 1 <= month <= 12 and (year is None or 1000 <= year < 2200)):
            refuse(refused, "dates", text, match.start("day"), end, "no calendar has this day")
            if full and _looks_like_a_date(match, year):
                span = Span(match.start("day"), end)
                message = f"{text[slice(*span)]!r} has the shape of a date that no calendar has"
                notices.append(Notice("impossible_date", message, span))
            continue
        tail = _ENDING.match(flat, end)
        stop = tail.end() if tail is not None else end
        case = flat[end:stop].strip(" '")
        groups = match.groupdict()
        days = [Day(day, day, match.start("day"), end)]
        if groups.get("day0") is not None:
            start = match.start("day")
            first = int(groups["day0"])
            if groups["month0"] is not None:
                if 1 <= first <= 31 and 1 <= int(groups["month0"]) <= 12:
                    before = Day(first, first, match.start("day0"), match.end("month0"))
                    atoms.append(
                        Atom(
                            before.start,
                            before.end,
                            before.end,
                            "days",
                            (before,),
                            int(groups["month0"]),
                            None,
                            "digits",
                        )
                    )
            elif 1 <= first < day and not _stuck(flat, match.start("day0")):
                start = match.start("day0")
                run = groups["to"] in ("-", "ila") or day - first == 1
                if run:
                    days = [Day(first, day, start, end)]
                else:
                    days.insert(0, Day(first, first, start, match.end("day0")))
        atom = Atom(start, end, stop, "days", tuple(days), month, year, "digits", case)
        atoms.append(with_weekday(text, flat, atom))
    return atoms, notices


def _matches(flat: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Numeric matches, the longest reading first, none inside another; with whether it is d.m.y."""
    if _POSSIBLE.search(flat) is None:
        return
    found = [
        (match.start(), -match.end(), rank, match)
        for rank, pattern in enumerate((_FULL, _ISO, _SHORT, _NO_YEAR))
        for match in pattern.finditer(flat)
        if _acceptable(flat, match, rank)
    ]
    found.sort(key=lambda row: row[:3])
    reached = -1
    for _, negative_end, rank, match in found:
        if match.start() >= reached:
            reached = -negative_end
            yield match, rank == 0


def _refuse_stuck(text: str, flat: str, refused: Sink) -> None:
    """Leave the numbers that would be days if they did not go on, or tell the time."""
    for rank, pattern in enumerate((_FULL, _ISO)):
        for match in pattern.finditer(flat):
            if not _acceptable(flat, match, rank):
                start = match.start("year") if rank else match.start("day")
                reason = "part of a longer number, of a time or of another kind of number"
                refuse(refused, "dates", text, start, match.end(), reason)


def _acceptable(flat: str, match: re.Match[str], rank: int) -> bool:
    start = match.start("year") if rank == 1 else match.start("day")
    lead = match.groupdict().get("to")
    if lead is None and _stuck(flat, start):
        return False
    if rank == 0:
        if match["loose"] is not None:
            return (
                match["a"] == "."
                and len(match["month"]) == 2
                and not _CLOCK.search(flat, max(0, start - 8), start)
                and 1 <= int(match["month"]) <= 12
            )
        if match["a"] != match["b"] and "-" in (match["a"], match["b"]):
            return False
        return not (match["a"] == "-" and lead == "-")
    return True


def _stuck(flat: str, start: int) -> bool:
    """Whether the number at `start` goes on to the left: `1.12.03.2021`, `v12.3.2020`."""
    before = flat[start - 1] if start else " "
    if before.isalnum() or before in "._":
        return not (before == "." and start > 1 and flat[start - 2].isalpha())
    if before in ",:/-" and start > 1 and flat[start - 2].isdigit():
        return before in ",:" or not _YEAR_ENDS.search(flat, max(0, start - 6), start - 1)
    return False


def _year(match: re.Match[str], full: bool) -> int | None:
    groups = match.groupdict()
    written = groups.get("year") or groups.get("loose")
    if written is None:
        return None
    year = int(written)
    return year if full or len(written) == 4 else year + (1900 if year >= _CENTURY else 2000)


def _looks_like_a_date(match: re.Match[str], year: int | None) -> bool:
    return (
        year is not None
        and 1900 <= year < 2100
        and len(match["month"]) == 2
        and match["loose"] is None
    )
