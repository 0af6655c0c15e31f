"""The events that a text reports: what, when, where, how, by whom. Public door: `find_meetings`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from tutanak.extraction.meeting_agenda import beside, calendar
from tutanak.extraction.meeting_choice import choose
from tutanak.extraction.meeting_dates import attach
from tutanak.extraction.meeting_days import days_of
from tutanak.extraction.meeting_digest import Part, digest_items, heading_day
from tutanak.extraction.meeting_echoes import days_beside, with_echoes
from tutanak.extraction.meeting_events import Event
from tutanak.extraction.meeting_formats import format_of
from tutanak.extraction.meeting_groups import group
from tutanak.extraction.meeting_layout import Layout, read_layout
from tutanak.extraction.meeting_mentions import EventMention, find_mentions
from tutanak.extraction.meeting_names import inside
from tutanak.extraction.meeting_notices import announced, notices, place_below
from tutanak.extraction.meeting_only_day import only_day
from tutanak.extraction.meeting_organizers import organizers_of, publisher_among
from tutanak.extraction.meeting_places import (
    in_same_room,
    labelled_place,
    place_of,
    place_within,
)
from tutanak.extraction.meeting_refused import refuse_events
from tutanak.extraction.meeting_series import instances, list_lines
from tutanak.extraction.meeting_values import (
    lead_of,
    ordinal_of,
    status_of,
    title_of,
    type_of,
    without_space,
)
from tutanak.extraction.model_values import is_of_model
from tutanak.extraction.refusing import Sink, refuse
from tutanak.records import (
    CountMention,
    DateMention,
    InstitutionMention,
    MeetingMention,
    PersonMention,
    Span,
    Why,
)
from tutanak.text.fold import lower

_BEATEN = 5  # names of other events that `why` lists
_LONGEST = 100_000  # characters that are read: a report tells its events well before


def find_meetings(
    text: str,
    *,
    dates: Sequence[DateMention],
    institutions: Sequence[InstitutionMention],
    people: Sequence[PersonMention],
    counts: Sequence[CountMention],
    published: date | None = None,
    publisher: str | None = None,
    refused: Sink = None,
) -> list[MeetingMention]:
    """The events that `text` reports, in its order; empty where it reports none.

    `organizers`, `people`, `institutions` and `counts` of the result index the given sequences.
    Only the first 100,000 characters are read. Days are inclusive, and None where neither the text
    nor its dates settle them. Dates come resolved; `published` says how long ago the one day of the
    lead was. `refused` takes the events that are not reported, if they are wanted.
    """
    text = text[:_LONGEST]
    dates = with_echoes(text, [d for d in dates if d.span.end <= len(text)])
    items = digest_items(text, dates)
    if items:
        return [
            meeting
            for item in items
            for meeting in _read_item(
                text, item, dates, institutions, people, counts, publisher, published, refused
            )
        ]
    return _read(text, dates, institutions, people, counts, publisher, published, refused)


def _read_item(
    text: str,
    item: Span,
    dates: Sequence[DateMention],
    institutions: Sequence[InstitutionMention],
    people: Sequence[PersonMention],
    counts: Sequence[CountMention],
    publisher: str | None,
    published: date | None,
    refused: Sink,
) -> list[MeetingMention]:
    """The events of one item of a digest, in terms of the whole text and its mentions."""
    bodies, persons = Part(item, institutions), Part(item, people)
    numbers, days = Part(item, counts), Part(item, dates)
    inside: Sink = None if refused is None else []
    found = _read(
        text[item.start : item.end],
        heading_day(text[item.start : item.end], days.mentions),
        bodies.mentions,
        persons.mentions,
        numbers.mentions,
        publisher,
        published,
        inside,
    )
    for one in inside or ():
        start, end = one.span
        refuse(refused, one.field, text, start + item.start, end + item.start, one.reason)
    return [
        replace(
            m,
            span=Span(m.span.start + item.start, m.span.end + item.start),
            organizers=bodies.original(m.organizers),
            institutions=bodies.original(m.institutions),
            people=persons.original(m.people),
            counts=numbers.original(m.counts),
        )
        for m in found
    ]


def _read(
    text: str,
    dates: Sequence[DateMention],
    institutions: Sequence[InstitutionMention],
    people: Sequence[PersonMention],
    counts: Sequence[CountMention],
    publisher: str | None,
    published: date | None,
    refused: Sink,
) -> list[MeetingMention]:
    """The events of one piece of news."""
    layout = read_layout(text)
    days = sorted(d.span for d in dates)
    # Bodies that only a model found take part, and settle nothing else about a meeting.
    by_rules = [k for k, i in enumerate(institutions) if not is_of_model(i.why)]
    named = [institutions[k] for k in by_rules]
    mentions = find_mentions(layout, taken=sorted(i.span for i in named), days=days)
    attached = attach(layout, dates, mentions)
    beside_days = days_beside(layout, dates, mentions, attached)
    if len(beside_days) > len(dates):
        dates = beside_days
        attached = attach(layout, dates, mentions)
    events = group(layout, mentions, attached, dates)
    planned = calendar(layout, mentions, dates)
    in_calendar = [m for e in planned for m in e.mentions]
    lines = [
        line
        for line in list_lines(layout, mentions, dates)
        if not any(inside(m.span.start, [line[1].span]) for m in in_calendar)
    ]
    in_lists = [
        e
        for e in events
        if len(instances(layout, e, mentions, dates, attached, lines, strict=True)) > 1
    ]
    left: list[tuple[Event, str]] | None = None if refused is None else []
    stops = any(only_day(layout, e, dates, published) for e in events if e.told)
    chosen = choose(layout, events, listed=in_lists, stops=stops, refused=left)
    noticed = announced(notices(layout, mentions, dates), chosen)
    chosen = sorted(
        [*chosen, *beside(planned, chosen), *noticed], key=lambda e: e.mentions[0].index
    )
    if left is not None:
        main = max(chosen, key=lambda e: e.weight, default=None)
        refuse_events(refused, layout, mentions, left, main)
    if not chosen:
        return []
    main = max(chosen, key=lambda e: e.weight)
    owners = _owners(layout, chosen, main, mentions)
    home = publisher_among(named, publisher)
    beaten = tuple(e.noun for e in events if e not in chosen)[:_BEATEN]
    found: list[MeetingMention] = []
    for event in chosen:
        belongs = partial(_belonging, layout, owners, event)
        own_counts = belongs([c.span for c in counts])
        place = labelled_place(layout) if event is main else None
        if event in noticed:
            place = labelled_place(layout, place_below(layout, event))
        place = place or place_of(layout, event.mentions, days, named)
        if place is None and in_same_room(layout, event.mentions):
            others = [place_of(layout, e.mentions, days, named) for e in chosen]
            place = next((other for other in others if other is not None), None)
        span = days_of(layout, event, main, events, chosen, attached, dates)
        start, end = span or only_day(layout, event, dates, published) or (None, None)
        ahead = event in noticed or (
            start is not None and published is not None and start > published
        )
        lead = lead_of(event)
        meeting = MeetingMention(
            span=without_space(layout.text, lead.span),
            type=type_of(layout, event),
            title=title_of(layout, event),
            ordinal=ordinal_of(event),
            start=start,
            end=end,
            place=place,
            format=format_of(
                layout,
                [m.sentence for m in event.told],
                event.noun,
                [counts[k] for k in own_counts],
            ),
            status="planned" if event in [*noticed, *planned] and ahead else status_of(event),
            organizers=tuple(
                by_rules[k] for k in organizers_of(layout, event.mentions, named, home)
            ),
            people=belongs([_taking_part(layout, p.span) for p in people]),
            institutions=belongs([_taking_part(layout, i.span) for i in institutions]),
            counts=own_counts,
            why=Why(f"meeting/{lead.telling}", _cues(layout, lead), beaten),
        )
        series = instances(layout, event, mentions, dates, attached, lines)
        spots = [place_within(layout, one.span, days) for one in series]
        found.extend(
            replace(
                meeting,
                span=without_space(layout.text, one.span),
                start=one.days[0],
                end=one.days[1],
                ordinal=one.ordinal,
                place=next((spot for spot in spots[number:] if spot is not None), None),
            )
            for number, one in enumerate(series)
        )
        if not series:
            found.append(meeting)
    return _without_repeats(found)


def _without_repeats(found: Sequence[MeetingMention]) -> list[MeetingMention]:
    kept: dict[tuple[object, ...], MeetingMention] = {}  # one of a head noun, days and rank
    for m in found:
        kind = m.type if m.type.endswith("töreni") else m.type.split()[-1]
        kept.setdefault((kind, m.start, m.end, m.ordinal), m)
    return list(kept.values())


def _cues(layout: Layout, lead: EventMention) -> tuple[str, ...]:
    verb = (layout.words[lead.verb.index].text,) if lead.verb is not None else ()
    return tuple(dict.fromkeys((layout.words[lead.index].text, *verb)))


def _belonging(
    layout: Layout, owners: Sequence[Event | None], event: Event, spans: Sequence[Span | None]
) -> tuple[int, ...]:
    """Which of `spans` stand in sentences about `event`."""
    return tuple(
        k
        for k, span in enumerate(spans)
        if span is not None
        and span.start < len(layout.text)
        and owners[layout.sentence_of(span.start)] is event
    )


_STAYED_AWAY: Final = re.compile(
    r"(?P<came>kat[ıi]ld[ıi]|konuştu|yer aldı)"
    r"|kat[ıi]lama(?:d[ıi]|yan|m[ıi]ş)|gelemed[ıi]|kat[ıi]lmad[ıi]"
)


def _taking_part(layout: Layout, span: Span) -> Span | None:
    """The span of somebody who may have taken part; None for who could not: `katılamadı`."""
    if span.start >= len(layout.text):
        return None
    end = layout.spans[layout.sentence_of(span.start)].end
    said = _STAYED_AWAY.search(lower(layout.text[span.end : end]))
    return None if said is not None and said["came"] is None else span


def _owners(
    layout: Layout, chosen: Sequence[Event], main: Event, mentions: Sequence[EventMention]
) -> list[Event | None]:
    """For each sentence the event it speaks of: the last one named, at first the main one.

    None where a sentence speaks of another event only.
    """
    named: dict[int, Event | None] = {
        m.sentence: None for m in mentions if m.telling in ("background", "next") or m.to_come
    }
    named |= {m.sentence: event for event in chosen for m in event.mentions}
    owners: list[Event | None] = []
    current = main
    for sentence in range(len(layout.spans)):
        here = named.get(sentence, current)
        owners.append(here)
        current = here or current
    return owners
