"""Days that a text gives part by part: `1. Gün`, `ikinci oturumu`, the opening, a programme."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_events import Days, Event, is_month
from tutanak.extraction.meeting_layout import Layout
from tutanak.records import DateMention
from tutanak.text.fold import lower

_RANK: Final = r"(?:ilk|birinci|ikinci|üçüncü|dördüncü|beşinci|son|\d{1,2}\s?\.)"
_UNIT: Final = r"(?:gün|oturum|bölüm|kısm|kısım|modül|ders|aşama)"
_NUMBERED: Final = re.compile(
    rf"\b{_RANK}\s+{_UNIT}[ıiuü]?(?:n[dt][ae]|n[ıiuü]n)?(?:\s+olan|\s+ise)?[\s:(–,-]*"
)
_BEHIND: Final = re.compile(rf"\s*(?:\w+\s*)?[\s:(–/-]*{_RANK}\s?{_UNIT}\b")
_LEFT: Final = 40  # characters before a date in which its part is named
_COURSE: Final = timedelta(days=31)  # from the first session of a training to its last
_PROGRAMME: Final = timedelta(days=6)
_HEADING: Final = 24  # characters of a line beside the day that heads a programme's day
# What is held once in sessions; a `toplantı` on two days is two.
_IN_SESSIONS: Final = frozenset({"eğitim", "kurs", "seminer"})
# Between its days: `ve`, or for whom each day was (`günü kuaförlere,`), but no place.
_JOINED: Final = re.compile(
    r"[\s,;]*(?:(?:ve|ile|tarihi|tarihinde|günü)[\s,]*)*"
    r"|(?:['’‘`´]?[dt][ae])?(?: (?:günü|tarihinde|ise))?(?: [a-zçğıöşü]+){1,4}(?:,| ve) "
)


def days_by_part(layout: Layout, known: Days | None, dates: Sequence[DateMention]) -> Days | None:
    """First to last day of the days that are numbered or head a programme, two at least.

    `known`: the days of the event so far, which they must touch.
    """
    for found, longest in (
        ([d for d in dates if _is_numbered(layout, d)], _COURSE),
        ([d for d in dates if _is_heading(layout, d)], _PROGRAMME),
    ):
        days = _run(found, longest)
        if days is None and longest == _COURSE and known is not None and known[0] == known[1]:
            later = [d.end for d in found if known[1] < d.end <= known[1] + _PROGRAMME]
            days = (known[0], max(later)) if later else None
        if days is None:
            continue
        if known is None or (days[0] <= known[0] <= days[1] and known[1] <= days[1]):
            return days
    return None


def _run(found: Sequence[DateMention], longest: timedelta) -> Days | None:
    days = [(d.start, d.end) for d in found]
    if len(set(days)) < 2 or any(is_month(d) for d in days):
        return None
    first, last = min(d[0] for d in days), max(d[1] for d in days)
    if longest == _PROGRAMME and (last - first).days >= len(set(days)):
        return None  # a programme tells every day
    return (first, last) if last - first <= longest else None


def _is_numbered(layout: Layout, day: DateMention) -> bool:
    if day.role == "publication":
        return False
    left = lower(layout.text[max(0, day.span.start - _LEFT) : day.span.start])
    if any(m.end() == len(left) for m in _NUMBERED.finditer(left)):
        return True
    return _BEHIND.match(lower(layout.text[day.span.end : day.span.end + _LEFT])) is not None


def _is_heading(layout: Layout, day: DateMention) -> bool:
    """Whether a day makes up a line: `10 Mayıs 2013 Cuma`."""
    start = layout.text.rfind("\n", 0, day.span.start) + 1
    end = layout.text.find("\n", day.span.end)
    if end < 0 or day.role != "meeting" or not layout.text[:start].strip():
        return False
    rest = layout.text[start : day.span.start] + layout.text[day.span.end : end]
    return len(rest.strip()) <= _HEADING and not re.search(r"[.;]\s*$", rest)


def widened(
    layout: Layout,
    event: Event,
    days: Days | None,
    events: Sequence[Event],
    dates: Sequence[DateMention],
) -> Days | None:
    """`days` with the day of an opening, closing or election that the text names apart."""
    if days is None:
        openings = [e.span_of_days for e in events if opens_or_closes(e, "açılış")]
        return next((d for d in openings if d is not None), None)
    first, last = days
    for other in events:
        own = other.span_of_days
        if other is event or own is None or own[0] != own[1]:
            continue
        if opens_or_closes(other, "açılış") and event.ends and first - _WEEK < own[0] < first:
            first = own[0]
        elif opens_or_closes(other, "kapanış") and event.starts and last < own[1] < last + _WEEK:
            last = own[1]
    if event.noun == "genel kurul" and first == last:
        behind = [d for d in dates if d.start == d.end == last + timedelta(days=1)]
        if any(_VOTE.search(_around(layout, d)) for d in behind):
            last += timedelta(days=1)
    return first, last


_WEEK: Final = timedelta(days=8)
_VOTE: Final = re.compile(r"\b(?:seçim|oy kullan|oy verme|oylama)")


def _around(layout: Layout, day: DateMention) -> str:
    return lower(layout.text[max(0, day.span.start - 30) : day.span.end + 60])


def opens_or_closes(event: Event, part: str) -> bool:
    """Whether an event is only the `açılış` or `kapanış` of another: `açılış töreni`."""
    ceremony = event.noun in ("tören", "oturum") and part in event.modifiers
    return event.noun == part or ceremony


def in_sessions(
    layout: Layout,
    event: Event,
    attached: Sequence[Dated],
    dates: Sequence[DateMention],
    numbers: Sequence[int],
) -> Days | None:
    """First to last day of a training held on several days; None for a plural or far days.

    `numbers`: the indexes of its mentions.
    """
    if event.noun not in _IN_SESSIONS or any(m.form.plural for m in event.named):
        return None
    for number in numbers:
        own = [dates[d.date] for d in attached if d.mention == number and d.edge is None]
        days: list[date] = [day for d in own for day in (d.start, d.end)]
        fine = all(d.granularity != "month" for d in own) and all(
            _JOINED.fullmatch(layout.text[a.span.end : b.span.start]) for a, b in pairwise(own)
        )
        if len(own) > 1 and fine and max(days) - min(days) <= _COURSE:
            return min(days), max(days)
    return None
