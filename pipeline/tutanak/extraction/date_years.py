"""Which year a day without one belongs to, from the rest of the text and the day of the text.

From the surest to the weakest: an event that happened once; the same day with a year elsewhere; a
year named in the sentence (`2022 yılında`, `geçen yıl`); a full date before it in the sentence; the
day of the text with the tense of the verb; the years of the text, where they agree.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from tutanak.extraction.date_join import Item
from tutanak.extraction.date_tense import Tense, tense_after

_YEAR_WORD: Final = re.compile(
    r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})(?![0-9.,/-])"
    r"(?:[ ](?:yıl|sene)(?:[ıi]n?|[ıi]nd[ae](?:ki)?)?(?!\w)"
    r"|[ ]?'[ ]?(?:[dt][ae]n?|n[ıiuü]n|[ıiuü]n|[ye]e?)(?!\w))"
    r"|(?<!\w)(?P<shift>geçen|geçtiğimiz|önceki|bu|içinde bulunduğumuz|önümüzdeki|gelecek)"
    r"[ ](?:yıl|sene)(?!l[ae]r|dönü)"
)
_SHIFT: Final = {"geçen": -1, "geçtiğimiz": -1, "önceki": -1, "önümüzdeki": 1, "gelecek": 1}
_TITLE_YEAR: Final = re.compile(r"(?<![\w.,/-])(?:20)[0-9]{2}(?![\w.,/-])")
_TERM: Final = re.compile(r"(?<!\w)son (?:başvuru|kayıt|katılım|teslim|gün|tarih)[^.\n]{0,24}$")
# What is open until a day: `31 Mart'a kadar açık olan çağrı`
_UNTIL: Final = re.compile(
    r"(?:'?[ae])?[ ](?:kadar|dek|değin)[ ](?:[^\W\d_]+[ ]){0,3}"
    r"(?:açık|sürecek|devam edecek|başvur|kayıt|gönder|teslim|uzatıl|kabul ed|yapılabil)"
)
_EVERY_YEAR: Final = re.compile(r"(?<!\w)her (?:yıl|sene)(?:ın|nin)?[ ](?:[^\W\d_]+[ ]){0,2}$")
_FOUNDED: Final = re.compile(r"kurul|kurucu|doğ|faaliyete")
_PAST_SLACK: Final = 3  # days that a text may be dated before what it reports
_YEARLY_SLACK: Final = 20  # the same for days that are kept before they come
_FUTURE_SLACK: Final = 45  # days that a text may be dated after what it still announces
_WEEKDAY_REACH: Final = 400  # days within which an agreeing weekday tells the year
_SAME_BREATH: Final = 250  # characters within which an old year still goes with a repeated day
_MANY: Final = 50  # repeats of a day that are looked at
_FAR: Final = 300


class Settled(NamedTuple):
    """A year and the rule that gave it."""

    year: int
    rule: str


@dataclass(frozen=True, slots=True)
class YearContext:
    """What a text says about years. `dated` are the items with a year, in order."""

    flat: str
    anchor: date | None
    dated: Sequence[Item]
    title_years: tuple[int, ...]
    sentence_of: Callable[[int], tuple[int, int]]
    by_day: dict[tuple[int, int], tuple[Item, ...]]
    runs: dict[int, tuple[Item, ...]]
    common_year: int | None
    main_year: int | None


def year_context(
    flat: str,
    dated: Sequence[Item],
    *,
    anchor: date | None,
    title_year: bool,
    sentence_of: Callable[[int], tuple[int, int]],
) -> YearContext:
    """Collect what `settle_year` looks at, once a text."""
    by_day: dict[tuple[int, int], list[Item]] = {}
    for item in dated:
        span = item.dates()
        if span is None or not item.first.day or (span[1] - span[0]).days > 31:
            continue
        for edge in {item.first, item.last}:
            by_day.setdefault(edge, []).append(item)
    runs: dict[int, list[Item]] = {}
    for item in dated:
        if item.granularity == "range" and item.first_year == item.last_year:
            runs.setdefault(item.first.month, []).append(item)
    days = [item for item in dated if item.granularity != "month"] or dated
    years = {year for item in days for year in (item.first_year, item.last_year) if year}
    title_years: tuple[int, ...] = ()
    if title_year:
        heading = flat.lstrip()[:300].split("\n", 1)[0]
        title_years = tuple({int(match.group()) for match in _TITLE_YEAR.finditer(heading)})
    return YearContext(
        flat,
        anchor,
        dated,
        title_years,
        sentence_of,
        {key: tuple(items[:_MANY]) for key, items in by_day.items()},
        {month: tuple(items[:_MANY]) for month, items in runs.items()},
        years.pop() if len(years) == 1 else None,
        _main_year(dated),
    )


def _main_year(dated: Sequence[Item]) -> int | None:
    """The year that most dates of a text have, if it is by far."""
    counted = Counter(item.last_year for item in dated).most_common(2)
    if not counted:
        return None
    (year, most), *rest = counted
    return year if most >= 3 and (not rest or most >= 3 * rest[0][1]) else None


def settle_year(item: Item, context: YearContext, *, yearly: bool) -> Settled | None:
    """The year of an item without one, or None. `yearly`: it names a day that comes every year."""
    if _EVERY_YEAR.search(context.flat, max(0, item.start - 40), item.start):
        return None
    same = _same_day(item, context, yearly=yearly)
    if same is not None:
        return Settled(same, "same day")
    start, end = context.sentence_of(item.start)
    spoken = _spoken_year(item, context, start)
    if spoken is not None:
        return spoken
    neighbour = _before_in_sentence(item, context, start)
    if neighbour is not None:
        return Settled(neighbour, "same sentence")
    if context.anchor is not None:
        tense = tense_after(context.flat, item.stop, end)
        if _TERM.search(context.flat, max(start, item.start - 40), item.start):
            tense = "future"
        if _UNTIL.match(context.flat, item.stop, end):
            tense = "future"
        return _by_anchor(item, context, tense, slack=_YEARLY_SLACK if yearly else _PAST_SLACK)
    return _by_document(item, context)


def _same_day(item: Item, context: YearContext, *, yearly: bool) -> int | None:
    if not item.first.day:
        return None
    near = [*context.by_day.get(item.first, ()), *context.by_day.get(item.last, ())]
    if not near:
        near = [
            other
            for other in context.runs.get(item.first.month, ())
            if other.first < item.first <= item.last < other.last
        ]
    if not near:
        return None
    nearest = min(near, key=lambda other: abs(other.start - item.start))
    year = nearest.last_year if nearest.last == item.last else nearest.first_year
    old = context.anchor is not None and year is not None and abs(context.anchor.year - year) > 1
    if old and (yearly or abs(nearest.start - item.start) > _SAME_BREATH):
        return None  # an anniversary: `29 Ekim 1923'te kurulan …`, `29 Ekim'de kutlandı`
    return year


def _spoken_year(item: Item, context: YearContext, start: int) -> Settled | None:
    found = None
    for match in _YEAR_WORD.finditer(context.flat, start, item.start):
        found = match
    if found is None:
        return None
    between = context.flat[found.end() : item.start]
    if (
        len(between) > 120
        or _FOUNDED.search(between)
        or tense_after(context.flat, found.end(), item.start)
    ):
        return None
    if found["year"]:
        return Settled(int(found["year"]), "year in sentence")
    if context.anchor is None:
        return None
    return Settled(context.anchor.year + _SHIFT.get(found["shift"], 0), "year word")


def _before_in_sentence(item: Item, context: YearContext, start: int) -> int | None:
    """The year of a full date right before in the sentence, carried over the turn of a year."""
    position = _index_before(context.dated, item.start)
    if position < 0:
        return None
    other = context.dated[position]
    if other.start < start or other.last_year is None or not other.last.day or not item.first.day:
        return None
    if _FOUNDED.search(context.flat, other.stop, item.start) or item.start - other.stop > 150:
        return None
    return other.last_year + (item.first < other.last and other.last.month - item.first.month > 6)


def _index_before(dated: Sequence[Item], start: int) -> int:
    low, high = 0, len(dated)
    while low < high:
        middle = (low + high) // 2
        if dated[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low - 1


def _by_anchor(
    item: Item, context: YearContext, tense: Tense | None, *, slack: int
) -> Settled | None:
    anchor = context.anchor
    assert anchor is not None
    options: list[tuple[int, date, date]] = []
    for year in range(anchor.year - 2, anchor.year + 3):
        ends = item.dates(year)
        if ends is not None:
            options.append((year, *ends))
    if not options:
        leap = [
            year for year in range(anchor.year - 4, anchor.year + 5) if item.dates(year) is not None
        ]
        return (
            Settled(min(leap, key=lambda year: abs(year - anchor.year)), "nearest")
            if leap
            else None
        )
    if item.weekday is not None:
        agreeing = [
            option
            for option in options
            if option[2].weekday() == item.weekday
            and abs((option[2] - anchor).days) <= _WEEKDAY_REACH
        ]
        if agreeing:
            return Settled(min(agreeing, key=lambda o: abs((o[1] - anchor).days))[0], "weekday")

    def distance(option: tuple[int, date, date]) -> int:
        return (
            0
            if option[1] <= anchor <= option[2]
            else min(abs((option[1] - anchor).days), abs((option[2] - anchor).days))
        )

    nearest = min(options, key=distance)
    if tense == "past":
        past = [option for option in options if (option[1] - anchor).days <= slack]
        return Settled(max(past)[0], "past tense") if past else Settled(nearest[0], "nearest")
    if tense == "future":
        future = [option for option in options if option[2] >= anchor]
        chosen = min(future) if future else nearest
        late = nearest[2] < anchor and (anchor - nearest[2]).days <= _FUTURE_SLACK
        if late and (chosen[1] - anchor).days > _FAR:
            return Settled(nearest[0], "nearest")
        return Settled(chosen[0], "future tense")
    return Settled(nearest[0], "nearest")


# A part of a year of which a text speaks is a part of its own: `2025 yılının ilk yedi ayında`.
_PART_OF_YEAR: Final = re.compile(
    r"(?<![\w.,/-])(?P<year>20[0-9]{2})[ ]yılının[ ](?:ilk|son|birinci|ikinci|üçüncü|dördüncü)[ ]"
    r"(?:[^\W\d_]+[ ])?(?:ay|çeyre|yarı|hafta|döne)"
)


def _by_weekday(item: Item, context: YearContext) -> int | None:
    """The year, of those that the text names, in which the day has the weekday that it bears."""
    named = [other.last_year for other in context.dated if other.last_year is not None]
    if item.weekday is None or not named:
        return None
    near = [year + shift for shift in (0, 1, -1) for year in named]
    for year in dict.fromkeys(near):
        days = item.dates(year)
        if days is not None and days[1].weekday() == item.weekday:
            return year
    return None


def _by_document(item: Item, context: YearContext) -> Settled | None:
    agreeing = _by_weekday(item, context)
    if agreeing is not None:
        return Settled(agreeing, "weekday")
    if context.common_year is not None:
        return Settled(context.common_year, "year of the text")
    if len(context.title_years) == 1 and not context.dated:
        return Settled(context.title_years[0], "year of the title")
    spoken = {match["year"] for match in _PART_OF_YEAR.finditer(context.flat)}
    if len(spoken) == 1 and not context.dated and not context.title_years:
        return Settled(int(spoken.pop()), "year in text")
    position = _index_before(context.dated, item.start)
    around = [context.dated[i] for i in (position, position + 1) if 0 <= i < len(context.dated)]
    years = {
        other.last_year
        for other in around
        if abs(other.start - item.start) <= 400 and other.last_year is not None
    }
    if len(years) == 1:
        return Settled(years.pop(), "years nearby")
    return Settled(context.main_year, "year of the text") if context.main_year is not None else None
