"""Places where a day is named again: word for word, or by the one before (`aynı gün`)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import DateMention, Span
from tutanak.text.fold import lower


def with_echoes(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates with all other places where one of them stands word for word, in order.

    A list of dates names each wording once; the clause that matters may hold a repeat. `Aynı gün`
    that opens an item of a list is the day of the item before.
    """
    found = list(dates)
    for date in dates:
        again = re.compile(rf"(?<![\w.]){re.escape(date.text)}(?![\w])")
        for match in again.finditer(text):
            if not any(d.span.start < match.end() and match.start() < d.span.end for d in found):
                found.append(replace(date, span=Span(*match.span())))
    for match in _OPENS_ITEM.finditer(text):
        earlier = [d for d in found if d.role == "meeting" and d.span.end <= match.start()]
        if earlier:
            span = Span(*match.span(1))
            found.append(replace(max(earlier, key=lambda d: d.span), span=span, text=match[1]))
    return sorted(found, key=lambda d: d.span)


_OPENS_ITEM: Final = re.compile(r"^[ \t]*[•*·▪■►●–—-][ \t]*(Aynı gün)(?!\w)", re.M)
# Days named by another one, and how many days later they are.
_BESIDE: Final = re.compile(r"\b(aynı gün|ertesi gün|bir gün (?:önce|sonra))(?!\w|ki| ve saat)")
_LATER: Final = {"aynı gün": 0, "ertesi gün": 1, "bir gün sonra": 1, "bir gün önce": -1}
_FIRST_DAY: Final = re.compile(r"\bilk gün")  # 8-13 Temmuz ... ilk gün ... ertesi gün
_SPELT_OUT: Final = 16  # characters from such words to a date that says the day itself


def days_beside(
    layout: Layout,
    dates: Sequence[DateMention],
    mentions: Sequence[EventMention],
    attached: Sequence[Dated],
) -> list[DateMention]:
    """The dates with `aynı gün` and `ertesi gün`: the day told of last, or one beside it."""
    found = list(dates)
    told = [
        dates[d.date]
        for d in attached
        if d.mention is not None and mentions[d.mention].telling in ("held", "told")
    ]
    for match in _BESIDE.finditer(lower(layout.text)):
        span = Span(*match.span())
        if layout.spoken(span.start) or any(
            d.span.start < span.end + _SPELT_OUT and span.start < d.span.end for d in dates
        ):
            continue
        plain = [d for d in dates if d.role == "meeting" and not layout.spoken(d.span.start)]
        opening = layout.spans[layout.sentence_of(span.start)].start
        here = [d for d in dates if opening <= d.span.start and d.span.end <= span.start]
        earlier = [d for d in here or told or plain if d.span.end <= span.start]
        if earlier and earlier[-1].granularity != "month":
            later = _LATER[match[1]]
            between = lower(layout.text[earlier[-1].span.end : span.start])
            first = later < 1 or _FIRST_DAY.search(between) is not None
            day = (earlier[-1].start if first else earlier[-1].end) + timedelta(days=later)
            found.append(
                replace(earlier[-1], span=span, start=day, end=day, role="meeting", text=match[0])
            )
    return sorted(found, key=lambda d: d.span)
