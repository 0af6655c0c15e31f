"""Which events a text reports, of all that it names."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tutanak.extraction.meeting_events import Event, apart, has_name, is_month
from tutanak.extraction.meeting_layout import LEAD, Layout
from tutanak.extraction.meeting_lexicon import called
from tutanak.extraction.meeting_sessions import opens_or_closes

_MEALS: Final = frozenset({"yemek", "iftar", "kahvaltı", "resepsiyon"})
_BESIDE: Final = frozenset({"eğitim", "toplantı", "seminer", "çalıştay"})
_LOOSE: Final = frozenset({"atölye", "buluşma", "program", "etkinlik", "ziyaret"})
_WITH_EVENTS: Final = frozenset({"fuar", "festival", "sergi", "şenlik", "etkinlik", "program"})
_AFTER: Final = re.compile(r"(?:[ıiuü]n ardından|sonrasında|den sonra|dan sonra)")
_THRESHOLD: Final = 4.0
_VAGUE_THRESHOLD: Final = 6.0
_DATED_THRESHOLD: Final = 3.0
_WENT_ON: Final = 3.0


def choose(
    layout: Layout,
    events: Sequence[Event],
    *,
    listed: Sequence[Event] = (),
    stops: bool = False,
    refused: list[tuple[Event, str]] | None = None,
) -> list[Event]:
    """The events that the text reports, in its order; none where nothing is reported.

    `listed`: events that the text gives a list of days. `stops`: the lead has one day, so that it
    may tell of the stops of that day. `refused` takes the others with the
    reasons, if they are wanted.
    """
    doubts = {e: _unreported(layout, e) for e in events}
    able = [e for e in events if not doubts[e]]
    able = [e for e in able if e.noun not in _MEALS or not _follows(layout, e)] or able
    able = able or [e for e in events if _went_on(e)]
    if not able:
        if refused is not None:
            refused += doubts.items()
        return []
    main = max(able, key=lambda e: e.weight)
    chosen = [main]
    for event in events:
        if event is main:
            continue
        doubt = "" if event in listed else _not_beside(layout, main, event, chosen, stops=stops)
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
        reported = bool(dated) and named and event.weight >= _THRESHOLD
        return "" if reported else "neither headline nor lead tell of it"
    if event.days and event.told and event.weight >= _DATED_THRESHOLD:
        return ""
    if event.weight < _THRESHOLD:
        return "told too little of"
    if event.vague and not all(m.verbal for m in event.mentions):
        held = any(m.telling == "held" for m in event.mentions)
        reported = held and event.weight >= _VAGUE_THRESHOLD
        return "" if reported else "a word for any event, and nothing more of it"
    return "" if event.told else "named, but nothing tells that it takes place"


def _went_on(event: Event) -> bool:
    """Whether people do things at an event that no verb holds: `programda konuştu, ... katıldı`."""
    attended = [m for m in event.mentions if m.telling in ("attended", "told", "held")]
    return len(event.mentions) >= 3 and len(attended) >= 2 and event.weight >= _WENT_ON


def _not_beside(
    layout: Layout, main: Event, event: Event, chosen: Iterable[Event], *, stops: bool
) -> str:
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
    undated = not (main.days or main.starts or main.ends)
    part = main.noun != "tören" and not (event.noun == "tören" and event.days and undated)
    if part and any(opens_or_closes(event, p) for p in ("açılış", "kapanış")):
        return "opens or closes the main event"
    telling = event.told
    if not telling:
        return "named, but nothing tells that it takes place"
    if _in_passing(event):
        return "told by a participle, once"
    days, mains = event.span_of_days, main.span_of_days
    if days is not None and is_month(days):
        return "a month, but no day"
    only_said = bool(event.reported_days) and not event.days and len(event.mentions) < 3
    if days is None or only_said:
        if _follows(layout, event) and (event.noun == "ziyaret" or _taken_up(main, event)):
            return ""
        said = event.noun == "basın açıklama" and main.mentions[0].form.group == "meetings"
        if event.noun != main.noun and not said and _goes_on(layout, event):
            return ""
        pair = event.noun == "ziyaret" or (
            main.noun.endswith(("ziyaret", "tören")) and event.mentions[0].form.group == "meetings"
        )
        told = pair and len(event.mentions) >= 2 and event.weight >= _THRESHOLD
        row = (
            stops
            and mains is None
            and _is_stop(main)
            and _is_stop(event)
            and event.noun != main.noun
        )
        return "" if told or row else "no day of its own"
    said = event.same_day or main.same_day
    if said and event.noun != main.noun and (len(event.mentions) > 1 or event.same_day):
        return ""
    if mains is not None and not apart(days, mains):
        inside = days != mains and event.mentions[0].form.group in ("gatherings", "meetings")
        counted = event.noun == main.noun and bool(event.ordinals)
        if _is_other(main, event) and _spoken_of_again(event) and _spoken_of_again(main):
            return ""
        own = main.noun in _WITH_EVENTS and event.titled and bool(event.days)
        several = len(telling) > 1 or counted or own or event.noun == "ziyaret"
        if not inside or not several:
            return "on the days of the main event"
    if any(other.span_of_days == days and other.noun == event.noun for other in chosen):
        return "the same event on the same days"
    return ""


def _is_stop(event: Event) -> bool:
    """Whether a sentence tells of it as one of the stops of a day: `ziyaret etti`, `katıldı`."""
    held = any(m.telling in ("held", "attended") and m.past for m in event.mentions)
    return held and event.mentions[0].form.group in ("meetings", "gatherings")


def _is_other(main: Event, event: Event) -> bool:
    """Whether two events of the same day cannot be one that is called by two names."""
    nouns = {main.noun, event.noun}
    groups = {e.mentions[0].form.group for e in (main, event)}
    one = event.noun in called().get(main.noun, ()) or main.noun in called().get(event.noun, ())
    plain = groups <= {"meetings", "gatherings"} and "tören" not in nouns
    return len(nouns) == 2 and plain and (not one or "ziyaret" in nouns)


def _spoken_of_again(event: Event) -> bool:
    """Whether a sentence holds it and a later one takes it up: `ziyaret etti. Ziyarette ...`."""
    held = any(m.telling == "held" and m.past for m in event.mentions)
    return held and len(event.named) > 1


def _in_passing(event: Event) -> bool:
    """Whether only a participle tells of a gathering, once: `mayısta açılan sergi gezilebilir`."""
    only = event.mentions[0]
    told = len(event.mentions) == 1 and only.telling == "told" and only.noun != "ziyaret"
    return told and only.form.group == "gatherings" and not has_name(only)


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
    again = len(event.named) > 1 and event.weight >= _THRESHOLD
    return again and event.noun != main.noun and event.noun in _BESIDE


def _goes_on(layout: Layout, event: Event) -> bool:
    """`Toplantının ardından heyet ... bir araya geldi. Salondaki söyleşiye 60 hekim katıldı.`"""
    return any(
        m.telling in ("attended", "told", "held")
        and m.noun in _FOLLOWING
        and m.sentence > 0
        and _AFTER.search(layout.folded(m.sentence - (m.telling == "attended")))
        for m in event.mentions
    )


_FOLLOWING: Final = frozenset({"söyleşi", "basın açıklama", "imza töreni", "konser"})


def _follows(layout: Layout, event: Event) -> bool:
    """Whether an event is told as what came after the main one: `Toplantının ardından ...`."""
    return any(
        m.telling == "held" and m.past and _AFTER.search(layout.folded(m.sentence))
        for m in event.mentions
    )
