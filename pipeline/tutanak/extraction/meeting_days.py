"""The days of an event: its own, those of its parts, or counted from the event beside it."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_events import Days, Event, apart
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_sessions import days_by_part, widened
from tutanak.records import DateMention
from tutanak.text.fold import lower

_COUNTED: Final = ("ilk", "birinci", "ikinci", "üçüncü", "dördüncü", "beşinci")
_LENGTH: Final = re.compile(
    r"\b(\d|iki|üç|dört|beş|altı|yedi)\s+gün(?:lük| süren| sürecek| boyunca)"
)
_NEAR: Final = 40  # characters from a length to the end of the name of what takes so long
_TO_BE: Final = re.compile(r"\w[ae]c[ae](?:ğ[ıi]n[ıi]?|k)\b")
_NUMBERS: Final = {"iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7}


def days_of(
    layout: Layout,
    event: Event,
    main: Event,
    events: Sequence[Event],
    chosen: Sequence[Event],
    attached: Sequence[Dated],
    dates: Sequence[DateMention],
) -> Days | None:
    """First and last day of `event`; `main` is the event that the text is about.

    `events` are all that it names, `chosen` those that it reports.
    """
    label = next((dates[d.date] for d in attached if d.labelled), None)
    if event is main and label is not None:
        return label.start, label.end
    days = event.span_of_days
    if event is main:
        days = widened(layout, event, days, events, dates)
        course = days_by_part(layout, days, dates)
        own = [e.span_of_days for e in events if e is not event and e.noun == event.noun]
        if course is not None and all(d is None or apart(d, course) for d in own):
            return course
    if event.ends is not None and days == (event.ends, event.ends) and event.starts is None:
        return event.ends - timedelta(days=_length(layout, event) - 1), event.ends
    if event.starts is not None and event.ends is None and days == (event.starts, event.starts):
        return event.starts, event.starts + timedelta(days=_length(layout, event) - 1)
    if event is main and days is not None and days[0] == days[1] and event.ends is None:
        days = days[0], days[0] + timedelta(days=_length(layout, event, close=True) - 1)
    if days is not None and (event.days or event.starts):
        return days
    if days is None and (counted := _counted_day(layout, event, dates)):
        return counted
    if days is None and event is not main:
        return _day_of_main(layout, event, main)
    if days is None:
        beside = [
            e.span_of_days
            for e in chosen
            if e is not event
            and (event.planned or not (e.planned or any(m.ahead for m in e.mentions)))
        ]
        single = next((d for d in beside if d is not None and d[0] == d[1]), None)
        if single is not None:
            return single
    if event is main and days is None:
        free = [
            dates[d.date]
            for d in attached
            if d.mention is None and (event.planned or not _is_to_be(layout, d, dates))
        ]
        pool = [(d.start, d.end) for d in free if d.granularity != "month"]
        parts = [e.span_of_days for e in events if e.mentions[0].form.group == "parts"]
        if pool or any(parts):
            return next(p for p in (*pool, *parts) if p is not None)
    return days


def _is_to_be(layout: Layout, dated: Dated, dates: Sequence[DateMention]) -> bool:
    """Whether somebody says behind a date what will be then: `5 Mayıs'ta açılacağını söyledi`."""
    behind = layout.text[dates[dated.date].span.end : layout.spans[dated.sentence].end]
    return _TO_BE.search(lower(behind)) is not None


def _day_of_main(layout: Layout, event: Event, main: Event) -> Days | None:
    """The day of an event told beside the main one: its only day, or the one that is counted."""
    days = main.span_of_days
    if days is None or days[0] == days[1]:
        return days
    for mention in event.mentions:
        text = layout.folded(mention.sentence)
        if re.search(r"\bson gün", text):
            return days[1], days[1]
        for name in _COUNTED:
            if re.search(rf"\b{name} gün", text):
                day = days[0] + timedelta(days=max(0, _COUNTED.index(name) - 1))
                return day, day
    return None


def _counted_day(layout: Layout, event: Event, dates: Sequence[DateMention]) -> Days | None:
    """The day that a paragraph counts: `22-23 Şubat ... ilk gün konferans, ikinci gün atölye`.

    Counted from the last range of days before it in the same paragraph; None without one.
    """
    for mention in event.mentions:
        at = mention.span.start
        opens = layout.text.rfind("\n", 0, at) + 1
        ranges = [
            (d.start, d.end)
            for d in dates
            if opens <= d.span.start < at and d.start < d.end and d.granularity != "month"
        ]
        counted = [*_COUNTING.finditer(lower(layout.text[opens:at]))]
        if not ranges or not counted:
            continue
        first, last = ranges[-1]
        name = counted[-1][1]
        if name == "son":
            return last, last
        day = first + timedelta(days=max(0, _COUNTED.index(name) - 1))
        return (day, day) if day <= last else None
    return None


_COUNTING: Final = re.compile(rf"\b({'|'.join(_COUNTED)}|son) gün(?:de|ü|ünde)?\b")


def _length(layout: Layout, event: Event, *, close: bool = False) -> int:
    """How many days the text says that it takes; 1 where it does not say.

    `close`: only right before its name (`iki günlük çalıştay`).
    """
    for mention in event.mentions:
        first = layout.spans[mention.sentence].start
        if match := _LENGTH.search(layout.folded(mention.sentence)):
            if close and mention.form.plural:
                continue
            if close and not 0 < mention.span.end - first - match.end() <= _NEAR:
                continue
            return _NUMBERS.get(match[1]) or int(match[1])
    return 1
