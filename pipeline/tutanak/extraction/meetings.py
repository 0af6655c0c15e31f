"""The events that a text reports: what, when, where, how, by whom. Public door: `find_meetings`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tutanak.extraction.meeting_dates import Dated, attach
from tutanak.extraction.meeting_events import Event, choose, group
from tutanak.extraction.meeting_layout import Layout, read_layout
from tutanak.extraction.meeting_mentions import EventMention, find_mentions, shouted
from tutanak.extraction.meeting_organizers import organizers_of
from tutanak.extraction.meeting_formats import format_of
from tutanak.extraction.meeting_places import place_of, place_within
from tutanak.extraction.meeting_series import instances
from tutanak.records import (
    CountMention,
    DateMention,
    InstitutionMention,
    MeetingMention,
    PersonMention,
    Status,
    Why,
)
from tutanak.text.fold import lower


def find_meetings(
    text: str,
    *,
    dates: Sequence[DateMention],
    institutions: Sequence[InstitutionMention],
    people: Sequence[PersonMention],
    counts: Sequence[CountMention],
    published: date | None = None,
    publisher: str | None = None,
) -> list[MeetingMention]:
    """The events that `text` reports, in its order; empty where it reports none.

    `organizers`, `people`, `institutions` and `counts` of the result index the given sequences.
    Days are inclusive and None where neither the text nor its dates settle them.
    """
    layout = read_layout(text)
    days = [d.span for d in dates]
    taken = sorted(i.span for i in institutions)
    mentions = find_mentions(layout, taken=taken, days=days)
    attached = attach(layout, dates, mentions)
    events = group(layout, mentions, attached, dates)
    chosen = choose(layout, events)
    if not chosen:
        return []
    main = max(chosen, key=lambda e: e.weight)
    owner = _owners(layout, chosen, main, mentions)
    home = _publisher(institutions, publisher)
    found = []
    for event in chosen:
        own = event.mentions
        here = [
            k for k, c in enumerate(counts) if owner[layout.sentence_of(c.span.start)] is event
        ]
        place = _form_place(layout, event is main) or place_of(layout, own, days, institutions)
        if place is None and event is not main and _same_room(layout, event):
            place = place_of(layout, main.mentions, days, institutions)
        lead = _lead(event)
        telling = [m.sentence for m in own if m.telling in ("held", "told", "attended")]
        mention = MeetingMention(
            lead.span,
            _type(layout, event),
            _title(layout, event),
            _ordinal(event),
            None,
            None,
            place,
            format_of(layout, telling, event.noun, [counts[k] for k in here]),
            _status(layout, event),
            organizers_of(layout, own, institutions, home),
            tuple(k for k, p in enumerate(people) if owner[layout.sentence_of(p.span.start)] is event),
            tuple(k for k, n in enumerate(institutions) if owner[layout.sentence_of(n.span.start)] is event),
            tuple(here),
            Why(f"meeting/{lead.telling}", _cues(layout, lead), tuple(e.noun for e in events if e not in chosen)[:5]),
        )
        series = instances(layout, event, mentions, dates, attached)
        spots = [place_within(layout, one.span, days) for one in series]
        for number, one in enumerate(series):
            spot = next((p for p in spots[number:] if p is not None), None)
            found.append(
                replace(
                    mention,
                    span=one.span,
                    start=one.days[0],
                    end=one.days[1],
                    ordinal=one.ordinal,
                    place=spot,
                )
            )
        if not series:
            start, end = _days(layout, event, main, events, attached, dates) or (None, None)
            found.append(replace(mention, start=start, end=end))
    return list({(m.type.split()[-1], m.start, m.end, m.ordinal): m for m in reversed(found)}.values())[::-1]


def _lead(event: Event) -> EventMention:
    order = {"held": 0, "told": 1, "named": 2, "attended": 3}
    return min(event.mentions, key=lambda m: (order.get(m.telling, 9), m.index))


def _cues(layout: Layout, lead: EventMention) -> tuple[str, ...]:
    verb = (layout.words[lead.verb.index].text,) if lead.verb is not None else ()
    return (layout.words[lead.index].text, *verb)


def _type(layout: Layout, event: Event) -> str:
    named = [m for m in event.mentions if m.noun == event.noun and not m.verbal]
    named = [m for m in named if layout.rank[m.sentence] != -2] or named
    signed = event.noun == "tören" and any(
        v.kind == "sign" for m in event.mentions for v in layout.verbs[m.sentence]
    )
    if signed and not any(m.modifiers for m in named):
        return "imza töreni"
    if not named:
        return event.mentions[0].type
    best = max(named, key=lambda m: (m.telling in ("held", "told", "named"), m.specific, len(m.modifiers)))
    fullest = max(named, key=lambda m: (m.specific, len(m.modifiers)))
    chosen = best if best.modifiers else fullest
    if not chosen.modifiers and event.parent is not None:
        return _type(layout, event.parent)
    return chosen.type


def _title(layout: Layout, event: Event) -> str | None:
    """The proper name: quoted best, then from the body, from a headline in capitals last."""
    named = [m for m in event.mentions if m.noun == event.noun]
    titled = [m for m in named if m.title]
    if not titled:
        plural = [m for m in event.parent.mentions if m.form.plural] if event.parent else []
        return next((m.title for m in plural if m.title), None)

    def merit(m: EventMention) -> tuple[bool, bool, bool, int]:
        told = m.telling in ("held", "told")
        return m.quoted, not shouted(layout, m.sentence), told and layout.rank[m.sentence] >= 0, -m.index

    best = max(titled, key=merit)
    plain = [m for m in named if m.telling in ("held", "told") and not m.title and not m.bare]
    return None if plain and shouted(layout, best.sentence) else best.title


def _ordinal(event: Event) -> int | None:
    own = [m for m in event.mentions if m.noun == event.noun and m.ordinal is not None]
    return own[0].ordinal if own else None


def _owners(
    layout: Layout, chosen: Sequence[Event], main: Event, mentions: Sequence[EventMention]
) -> list[Event | None]:
    """For each sentence the event it speaks of: the last one named, at first the main one.

    None where a sentence speaks of another event only.
    """
    named: dict[int, Event | None] = {m.sentence: None for m in mentions if m.telling == "background"}
    named |= {m.sentence: event for event in chosen for m in event.mentions}
    owner: list[Event | None] = []
    current = main
    for sentence in range(len(layout.spans)):
        here = named.get(sentence, current)
        owner.append(here)
        current = here or current
    return owner


def _publisher(institutions: Sequence[InstitutionMention], publisher: str | None) -> int | None:
    if publisher is None:
        return None
    name = lower(publisher)
    return next((k for k, i in enumerate(institutions) if lower(i.name) == name), None)


def _days(
    layout: Layout,
    event: Event,
    main: Event,
    events: Sequence[Event],
    attached: Sequence[Dated],
    dates: Sequence[DateMention],
) -> tuple[date, date] | None:
    days = event.span_of_days
    if event.ends is not None and days == (event.ends, event.ends) and event.starts is None:
        return event.ends - timedelta(days=_length(layout, event) - 1), event.ends
    if event.starts is not None and event.ends is None and days == (event.starts, event.starts):
        return event.starts, event.starts + timedelta(days=_length(layout, event) - 1)
    if days is not None and (event.days or event.starts):
        return days
    if days is None and event is not main:
        return _day_of_main(layout, event, main)
    if event is main and days is None:
        free = [d for d in attached if d.mention is None]
        pool = list(dict.fromkeys((dates[d.date].start, dates[d.date].end) for d in free))
        parts = [e.span_of_days for e in events if e.mentions[0].form.group == "parts"]
        if pool or any(parts):
            return next(p for p in (*pool, *parts) if p is not None)
    return days


_YER = re.compile(r"^[ \t•*-]*(?:toplantı |etkinlik )?yer[i]?[ \t]*:[ \t]*([^\n;]{3,90})", re.M)


def _form_place(layout: Layout, main: bool) -> str | None:
    """`Yer : ...` on a line of its own, in minutes and announcements."""
    label = _YER.search(lower(layout.text)) if main else None
    if label is None:
        return None
    value = layout.text[label.start(1) : label.end(1)].strip(" .,")
    return value or None


def _same_room(layout: Layout, event: Event) -> bool:
    texts = (lower(layout.text[slice(*layout.spans[m.sentence])]) for m in event.mentions)
    return any(re.search(r"\baynı (?:salon|yer|mek[aâ]n|bina)", text) for text in texts)


_DAYS = ("ilk", "birinci", "ikinci", "üçüncü", "dördüncü", "beşinci")


def _day_of_main(layout: Layout, event: Event, main: Event) -> tuple[date, date] | None:
    """The day of an event told beside the main one: its only day, or the one that the text counts."""
    days = main.span_of_days
    if days is None or days[0] == days[1]:
        return days
    for mention in event.mentions:
        text = lower(layout.text[slice(*layout.spans[mention.sentence])])
        if re.search(r"\bson gün", text):
            return days[1], days[1]
        for name in _DAYS:
            if re.search(rf"\b{name} gün", text):
                day = days[0] + timedelta(days=max(0, _DAYS.index(name) - 1))
                return day, day
    return None


_LENGTH = re.compile(r"\b(\d|iki|üç|dört|beş|altı|yedi)\s+gün(?:lük| süren| sürecek| boyunca)")
_NUMBERS = {"iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7}


def _length(layout: Layout, event: Event) -> int:
    for mention in event.mentions:
        text = lower(layout.text[slice(*layout.spans[mention.sentence])])
        if match := _LENGTH.search(text):
            return _NUMBERS.get(match[1]) or int(match[1])
    return 1


def _status(layout: Layout, event: Event) -> Status:
    kinds = [m.verb.kind for m in event.mentions if m.verb is not None and m.telling == "held"]
    if "cancel" in kinds:
        return "cancelled"
    if "postpone" in kinds:
        return "postponed"
    return "planned" if event.planned else "held"
