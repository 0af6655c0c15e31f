"""An event: the mentions of a text that are about it, and its days."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from tutanak.extraction.meeting_mentions import EventMention
from tutanak.resources import word_list

Days = tuple[date, date]

STRONG: Final = ("held", "told", "attended", "named")
_LONGEST: Final = timedelta(days=31)  # between a day of an event and its last one
_PAST: Final = ("past", "participle", "converb")


@dataclass(slots=True, eq=False)
class Event:
    """Mentions of one event with its days. Built up while a text is read, never passed on.

    `starts`, `ends`: days on which the text says that it begins or ends; `reported_days`: days that
    somebody says it was or will be on; `parent`: the event before it with the same noun;
    `same_day`: it is told as on the day of the one before, `aynı gün`.
    """

    noun: str
    mentions: list[EventMention] = field(default_factory=list)
    days: list[Days] = field(default_factory=list)
    starts: date | None = None
    ends: date | None = None
    reported_days: list[Days] = field(default_factory=list)
    weight: float = 0.0
    parent: "Event | None" = None
    same_day: bool = False

    @property
    def named(self) -> list[EventMention]:
        """Mentions by its own noun."""
        return [m for m in self.mentions if m.noun == self.noun and not m.verbal]

    @property
    def modifiers(self) -> frozenset[str]:
        """Modifiers of its fullest naming that say what kind it is."""
        best = max(self.named, key=lambda m: m.specific, default=None)
        return kinds(best) if best is not None else frozenset()

    @property
    def ordinals(self) -> set[int]:
        """Its ranks, as far as named."""
        return {m.ordinal for m in self.mentions if m.ordinal is not None}

    @property
    def strong(self) -> list[EventMention]:
        """Mentions that tell that it takes place."""
        return [m for m in self.mentions if m.telling in STRONG]

    @property
    def told(self) -> list[EventMention]:
        """Mentions in sentences that tell of it."""
        return [m for m in self.strong if m.telling != "named"]

    @property
    def postponed(self) -> bool:
        """Whether the text says that it was put off."""
        return any(m.verb is not None and m.verb.kind == "postpone" for m in self.mentions)

    @property
    def vague(self) -> bool:
        """Whether only verbs and words such as `etkinlik` name it so far."""
        return self.noun != "tören" and all(
            m.verbal or (m.form.group == "generic" and not has_name(m) and not is_kind(m))
            for m in self.mentions
        )

    @property
    def following(self) -> bool:
        """Whether the text announces it as the next of its kind."""
        return any(m.telling == "next" for m in self.mentions)

    @property
    def announced(self) -> bool:
        """Whether the verb of a sentence says that it will be held on a day."""
        fine = any(not is_month(d) for d in self.days)
        return fine and any(m.telling == "held" and m.to_come for m in self.mentions)

    @property
    def titled(self) -> bool:
        """Whether it has a proper name."""
        return any(has_name(m) for m in self.named)

    @property
    def planned(self) -> bool:
        """Whether the text tells of it as something to come."""
        if self.following:
            return True
        verbs = [m.verb for m in self.strong if m.verb is not None]
        tenses = ["to_come" if v.kind == "postpone" else v.tense for v in verbs]
        past = sum(t in _PAST for t in tenses)
        return sum(t in ("future", "to_come") for t in tenses) > past

    @property
    def span_of_days(self) -> Days | None:
        """First and last day, None where the text does not say."""
        if self.postponed and self.reported_days:
            return self.reported_days[-1]
        edge = self.starts or self.ends
        if self.days:
            start, end = _widest(self.days)
        elif edge is not None:
            start = end = edge
        else:
            return self.reported_days[0] if self.reported_days else None
        if self.starts and timedelta(0) <= start - self.starts <= _LONGEST:
            start = self.starts
        if self.ends and timedelta(0) <= self.ends - end <= _LONGEST:
            end = self.ends
        return start, end


# Programmes and events that are something by their modifier: `anma programı`
_KINDS: Final = frozenset({"açılış", "anma", "kutlama", "iftar", "mezuniyet", "kahvaltı", "yemek"})


def is_kind(mention: EventMention) -> bool:
    """Whether a general word is an event by its modifier: `kutlama programı`."""
    generic = mention.form.group == "generic"
    return generic and not _KINDS.isdisjoint(mention.modifiers)


def has_name(mention: EventMention) -> bool:
    """Whether a general word carries a proper name of an event, not of a programme."""
    return mention.title is not None and mention.noun != "program"


def kinds(mention: EventMention) -> frozenset[str]:
    """Modifiers of a mention that say what kind of event it is."""
    return frozenset(mention.modifiers) - word_list("meeting_types", "regular")


def apart(a: Days, b: Days) -> bool:
    """Whether two runs of days share none."""
    return a[1] < b[0] or b[1] < a[0]


def _widest(days: list[Days]) -> Days:
    """The first run of days, or a later one that holds it; months only where nothing else is."""
    fine = [d for d in days if not is_month(d)] or days
    widest = fine[0]
    for other in fine[1:]:
        if other[0] <= widest[0] and widest[1] <= other[1]:
            widest = other
    return widest


def is_month(days: Days) -> bool:
    """Whether a run of days is a month: no day that somebody could go to."""
    return days[0].day == 1 and (days[1] + timedelta(days=1)).day == 1 and days[1] != days[0]
