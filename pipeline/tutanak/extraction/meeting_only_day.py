"""The one day of a text, as that of what it reports without saying when."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from tutanak.extraction.meeting_events import Days, Event
from tutanak.extraction.meeting_layout import Layout
from tutanak.records import DateMention
from tutanak.text.fold import lower

_KEPT: Final = timedelta(days=4)  # from a day that is kept every year to the report of it
_AGO: Final = timedelta(days=10)  # from a day that a text tells by `dün` or a weekday
_SENTENCES: Final = 3  # of the lead, in which a text says when
_EARLIER: Final = re.compile(r"\s*(?:['’]?\w*\s)?(?:deprem|sel |darbe|tarihli|sayılı|doğumlu)")
_UNTIL: Final = re.compile(r"['’]?\w{0,3}\s(?:kadar|dek|itibar)")


def only_day(
    layout: Layout, event: Event, dates: Sequence[DateMention], published: date | None
) -> Days | None:
    """The day on which the lead says that somebody came or that a day was kept; None for several.

    Only for what was held, and not long before the text was published.
    """
    if published is None or event.planned or not any(m.past for m in event.told):
        return None
    at = event.told[0].span.start
    days: set[date] = set()
    for day in dates:
        sentence = layout.sentence_of(day.span.start)
        if day.role == "publication" or day.granularity == "month" or day.span.start > at:
            continue
        lead = sentence < _SENTENCES or layout.sentence_of(at) - sentence <= 1
        if day.start != day.end or layout.spoken(day.span.start) or not lead:
            continue
        behind = lower(layout.text[day.span.end : day.span.end + 40])
        if _EARLIER.match(behind) or _UNTIL.match(behind):
            continue
        named = day.text[:1].isdigit() and day.role == "other"
        if timedelta(0) <= published - day.start <= (_KEPT if named else _AGO):
            days.add(day.start)
    if len(days) != 1:
        return None
    day_of_text = days.pop()
    return day_of_text, day_of_text
