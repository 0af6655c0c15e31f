"""Spans from the day of the text: `önümüzdeki üç gün`, `iki hafta içinde`, `1 ay 21 gün önce`.

Reports use them loosely (`son iki ayda`, `bir hafta içinde`), so that only `tutanak.dates` reads
them, which answers for the words alone.
"""

import calendar
import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from tutanak.extraction.date_anchor import Anchored, RelativeDay, made
from tutanak.extraction.date_tables import alternatives, spelt_numbers
from tutanak.extraction.date_tense import tense_after

_UNITS: Final = "gün|hafta|ay|yıl|sene"
_BASES: Final = {"bugünden": 0, "şu andan": 0, "yarından": 1, "dünden": -1}
_PIECE: Final = re.compile(rf"(?P<number>[^\W_]+(?: [^\W\d_]+)?) (?P<unit>{_UNITS})(?!\w)")


# Counted from something else, or a limit: `tebliğden itibaren beş gün içinde`, `en çok dört gün`.
_FROM_ELSEWHERE: Final = re.compile(r"(?:[dt][ae]n|itibaren|en (?:çok|fazla|az)|her|yaklaşık) $")


@cache
def _number() -> str:
    return rf"(?:[0-9]{{1,3}}|{alternatives([*spelt_numbers()])})"


@cache
def _counted() -> re.Pattern[str]:
    piece = rf"{_number()} (?:{_UNITS})"
    return re.compile(
        rf"(?<![\w.,'])(?:(?P<base>{'|'.join(_BASES)})(?: itibaren)? )?"
        rf"(?P<pieces>{piece}(?:(?:,| ve)? {piece}){{0,2}})"
        r" (?P<way>önce|evvel|sonra|içinde|içerisinde)(?!\w)"
    )


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w'])(?P<side>önümüzdeki|gelecek|geçen|geçtiğimiz|son|önceki|sonraki) "
        rf"(?P<number>{_number()}) (?P<unit>{_UNITS})(?P<within>[dt]?[ae]? içinde)?"
    )


@cache
def _neighbour() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w'])(?P<side>(?:bir )?sonraki|bir dahaki|geçmiş|bu|geçen|geçtiğimiz|önümüzdeki"
        r"|gelecek) (?P<unit>hafta|ay)(?P<ki>ki)?(?!\w)(?! [0-9]| daha)"
    )


def _beside(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    """`bir sonraki ay`, `geçmiş hafta`, `bu ayki`; what others read is left to them."""
    side = match["side"].removeprefix("bir ")
    if match["ki"] is None and side not in ("sonraki", "dahaki", "geçmiş"):
        return None
    if re.search(r"d[ae]n $", seen.flat[max(0, match.start() - 4) : match.start()]):
        return None  # `gelecek haftadan sonraki hafta` counts from another week
    shift = 0 if side == "bu" else -1 if side.startswith("geç") else 1
    monday = seen.anchor - timedelta(days=seen.anchor.weekday())
    first = moved(seen.anchor.replace(day=1), shift, "ay")
    last = moved(first, 1, "ay") - timedelta(days=1)
    if match["unit"] == "hafta":
        first = moved(monday, shift, "hafta")
        last = first + timedelta(days=6)
    rule = "beside month" if match["unit"] == "ay" else "beside week"
    return RelativeDay(
        match.start(),
        match.end("unit"),
        match.end(),
        first,
        last,
        "month" if match["unit"] == "ay" else "range",
        rule,
    )


def counted_spans(seen: Anchored) -> list[RelativeDay]:
    """Days at a distance of several units or by `içinde`, and stretches before or after the day."""
    found: list[RelativeDay] = []
    for pattern, rule in (
        (_counted(), _distant),
        (_stretch(), _stretched),
        (_neighbour(), _beside),
    ):
        for match in pattern.finditer(seen.flat):
            try:
                day = rule(seen, match)
            except (OverflowError, ValueError):
                continue  # before the year 1 or after 9999
            if day is not None:
                found.append(day)
    return found


def moved(day: date, number: int, unit: str) -> date:
    """The day `number` units from `day`; in a shorter month, its last.

    Raises:
        ValueError, OverflowError: no calendar has the day.
    """
    if unit in ("gün", "hafta"):
        return day + timedelta(days=number * (7 if unit == "hafta" else 1))
    index = day.year * 12 + day.month - 1 + number * (1 if unit == "ay" else 12)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _value(word: str) -> int:
    return int(word) if word.isdigit() else spelt_numbers()[word]


def _distant(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    within = match["way"].startswith("iç")
    pieces = [
        (_value(piece["number"]), piece["unit"]) for piece in _PIECE.finditer(match["pieces"])
    ]
    if len(pieces) == 1 and not within and match["base"] is None:
        return None  # `date_counted` knows more of these
    if _FROM_ELSEWHERE.search(seen.flat, max(0, match.start() - 16), match.start()):
        return None
    tense = tense_after(seen.flat, match.end(), seen.sentence_of(match.start())[1])
    if within and tense == "past":
        return None  # how long it took
    day = seen.anchor + timedelta(days=_BASES[match["base"]] if match["base"] else 0)
    for number, unit in pieces:
        day = moved(day, -number if match["way"] in ("önce", "evvel") else number, unit)
    return made(seen, match.start(), match.end(), day, None, "distance")


def _stretched(seen: Anchored, match: re.Match[str]) -> RelativeDay | None:
    number, unit = _value(match["number"]), match["unit"]
    end = match.end("unit")
    if match["side"] in ("önümüzdeki", "gelecek", "sonraki"):
        first = seen.anchor if match["within"] else seen.anchor + timedelta(days=1)
        last = moved(first, number, unit) - timedelta(days=1)
    else:
        first = moved(seen.anchor, -number, unit)
        last = seen.anchor - timedelta(days=1)
    return made(seen, match.start(), end, first, last, "stretch")
