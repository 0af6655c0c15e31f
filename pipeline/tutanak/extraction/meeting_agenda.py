"""Calendars: lines of a day and an event each, no verb (`• 14 Aralık: Üyeler toplantısı`)."""

import re
from collections.abc import Sequence
from typing import Final

from tutanak.extraction.meeting_events import Event, apart
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import DateMention

_OPENING: Final = re.compile(r"[ \t•*·▪■►●–—-]*(?:\d{1,2}[.)]\s)?[ \t]*")
_JOINT: Final = re.compile(r"\s?(?:[^\W\d_]{4,9})?\s?(?:,?\s?\d{1,2}[.:]\d{2})?\s?[:–—-]\s?")
_LONGEST: Final = 160  # characters of a line


def calendar(
    layout: Layout, mentions: Sequence[EventMention], dates: Sequence[DateMention]
) -> list[Event]:
    """The events of a calendar of two lines at least, each with its day; else nothing."""
    found: list[Event] = []
    for day in dates:
        if day.role != "meeting" or day.granularity == "month":
            continue
        start = layout.text.rfind("\n", 0, day.span.start) + 1
        end = layout.text.find("\n", day.span.end)
        end = len(layout.text) if end < 0 else end
        joint = _JOINT.match(layout.text, day.span.end, end)
        if not _OPENING.fullmatch(layout.text, start, day.span.start) or joint is None:
            continue
        here = [m for m in mentions if joint.end() <= m.span.start < end]
        if end - start > _LONGEST or not here or here[0].verb is not None or here[0].verbal:
            continue
        found.append(
            Event(here[0].noun, mentions=[here[0]], days=[(day.start, day.end)], weight=1.0)
        )
    found = found or _timed(layout, mentions, dates)
    return found if len(found) > 1 else []


def _timed(
    layout: Layout, mentions: Sequence[EventMention], dates: Sequence[DateMention]
) -> list[Event]:
    """Rows of an hour and an event below a line that holds nothing but a day."""
    found: list[Event] = []
    heads = [d for d in dates if d.start == d.end and _fills_line(layout.text, d)]
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        stop = following.span.start if following is not None else len(layout.text)
        for row in _ROW.finditer(layout.text, head.span.end, stop):
            if "\n\n" in layout.text[head.span.end : row.start()].lstrip("\n") and not found:
                break
            here = [m for m in mentions if row.end() <= m.span.start and m.form.group != "parts"]
            end = layout.text.find("\n", row.end())
            here = [m for m in here if m.span.start < (end if end >= 0 else len(layout.text))]
            loose = here and (here[0].form.group == "generic" or here[0].form.plural)
            if here and not here[0].verbal and not loose:
                days = [(head.start, head.end)]
                found.append(Event(here[0].noun, mentions=[here[0]], days=days, weight=1.0))
    return found


_ROW: Final = re.compile(r"^[ \t•*-]*\d{1,2}[.:]\d{2}(?=[ \t:–-])", re.M)


def _fills_line(text: str, day: DateMention) -> bool:
    start = text.rfind("\n", 0, day.span.start) + 1
    end = text.find("\n", day.span.end)
    rest = text[start : day.span.start] + text[day.span.end : end if end >= 0 else len(text)]
    return not any(letter.isalnum() for letter in rest)


def beside(planned: Sequence[Event], chosen: Sequence[Event]) -> list[Event]:
    """The events of a calendar that are no part of a chosen one and not told by it already."""
    return [e for e in planned if not any(_is_told(e, other) for other in chosen)]


def _is_told(event: Event, other: Event) -> bool:
    """Whether a chosen event is the one of a row, or has it as one of its sessions."""
    known = other.span_of_days
    if known is None or apart(event.days[0], known):
        return False
    same = event.noun == other.noun or known[0] == known[1]
    return same or other.noun not in _WEEKS


# What sums up events of their own, where a text gives it several days
_WEEKS: Final = frozenset({"sergi", "program", "etkinlik", "kutlama", "festival", "tören", "fuar"})
