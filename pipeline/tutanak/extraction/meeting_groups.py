"""From mentions to events: which mentions are one event, and which events the text reports."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_events import (
    STRONG,
    Days,
    Event,
    apart,
    has_name,
    is_month,
    kinds,
)
from tutanak.extraction.meeting_layout import LEAD, Layout
from tutanak.extraction.meeting_lexicon import called
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_sessions import in_sessions, opens_or_closes
from tutanak.records import DateMention

# What a mention adds to the weight of its event, by how it is told.
_WEIGHT: Final = {
    "held": 4.0,
    "told": 3.0,
    "attended": 2.0,
    "named": 2.0,
    "there": 0.7,
    "reported": 1.0,
    "next": 1.0,
    "background": 0.0,
}
_GROUP: Final = {"meetings": 1.0, "gatherings": 0.8, "parts": 0.4, "generic": 0.6}
_LEADING: Final = 1.5
_ASIDE: Final = 0.5  # furniture, subheads and programme lines
_ONGOING: Final = 0.3  # the present tells of habits
# Events of which nobody says later that people met (`bir araya geldi`).
_NO_GATHERING: Final = frozenset(
    {"ziyaret", "tören", "gezi", "sergi", "fuar", "tatbikat", "açılış"}
)
_MEALS: Final = frozenset({"yemek", "iftar", "kahvaltı", "resepsiyon"})
_BESIDE: Final = frozenset({"eğitim", "toplantı", "seminer", "çalıştay"})
_LOOSE: Final = frozenset({"atölye", "buluşma"})
_AFTER: Final = re.compile(r"(?:[ıiuü]n ardından|sonrasında|den sonra|dan sonra)")
THRESHOLD: Final = 4.0
_VAGUE_THRESHOLD: Final = 6.0
_DATED_THRESHOLD: Final = 3.0


def _compatible(event: Event, mention: EventMention, days: Sequence[Days]) -> bool:
    """Whether a mention with its own days can be about `event`."""
    if mention.telling == "next" or event.following:
        return False
    if mention.ordinal is not None and event.ordinals and mention.ordinal not in event.ordinals:
        return False
    known = event.span_of_days
    if event.postponed and mention.noun == event.noun and mention.telling == "reported":
        return True
    past = mention.verb is not None and mention.verb.tense in ("past", "participle")
    if days and past and event.planned and mention.noun != event.noun:
        return False
    if days and mention.to_come and not event.postponed and any(m.past for m in event.strong):
        return False
    if known and days and all(apart(known, d) for d in days):
        return False
    if known and days and _within(days[0], known) and _one_of(event, mention):
        return False  # one of a series: `ilk webinar 18 Kasım'da`, in a week of webinars
    if mention.noun == event.noun:
        own, theirs = kinds(mention), event.modifiers
        return not own or not theirs or bool(own & theirs)
    if mention.verbal:
        return event.vague or event.noun not in _NO_GATHERING
    if mention.form.group == "generic":
        whole = any(m.form.group != "parts" for m in event.mentions)
        return not days or (whole and bool(event.strong))
    if mention.noun in called().get(event.noun, ()):
        return mention.bare and mention.ordinal is None
    names = mention.form.group in ("meetings", "gatherings") and mention.telling in STRONG
    return event.vague and (names or not event.days)


def _within(day: Days, run: Days) -> bool:
    """Whether `day` is a single one of several."""
    return day[0] == day[1] and day != run and not apart(day, run)


def _one_of(event: Event, mention: EventMention) -> bool:
    """Whether a mention can be one of the events that `event` sums up: counted, or one of many."""
    if mention.noun != event.noun:
        return False
    if mention.ordinal is not None and not event.ordinals:
        return True
    many = any(m.form.plural for m in event.named)
    return many and not mention.form.plural and mention.telling in ("held", "told")


def group(
    layout: Layout,
    mentions: Sequence[EventMention],
    attached: Sequence[Dated],
    dates: Sequence[DateMention],
) -> list[Event]:
    """Events in the order in which they are first named, background mentions left out."""
    events: list[Event] = []
    by_mention: dict[int | None, list[Dated]] = {}
    for dated in attached:
        by_mention.setdefault(dated.mention, []).append(dated)
    for number, mention in enumerate(mentions):
        programme = mention.noun == "program" and mention.title and mention.telling == "there"
        if mention.telling == "background" or programme:
            continue
        own = by_mention.get(number, [])
        fine = [d for d in own if dates[d.date].granularity != "month"]
        days = [(dates[d.date].start, dates[d.date].end) for d in fine or own if d.edge is None]
        event = _find(events, mention, days)
        if event is None and days and mention.telling == "there" and mention.ordinal is not None:
            mention = replace(mention, telling="told")
        if event is None and fine and _is_visit(layout, mention):
            mention = replace(mention, telling="told")
        if event is None and mention.telling == "there":
            event, days = _find(events, mention, ()), []  # a day in passing makes no event
        if event is None:
            if mention.telling == "named" and mention.bare and mention.form.group != "meetings":
                continue  # `Eğitim` in a menu
            event = _new(events, mention)
            events.append(event)
        elif mention.noun != event.noun and event.vague:
            event.noun = mention.noun
        event.mentions.append(mention)
        event.weight += _weigh(layout, mention)
        run = in_sessions(layout, event, own, dates, [number])
        if run is not None and mention.telling != "reported":
            event.days.append(run)
        (event.reported_days if mention.telling == "reported" else event.days).extend(days)
        for d in own:
            if mention.telling == "there" and d.edge != "end":
                continue
            if d.edge == "start":
                event.starts = dates[d.date].start
            elif d.edge == "end":
                event.ends = dates[d.date].end
    return events


def _is_visit(layout: Layout, mention: EventMention) -> bool:
    """Whether a visitor does something on that day: `ziyaret eden heyet ... anlattı`."""
    verb = mention.verb
    near = verb is not None and verb.index == mention.index + 1 and verb.tense == "participle"
    return mention.noun == "ziyaret" and near and mention.past and mention.telling == "there"


def _new(events: Sequence[Event], mention: EventMention) -> Event:
    """An event for a mention that fits none; where a series is counted, a further one of it."""
    series = next((e for e in reversed(events) if e.ordinals), None)
    if mention.verbal and series is not None and mention.telling == "held":
        return Event(series.noun, parent=series)
    base = next((e for e in reversed(events) if e.noun == mention.noun), None)
    return Event(mention.noun, parent=base)


def _find(events: Sequence[Event], mention: EventMention, days: Sequence[Days]) -> Event | None:
    fitting = [e for e in events if _compatible(e, mention, days)]
    same = [e for e in fitting if e.noun == mention.noun]
    if same:
        return max(same, key=lambda e: (e.mentions[-1].index,))
    return max(fitting, key=lambda e: e.weight, default=None)


def _weigh(layout: Layout, mention: EventMention) -> float:
    group_of = "meetings" if has_name(mention) else mention.form.group
    weight = _WEIGHT[mention.telling] * _GROUP[group_of]
    rank = layout.rank[mention.sentence]
    if mention.verb is not None and mention.verb.tense == "present":
        ongoing = layout.words[mention.verb.index].lower.endswith("yor")
        weight *= 1.0 if mention.verb.kind in ("start", "end") and ongoing else _ONGOING
    if rank == -2:
        return weight * _ASIDE
    return weight * (_LEADING if rank < LEAD else 1.0)


def choose(
    layout: Layout,
    events: Sequence[Event],
    *,
    listed: Sequence[Event] = (),
    refused: list[tuple[Event, str]] | None = None,
) -> list[Event]:
    """The events that the text reports, in its order; none where nothing is reported.

    `listed`: events that the text gives a list of days. `refused` takes the others with the
    reasons, if they are wanted.
    """
    doubts = {e: _unreported(layout, e) for e in events}
    able = [e for e in events if not doubts[e]]
    able = [e for e in able if e.noun not in _MEALS or not _follows(layout, e)] or able
    if not able:
        if refused is not None:
            refused += doubts.items()
        return []
    main = max(able, key=lambda e: e.weight)
    chosen = [main]
    for event in events:
        if event is main:
            continue
        doubt = "" if event in listed else _not_beside(layout, main, event, chosen)
        if not doubt:
            chosen.append(event)
        elif refused is not None:
            refused.append((event, doubt))
    sums = [e for e in chosen if _is_umbrella(e, chosen)]
    if refused is not None:
        refused += ((e, "sums up events that are told each by its day") for e in sums)
    chosen = [e for e in chosen if e not in sums]
    return sorted(chosen, key=lambda e: e.mentions[0].index)


def _is_umbrella(event: Event, chosen: Sequence[Event]) -> bool:
    """Whether an event only sums up counted ones that the text tells each by its day."""
    days = event.span_of_days
    if days is None or event.ordinals or days[0] == days[1]:
        return False
    inside = [
        e
        for e in chosen
        if e.noun == event.noun
        and e.ordinals
        and e.span_of_days
        and not apart(e.span_of_days, days)
    ]
    return len(inside) > 1


def _unreported(layout: Layout, event: Event) -> str:
    """Why the text is not about `event`; "" if headline or lead tell of it, and often enough."""
    leading = [m for m in event.strong if -2 != layout.rank[m.sentence] < LEAD]
    if not leading:  # deep in a text only what is told with its day and taken up again
        dated = event.days and any(m.telling == "held" and m.past for m in event.mentions)
        groups = {m.form.group for m in event.mentions}
        named = "meetings" in groups and len(event.strong) > 1
        reported = bool(dated) and named and event.weight >= THRESHOLD
        return "" if reported else "neither headline nor lead tell of it"
    if event.days and event.told and event.weight >= _DATED_THRESHOLD:
        return ""
    if event.weight < THRESHOLD:
        return "told too little of"
    if event.vague and not all(m.verbal for m in event.mentions):
        held = any(m.telling == "held" for m in event.mentions)
        reported = held and event.weight >= _VAGUE_THRESHOLD
        return "" if reported else "a word for any event, and nothing more of it"
    return "" if event.told else "named, but nothing tells that it takes place"


def _not_beside(layout: Layout, main: Event, event: Event, chosen: Iterable[Event]) -> str:
    """Why an event does not stand beside the main one: own days, a main clause of its own."""
    if not (event.strong or event.following):
        return "referred to, but nothing tells that it takes place"
    if _is_loose(event) and not _elsewhen(main, event):
        return "a part of the main event, or any event, without a name"
    if event.following:
        fine = any(not is_month(d) for d in event.days)
        return "" if fine else "the next of its kind, without a day"
    if event.planned and not main.planned and not event.announced:
        return "only planned, and no sentence announces it"
    if main.noun != "tören" and any(opens_or_closes(event, p) for p in ("açılış", "kapanış")):
        return "opens or closes the main event"
    telling = event.told
    if not telling:
        return "named, but nothing tells that it takes place"
    days, mains = event.span_of_days, main.span_of_days
    if days is not None and is_month(days):
        return "a month, but no day"
    only_said = bool(event.reported_days) and not event.days and len(event.mentions) < 3
    if days is None or only_said:
        if _follows(layout, event) and (event.noun == "ziyaret" or _taken_up(main, event)):
            return ""
        pair = event.noun == "ziyaret" or (
            main.noun in ("ziyaret", "tören") and event.mentions[0].form.group == "meetings"
        )
        told = pair and len(event.mentions) >= 2 and event.weight >= THRESHOLD
        return "" if told else "no day of its own"
    if mains is not None and not apart(days, mains):
        inside = days != mains and event.mentions[0].form.group in ("gatherings", "meetings")
        counted = event.noun == main.noun and bool(event.ordinals)
        if not inside or not (len(telling) > 1 or counted or event.noun == "ziyaret"):
            return "on the days of the main event"
    if any(other.span_of_days == days and other.noun == event.noun for other in chosen):
        return "the same event on the same days"
    return ""


def _is_loose(event: Event) -> bool:
    """Whether only words for parts or for any event name it, without a proper name."""
    groups = {m.form.group for m in event.mentions if not m.verbal}
    return bool(groups) and groups <= {"parts", "generic"} and not event.titled


def _elsewhen(main: Event, event: Event) -> bool:
    """Whether a sentence holds `event` on days of its own, outside those of the main one."""
    days, mains = event.span_of_days, main.span_of_days
    held = any(m.telling == "held" for m in event.mentions) and event.noun in _LOOSE
    return held and days is not None and mains is not None and apart(days, mains)


def _taken_up(main: Event, event: Event) -> bool:
    """Whether a meeting or training is spoken of again after it was told."""
    again = len(event.named) > 1 and event.weight >= THRESHOLD
    return again and event.noun != main.noun and event.noun in _BESIDE


def _follows(layout: Layout, event: Event) -> bool:
    """Whether an event is told as what came after the main one: `Toplantının ardından ...`."""
    return any(
        m.telling == "held" and m.past and _AFTER.search(layout.folded(m.sentence))
        for m in event.mentions
    )
