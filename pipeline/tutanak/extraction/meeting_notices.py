"""Notices: a heading that names an event, and lines `Tarih: …`, `Yer: …` below it."""

import re
from collections.abc import Sequence
from typing import Final

from tutanak.extraction.meeting_events import Event
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import DateMention, Span
from tutanak.text.fold import lower

_DAY: Final = re.compile(r"[ \t•*-]*(?:tarih(?:i|ler)?|gün)(?:[ ]?(?:ve|/)[ ]?saat)?[ \t]*:[ \t]*")
_DETAIL: Final = re.compile(r"(?m)^[ \t•*-]*(?:yer[i]?|saat|mekân|mekan|adres)[ \t]*:")
_LINES: Final = 4  # lines from a heading to the day below it
_AROUND: Final = 160  # characters from the day to another label of the block
_LONGEST: Final = 120  # characters of a heading


def notices(
    layout: Layout, mentions: Sequence[EventMention], dates: Sequence[DateMention]
) -> list[Event]:
    """The events that notices announce, each with its day, in order."""
    found: list[Event] = []
    for day in dates:
        start = layout.text.rfind("\n", 0, day.span.start) + 1
        label = lower(layout.text[start : day.span.start])
        if day.granularity == "month" or _DAY.fullmatch(label) is None:
            continue
        behind = lower(layout.text[day.span.end : day.span.end + _AROUND])
        if _DETAIL.search(behind) is None:
            continue
        head = _heading(layout, mentions, start)
        if head is not None:
            days = [(day.start, day.end)]
            found.append(Event(head.noun, mentions=[head], days=days, weight=1.0))
    return found


def _heading(layout: Layout, mentions: Sequence[EventMention], end: int) -> EventMention | None:
    """The event that the nearest short line above `end` names, no verb in it."""
    for _ in range(_LINES):
        end = layout.text.rfind("\n", 0, max(0, end - 1)) + 1
        stop = layout.text.find("\n", end)
        line = Span(end, len(layout.text) if stop < 0 else stop)
        here = [m for m in mentions if line.start <= m.span.start < line.end]
        if here:
            plain = [m for m in here if m.verb is None and not m.verbal]
            short = line.end - line.start <= _LONGEST
            return plain[-1] if short and len(plain) == len(here) else None
        if end == 0:
            return None
    return None


def announced(noticed: Sequence[Event], chosen: Sequence[Event]) -> list[Event]:
    """The events of notices that no event the text tells of is already."""
    days = {e.span_of_days for e in chosen}
    return [
        e
        for e in noticed
        if e.span_of_days not in days
        and not (chosen and e.mentions[0].form.group == "generic" and not e.titled)
    ]


def place_below(layout: Layout, event: Event) -> tuple[int, int]:
    """`[start, end)` of the text between the heading of a notice and the next blank line."""
    start = event.mentions[0].span.end
    stop = layout.text.find("\n\n", start)
    if 0 <= stop - start < _LONGEST:  # a blank line right below the heading
        stop = layout.text.find("\n\n", stop + 2)
    return start, len(layout.text) if stop < 0 else stop
