"""Which event each date of a text belongs to: by the clause, then by the sentence."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tutanak.extraction.meeting_layout import Layout, Verb
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import DateMention

_HOLDS: Final = ("hold", "start", "end", "meet", "postpone", "sign")
_BEHIND: Final = 15


class Dated(NamedTuple):
    """A date (its index) and the event mention (its index; None: no event near it) it belongs to.

    `edge`: the date is only the first or last day (`başladı`, `sona erecek`).
    """

    date: int
    mention: int | None
    sentence: int
    edge: str | None


def attach(
    layout: Layout, dates: Sequence[DateMention], mentions: Sequence[EventMention]
) -> tuple[Dated, ...]:
    """An attachment for each date whose role is `meeting`, in order."""
    found = []
    for number, date in enumerate(dates):
        if date.role != "meeting" or layout.spoken(date.span.start):
            continue
        sentence = layout.sentence_of(date.span.start)
        here = [k for k, m in enumerate(mentions) if m.sentence == sentence]
        used = {mentions[k].verb for k in here}
        verb = next(
            (
                v
                for v in layout.verbs[sentence]
                if layout.words[v.index].start >= date.span.end
                and (v.kind in _HOLDS or (v.kind == "give" and v in used))
            ),
            None,
        )
        target = _target(layout, mentions, here, date.span.start, verb)
        edge = verb.kind if verb is not None and verb.kind in ("start", "end") else None
        found.append(Dated(number, target, sentence, edge))
    return tuple(found)


def _target(
    layout: Layout,
    mentions: Sequence[EventMention],
    here: Sequence[int],
    position: int,
    verb: Verb | None,
) -> int | None:
    if not here:
        return None
    before = [k for k in here if mentions[k].span.start < position]
    after = [k for k in here if mentions[k].span.start >= position]
    if verb is not None:
        if own := [k for k in here if mentions[k].verbal and mentions[k].index == verb.index]:
            return own[0]
        if verb.tense in ("participle", "to_come"):
            close = [
                k
                for k in after
                if verb.index < mentions[k].index <= verb.index + _BEHIND
                and mentions[k].telling != "there"
            ]
            if close:
                return close[0]
        if own := [k for k in here if mentions[k].verb == verb and not mentions[k].verbal]:
            return next((k for k in reversed(own) if k in before), own[0])
    if before:
        return before[-1]
    return after[0] if after else None
