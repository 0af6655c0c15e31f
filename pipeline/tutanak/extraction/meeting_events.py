"""From mentions to events: which mentions are one event, and which events the text reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from tutanak.extraction.meeting_dates import Dated
from tutanak.extraction.meeting_layout import LEAD, Layout
from tutanak.extraction.meeting_lexicon import called
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import DateMention
from tutanak.resources import word_list

# What a mention adds to the weight of its event, by how it is told.
_WEIGHT: Final = {
    "held": 4.0, "told": 3.0, "attended": 2.0, "named": 2.0, "there": 0.7, "reported": 1.0, "background": 0.0,
}
_GROUP: Final = {"meetings": 1.0, "gatherings": 0.8, "parts": 0.4, "generic": 0.6}
_STRONG: Final = ("held", "told", "attended", "named")
# Events of which nobody says later that people met (`bir araya geldi`).
_NO_GATHERING: Final = frozenset({"ziyaret", "tören", "gezi", "sergi", "fuar", "tatbikat", "açılış"})
THRESHOLD: Final = 4.0


@dataclass(slots=True)
class Event:
    """Mentions of one event with its days. Built up while a text is read, never passed on."""

    noun: str
    mentions: list[EventMention] = field(default_factory=list)
    days: list[tuple[date, date]] = field(default_factory=list)
    starts: date | None = None
    ends: date | None = None
    reported_days: list[tuple[date, date]] = field(default_factory=list)
    weight: float = 0.0
    parent: "Event | None" = None

    @property
    def modifiers(self) -> tuple[str, ...]:
        """Modifiers of its fullest naming."""
        return max((m.modifiers for m in self.mentions if m.noun == self.noun), key=lambda m: len(set(m) - _regular()), default=())

    @property
    def ordinals(self) -> set[int]:
        """Its ranks, as far as named."""
        return {m.ordinal for m in self.mentions if m.ordinal is not None}

    @property
    def span_of_days(self) -> tuple[date, date] | None:
        """First and last day, None where the text does not say."""
        if self.postponed and self.reported_days:
            return self.reported_days[-1]
        if self.days:
            fine = [d for d in self.days if not _is_month(d)] or self.days
            first = fine[0]
            for other in fine[1:]:
                if other[0] <= first[0] and first[1] <= other[1]:
                    first = other
            start, end = first
        elif self.starts or self.ends:
            start = end = self.starts or self.ends  # type: ignore[assignment]
        elif self.reported_days:
            return self.reported_days[0]
        else:
            return None
        if self.starts and self.ends and self.starts <= self.ends:
            start, end = min(start, self.starts), max(end, self.ends)
        return start, end

    @property
    def strong(self) -> list[EventMention]:
        """Mentions that tell that it takes place."""
        return [m for m in self.mentions if m.telling in _STRONG]

    @property
    def postponed(self) -> bool:
        """Whether the text says that it was put off."""
        return any(m.verb is not None and m.verb.kind == "postpone" for m in self.mentions)

    @property
    def vague(self) -> bool:
        """Whether only verbs and words such as `etkinlik` name it so far."""
        return self.noun != "tören" and all(
            m.verbal or m.form.group == "generic" for m in self.mentions
        )

    @property
    def planned(self) -> bool:
        """Whether the text tells of it as something to come."""
        verbs = [m.verb for m in self.strong if m.verb is not None]
        tenses = ["to_come" if v.kind == "postpone" else v.tense for v in verbs]
        past = sum(t in ("past", "participle", "converb") for t in tenses)
        return sum(t in ("future", "to_come") for t in tenses) > past


def _regular() -> frozenset[str]:
    return word_list("meeting_types", "regular")


def _is_month(days: tuple[date, date]) -> bool:
    return days[0].day == 1 and (days[1] + timedelta(days=1)).day == 1 and days[1] != days[0]


def apart(a: tuple[date, date], b: tuple[date, date]) -> bool:
    """Whether two runs of days share none."""
    return a[1] < b[0] or b[1] < a[0]


def _compatible(event: Event, mention: EventMention, days: Sequence[tuple[date, date]]) -> bool:
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
    if mention.noun == event.noun:
        own, theirs = set(mention.modifiers) - _regular(), set(event.modifiers) - _regular()
        return not own or not theirs or bool(own & theirs)
    if mention.verbal:
        return event.vague or event.noun not in _NO_GATHERING
    if mention.form.group == "generic":
        return True
    if mention.noun in called().get(event.noun, ()):
        return mention.bare or mention.modifiers == ("genel", "kurul")
    return event.vague


def group(
    layout: Layout,
    mentions: Sequence[EventMention],
    attached: Sequence[Dated],
    dates: Sequence[DateMention],
) -> list[Event]:
    """Events in the order in which they are first named, background mentions left out."""
    events: list[Event] = []
    for number, mention in enumerate(mentions):
        if mention.telling == "background":
            continue
        own = [d for d in attached if d.mention == number]
        fine = [d for d in own if dates[d.date].granularity != "month"]
        days = [
            (dates[d.date].start, dates[d.date].end) for d in fine or own if d.edge is None
        ]
        event = _find(events, mention, days)
        if event is None:
            base = next((e for e in reversed(events) if e.noun == mention.noun), None)
            event = Event(mention.noun, parent=base)
            events.append(event)
        elif mention.noun != event.noun and event.vague:
            event.noun = mention.noun
        event.mentions.append(mention)
        event.weight += _weigh(layout, mention)
        (event.reported_days if mention.telling == "reported" else event.days).extend(days)
        for d in own:
            if d.edge == "start":
                event.starts = dates[d.date].start
            elif d.edge == "end":
                event.ends = dates[d.date].end
    return events


def _find(
    events: Sequence[Event], mention: EventMention, days: Sequence[tuple[date, date]]
) -> Event | None:
    fitting = [e for e in events if _compatible(e, mention, days)]
    same = [e for e in fitting if e.noun == mention.noun]
    if same:
        return max(same, key=lambda e: (e.mentions[-1].index,))
    return max(fitting, key=lambda e: e.weight, default=None)


def _weigh(layout: Layout, mention: EventMention) -> float:
    weight = _WEIGHT[mention.telling] * _GROUP[mention.form.group]
    rank = layout.rank[mention.sentence]
    if mention.verb is not None and mention.verb.tense == "present":
        ongoing = layout.words[mention.verb.index].lower.endswith("yor")
        weight *= 1.0 if mention.verb.kind in ("start", "end") and ongoing else 0.3
    if rank == -2:
        return weight * 0.5
    return weight * (1.5 if rank < LEAD else 1.0)


def choose(layout: Layout, events: Sequence[Event]) -> list[Event]:
    """The events that the text reports, the main one first; none where nothing is reported."""
    able = [e for e in events if _reported(layout, e)]
    if not able:
        return []
    main = max(able, key=lambda e: e.weight)
    chosen = [main]
    for event in events:
        if event is not main and _also(main, event, chosen):
            chosen.append(event)
    return sorted(chosen, key=lambda e: e.mentions[0].index)


def _reported(layout: Layout, event: Event) -> bool:
    """Whether the text is about `event`: told of in headline or lead, and often enough."""
    leading = [m for m in event.strong if -2 != layout.rank[m.sentence] < LEAD]
    if not leading:  # deep in a text only what is told with its day and taken up again
        dated = event.days and any(m.telling == "held" and m.past for m in event.mentions)
        groups = {m.form.group for m in event.mentions}
        named = "meetings" in groups and len(event.strong) > 1
        return bool(dated) and named and event.weight >= THRESHOLD
    if event.weight < THRESHOLD:
        return False
    held = [m for m in event.mentions if m.telling in ("held", "told", "attended")]
    if event.vague and not all(m.verbal for m in event.mentions):
        held = [m for m in held if m.telling == "held"]
        return bool(held) and event.weight >= THRESHOLD + 2
    return bool(held)


def _also(main: Event, event: Event, chosen: Iterable[Event]) -> bool:
    """Whether an event stands beside the main one: own days, told in a main clause of its own."""
    if not event.strong or all(
        m.form.group in ("parts", "generic") and not m.verbal for m in event.mentions
    ):
        return False
    if event.planned and not main.planned:
        return False
    telling = [m for m in event.mentions if m.telling in ("held", "told", "attended")]
    if not telling:
        return False
    days, mains = event.span_of_days, main.span_of_days
    if days is None or (event.reported_days and not event.days and len(telling) < 2):
        pair = event.noun == "ziyaret" or (
            main.noun in ("ziyaret", "tören") and event.mentions[0].form.group == "meetings"
        )
        return pair and len(event.mentions) >= 2 and event.weight >= THRESHOLD
    if mains is not None and not apart(days, mains):
        if days == mains or event.mentions[0].form.group != "gatherings" or len(telling) < 2:
            return False
    return not any(
        other.span_of_days == days and other.noun == event.noun for other in chosen
    )

