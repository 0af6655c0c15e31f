"""Series told at once: `toplantıların ilki ..., ikincisi ...`, lists, separate days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_events import Event, apart
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_sessions import in_sessions
from tutanak.records import DateMention, Span
from tutanak.text.numerals import ordinal_of

_RANKED: Final = re.compile(r"(?:ilki|\w*?(?:[ıiuü])nc[ıiuü]s[ıiuü]|sonuncusu)(?:n[ıiuü]|nde|nda)?")
_FIRST: Final = ("ilk", "birinci")  # right before the event: `ilk eğitim 3 Mart'ta, ikincisi ...`
_JOINED: Final = re.compile(r"[\s,;]*(?:(?:ve|ile|tarihi|tarihinde|günü)[\s,]*)*")
_ITEM: Final = re.compile(r"\W{0,4}(?:\d{1,2}[.)]\s+)?(?:[A-ZÇĞİÖŞÜ][\w ]{2,30}\s?[:–-]\s?)?")
_LIST_LINE: Final = 220  # characters: longer lines are paragraphs
_LIST_MORE: Final = 6  # characters beside the date: a day alone heads a programme


@dataclass(frozen=True, slots=True)
class Instance:
    """One meeting of a series. `span`: the stretch of text that tells of it alone."""

    days: tuple[date, date]
    ordinal: int | None
    span: Span


Line = tuple[int, Instance]


def instances(
    layout: Layout,
    event: Event,
    mentions: Sequence[EventMention],
    dates: Sequence[DateMention],
    attached: Sequence[Dated],
    lines: Sequence[Line],
    *,
    strict: bool = False,
) -> list[Instance]:
    """The single meetings of `event`, where the text tells it as a series; else nothing.

    `lines`: see `list_lines`. `strict`: only lists and ranks count, which make an event of what is
    else named in passing.
    """
    numbers = [k for k, m in enumerate(mentions) if m in event.mentions]
    course = in_sessions(layout, event, attached, dates, numbers)
    if course is not None:
        return []
    together = [] if strict else _together(layout, event, mentions, dates, attached)
    if not any(m.form.plural and m.noun == event.noun for m in event.mentions):
        ranked = _ranked(layout, event, dates)
        return ranked if len({i.days for i in ranked}) > 1 else together
    for found in (_ranked(layout, event, dates), _listed(event, lines), together):
        if len({i.days for i in found}) > 1:
            return found
    return []


def _meeting(dates: Sequence[DateMention]) -> list[DateMention]:
    return [d for d in dates if d.role == "meeting" and d.granularity != "month"]


def _ranked(layout: Layout, event: Event, dates: Sequence[DateMention]) -> list[Instance]:
    """`İlki 17 Ocak'ta ..., ikincisi 19 Ocak'ta`: each rank with the date behind it."""
    found: list[Instance] = []
    heads = {m.index for m in event.mentions if m.noun == event.noun}
    for sentence in dict.fromkeys(
        m.sentence for m in event.mentions if m.form.plural or m.ordinal == 1
    ):
        ranks = []
        for i in layout.range_of(sentence):
            word = layout.words[i]
            folded = word.lower + (word.suffix if word.shape == "digit" else "")
            if _RANKED.fullmatch(folded):
                ranks.append((word.start, ordinal_of(layout.text[word.start : word.stop])))
            elif folded in _FIRST and i + 1 in heads:
                ranks.append((word.start, 1))
        end = layout.spans[sentence].end
        stops = [*(r[0] for r in ranks[1:]), end]
        for (start, rank), stop in zip(ranks, stops, strict=False):
            inside = [d for d in _meeting(dates) if start <= d.span.start < stop]
            if inside:
                days = (inside[0].start, inside[0].end)
                last = start + len(layout.text[start:stop].rstrip())
                found.append(Instance(days, rank, Span(start, last)))
    return found


def _listed(event: Event, lines: Sequence[Line]) -> list[Instance]:
    """Lines with a date each, two at least, behind the naming of a plural."""
    heads = {m.index for m in event.mentions}
    found = [instance for heading, instance in lines if heading in heads]
    return found if len(found) > 1 else []


def list_lines(
    layout: Layout, mentions: Sequence[EventMention], dates: Sequence[DateMention]
) -> list[Line]:
    """Lines with one date each, with the head word of the event that heads their list."""
    found: list[Line] = []
    meeting = _meeting(dates)
    for line in re.finditer(r"[^\n]+", layout.text):
        if line.end() - line.start() > _LIST_LINE:
            continue
        inside = [d for d in meeting if line.start() <= d.span.start < line.end()]
        if len(inside) != 1 or not inside[0].text[:1].isdigit():
            continue
        day = inside[0]
        item = _ITEM.fullmatch(layout.text, line.start(), day.span.start)
        more = len(line[0].strip()) - (day.span.end - day.span.start) >= _LIST_MORE
        heading = _heading(mentions, line.start()) if item and more else None
        if heading is not None:
            span = Span(line.start(), line.end())
            found.append((heading.index, Instance((day.start, day.end), None, span)))
    return found


def _heading(mentions: Sequence[EventMention], position: int) -> EventMention | None:
    """The event that a list is about: the last one named before it in full or in the plural."""
    before = [m for m in mentions if m.span.start < position]
    return next((m for m in reversed(before) if m.form.plural or not m.bare), None)


def _together(
    layout: Layout,
    event: Event,
    mentions: Sequence[EventMention],
    dates: Sequence[DateMention],
    attached: Sequence[Dated],
) -> list[Instance]:
    """Separate days of one naming: `21 Aralık 2017 ve 16 Ekim 2018 tarihlerinde`.

    Days of a plural may stand apart; those of a singular must be joined by `ve`, `ile` or commas.
    """
    several = any(m.form.plural and m.noun == event.noun for m in event.mentions)
    for number, mention in enumerate(mentions):
        if mention not in event.mentions:
            continue
        own = [dates[d.date] for d in attached if d.mention == number and d.edge is None]
        own = [d for d in own if d.granularity != "month"]
        run = own[:1]
        for day in own[1:]:
            gap = layout.text[run[-1].span.end : day.span.start]
            last = (run[-1].start, run[-1].end)
            joined = (
                several or _JOINED.fullmatch(gap) or _is_parallel(layout, run[-1], day, mentions)
            )
            if joined and apart(last, (day.start, day.end)):
                run.append(day)
        if len(run) > 1:
            return _cut(layout, mention.sentence, run)
    return []


_PARALLEL: Final = re.compile(
    r"(?:['’‘`´]?n?[dt][ae]| günü| tarihinde)?\s[^.;:]{3,90}(?:,|\sve)\s*"
)


def _is_parallel(
    layout: Layout,
    day: DateMention,
    following: DateMention,
    mentions: Sequence[EventMention],
) -> bool:
    """`17 Kasım'da Valiliği, 18 Kasım'da Baroyu`: each day with what was done on it."""
    start, end = day.span.end, following.span.start
    verbs = layout.verbs[layout.sentence_of(day.span.start)]
    told = [layout.words[v.index].start for v in verbs] + [m.span.start for m in mentions]
    parallel = _PARALLEL.fullmatch(layout.text, start, end) is not None
    return parallel and not any(start <= position < end for position in told)


_PLACE_BEFORE: Final = re.compile(r"[^\W\d_][\w ]*['’‘`´]n?[dt][ae]\s+$")


def _cut(layout: Layout, sentence: int, run: Sequence[DateMention]) -> list[Instance]:
    """The stretch of text that goes with each of several days: from one day to the next.

    It begins behind the day before where places stand first: `Bolu'da 3 Mart, Düzce'de 5 Mart`.
    """
    start, end = layout.spans[sentence]
    before = _PLACE_BEFORE.search(layout.text[start : run[0].span.start]) is not None
    if before:
        cuts = [start, *(d.span.end for d in run[:-1]), run[-1].span.end]
    else:
        cuts = [*(d.span.start for d in run), end]
    return [
        Instance((d.start, d.end), None, Span(a, b))
        for d, a, b in zip(run, cuts, cuts[1:], strict=False)
    ]
