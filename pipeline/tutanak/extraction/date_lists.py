"""The days before a month's name: `9-10-11`, `12, 13 ve 14`, `3'ünden 5`, `on beş`."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from tutanak.extraction.date_atoms import Day
from tutanak.extraction.date_tables import LETTER, alternatives, spelt_days

_SEPARATOR: Final = (
    r"[ ]{0,3}(?P<sign>-{1,2}|/|,|&|\+|(?<=[ \w'])(?:ve|ila|ile|veya|ya da|veyahut)(?=[ \d]))"
    r"[ ]{0,3}(?:de[ ])?"
    r"|(?<=[dt][ae]n)[ ]"
)
_TAIL: Final = (
    r"[ ]?'[ ]?(?:[nsy]?[ıiuü](?:n(?:[dt]?[ae]n?|[ıiuü]n?)?)?|[dt][ae]n?|[ıiuü]?nc[ıiuü]|y?l[ae])"
    r"(?![^\W\d_])|\."
    r"|[dt][ae]n(?![^\W\d_])"
)
_SPANS_AFTER: Final = re.compile(r"[ ]*(?:tarihleri|günleri|tarihi|günü)?[ ]*aras[ıi]")
_NOT_A_DAY: Final = re.compile(
    r"(?:(?:covid|kovid)[ -]?|(?<![^\W\d_])(?:madde|md\.|sayı|no|sıra)[ ]?:?[ ]?"
    r"|[0-9][.,:]|%[ ]?)$"
)


@dataclass(frozen=True, slots=True)
class DayList:
    """Days in order. `loose`: needs a year to count; `weak`: needs an ending or `tarihinde`."""

    days: tuple[Day, ...]
    loose: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A day of the list, the sign behind it, and whether it carries `-den`."""

    value: int
    start: int
    end: int
    sign: str
    ablative: bool


@cache
def _day() -> str:
    return (
        rf"(?:[0-9]{{1,2}}(?![0-9])|(?<!{LETTER})(?:{alternatives([*spelt_days()])})(?!{LETTER}))"
    )


@cache
def _list_before() -> re.Pattern[str]:
    separator = _SEPARATOR.replace("?P<sign>", "?:")
    return re.compile(
        rf"(?<![0-9])(?<![0-9][.,:/])"
        rf"(?P<days>(?:{_day()}(?:{_TAIL})?(?:{separator})){{0,12}}{_day()}(?P<tail>{_TAIL})?)"
        rf"(?P<gap>[ ]{{0,4}}[\-/]?[ ]?\n?[ ]{{0,2}})$"
    )


@cache
def _one() -> re.Pattern[str]:
    return re.compile(rf"(?P<day>{_day()})(?P<tail>{_TAIL})?(?:{_SEPARATOR})?")


def day_list(flat: str, window: int, end: int, stop: int) -> DayList | None:
    """The days that stand right before `end`, not before `window`; `stop` is where the date ends.

    None where no number stands there that can be a day. Values over 31 are kept: the caller says
    that they are impossible.
    """
    match = _list_before().search(flat[window:end])
    if match is None:
        return None
    parts = _parts(flat, window + match.start("days"), window + match.end("days"))
    if match["tail"] not in (None, ".") and "nc" not in match["tail"]:
        return None  # `yüzde 11'i ekime ayrıldı`
    parts = _ascending_tail(parts)
    start = parts[0].start
    if _NOT_A_DAY.search(flat, max(0, start - 12), start):
        return None
    spans = _SPANS_AFTER.match(flat, stop) is not None
    spelt = not flat[start].isdigit()
    dotted = flat[window + match.end("days") - 1] == "."
    return DayList(
        days=_runs(parts, spans),
        loose="\n" in match["gap"] or dotted,
        weak=spelt and len(parts) == 1 and parts[0].value in (1, 2, 3, 10),
    )


def _parts(flat: str, position: int, end: int) -> list[_Part]:
    found = []
    while position < end and (match := _one().match(flat, position, end)) is not None:
        word = match["day"]
        value = int(word) if word.isdigit() else spelt_days()[word]
        tail = match["tail"] or ""
        ablative = tail.endswith(("dan", "den", "tan", "ten"))
        found.append(
            _Part(value, match.start("day"), match.end("day"), match["sign"] or "", ablative)
        )
        position = match.end()
    return found


def _ascending_tail(parts: list[_Part]) -> list[_Part]:
    """The end of the list that is one expression: rising days, not two numbers by a comma."""
    keep = len(parts) - 1
    while keep > 0:
        before, here = parts[keep - 1], parts[keep]
        if not 0 < before.value < here.value or here.value > 31:
            break
        last_pair = keep == len(parts) - 1
        if last_pair and before.sign == "," and (len(parts) < 3 or here.value - before.value > 7):
            break
        if not before.sign and not before.ablative:
            break
        keep -= 1
    return parts[keep:]


def _runs(parts: list[_Part], spans: bool) -> tuple[Day, ...]:
    """Days joined to runs: `9-11`, `9-10-11`, `12, 13 ve 14`; the others stay apart.

    Two days by a dash are the ends of a run; three and more by dashes alone name each day.
    """
    dashed = sum(part.sign.startswith("-") for part in parts[:-1])
    gaps = [b.value - a.value for a, b in pairwise(parts)]
    enumerated = dashed == len(parts) - 1 > 1 and max(gaps) > 1
    days: list[Day] = []
    before: _Part | None = None
    for part in parts:
        if before is not None and (
            part.value - before.value == 1
            or (not enumerated and before.sign in ("-", "--", "ila"))
            or (before.ablative and not before.sign)
            or (spans and before.sign in ("ile", "ve"))
        ):
            days[-1] = Day(days[-1].first, part.value, days[-1].start, part.end)
        else:
            days.append(Day(part.value, part.value, part.start, part.end))
        before = part
    return tuple(days)
