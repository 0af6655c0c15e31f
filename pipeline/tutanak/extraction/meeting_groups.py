"""From mentions to events: which mentions are one event, and how much each says of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_events import (
    STRONG,
    Days,
    Event,
    apart,
    has_name,
    is_kind,
    kinds,
)
from tutanak.extraction.meeting_layout import LEAD, Layout
from tutanak.extraction.meeting_lexicon import called
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_sessions import in_sessions
from tutanak.records import DateMention
from tutanak.text.fold import lower

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


def _compatible(event: Event, mention: EventMention, days: Sequence[Days]) -> bool:
    """Whether a mention with its own days can be about `event`."""
    if mention.telling == "next" or event.following:
        return False
    if mention.ordinal is not None and event.ordinals and mention.ordinal not in event.ordinals:
        return False
    known = event.span_of_days
    if _is_new_day(event, mention):
        return True
    past = mention.verb is not None and mention.verb.tense in ("past", "participle")
    if days and past and event.planned and mention.noun != event.noun:
        return False
    ahead = mention.to_come or mention.ahead
    if days and ahead and not event.postponed and any(m.past for m in event.strong):
        return False
    if known and days and all(apart(known, d) for d in days):
        return False
    if known and days and _within(days[0], known) and _one_of(event, mention):
        return False  # one of a series: `ilk webinar 18 Kasım'da`, in a week of webinars
    if mention.noun == event.noun:
        own, theirs = kinds(mention), event.modifiers
        return not own or not theirs or bool(own & theirs)
    if mention.verbal and mention.noun == "kabul":
        return False
    topic = all(m.bare and m.form.case == "nom" for m in event.mentions)
    if mention.verbal and not event.strong and not event.vague and topic:
        return False  # `eğitim ve sağlığı ele alan kurul ... toplandı`
    if mention.verbal:
        return event.vague or event.noun not in _NO_GATHERING
    if mention.form.group == "generic":
        whole = any(m.form.group != "parts" for m in event.mentions)
        return not days or (whole and bool(event.strong))
    if mention.noun in called().get(event.noun, ()):
        same = known is not None and mention.telling == "held" and list(days) == [known]
        return (mention.bare or same) and mention.ordinal is None
    if event.noun == "kabul":
        return False
    aside = mention.form.group == "gatherings" and mention.telling == "there"
    if aside and mention.form.case == "nom" and mention.bare:
        return False  # `eğitim ve sağlık hizmetleri`
    names = mention.form.group in ("meetings", "gatherings") and mention.telling in STRONG
    return event.vague and (names or not event.days)


def _is_new_day(event: Event, mention: EventMention) -> bool:
    """Whether a mention says on what day an event that was put off will be: `... yapılacak`."""
    said = mention.telling == "reported" or (mention.telling == "held" and mention.to_come)
    return event.postponed and mention.noun == event.noun and said and not mention.verbal


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
        moved = _is_new_day(event, mention)
        event.mentions.append(mention)
        event.weight += _weigh(layout, mention)
        run = in_sessions(layout, event, own, dates, [number])
        if run is not None and mention.telling != "reported":
            event.days.append(run)
        (event.reported_days if moved or mention.telling == "reported" else event.days).extend(days)
        event.same_day |= any(dates[d.date].text.startswith(("aynı", "Aynı")) for d in own)
        event.same_day |= _on_same_day(layout, mention)
        for d in own:
            if mention.telling == "there" and d.edge != "end":
                continue
            if d.edge == "start":
                event.starts = dates[d.date].start
            elif d.edge == "end":
                event.ends = dates[d.date].end
    return events


def _on_same_day(layout: Layout, mention: EventMention) -> bool:
    """`...; aynı gün Kale Meydanı'nda konser verilecek`: said in the sentence before its name."""
    start = layout.spans[mention.sentence].start
    return mention.telling == "held" and "aynı gün" in lower(
        layout.text[start : mention.span.start]
    )


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
    group_of = "meetings" if has_name(mention) or is_kind(mention) else mention.form.group
    weight = _WEIGHT[mention.telling] * _GROUP[group_of]
    rank = layout.rank[mention.sentence]
    if mention.verb is not None and mention.verb.tense == "present":
        ongoing = layout.words[mention.verb.index].lower.endswith("yor")
        weight *= 1.0 if mention.verb.kind in ("start", "end", "sign") and ongoing else _ONGOING
    if rank == -2:
        return weight * _ASIDE
    return weight * (_LEADING if rank < LEAD else 1.0)
