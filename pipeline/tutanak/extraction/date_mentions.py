"""What is told of each day that was found: the mention, its notices, and no day twice."""

from dataclasses import replace
from datetime import date
from typing import Final

from tutanak.extraction.date_anchor import RelativeDay
from tutanak.extraction.date_join import Item
from tutanak.extraction.date_roles import Role
from tutanak.extraction.date_tables import flatten
from tutanak.extraction.date_years import Settled
from tutanak.records import DateMention, DateRole, Notice, Span, Why

_RANK: Final[dict[DateRole, int]] = {"meeting": 2, "publication": 1, "other": 0}
_WEEKDAYS: Final = ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar")


def mention_of(
    text: str, item: Item, ends: tuple[date, date], role: Role, settled: Settled
) -> DateMention:
    """The mention of a date that is written out; `ends` are inclusive."""
    span = Span(item.start, item.end)
    rule = item.rule if settled.rule == "written" else f"{item.rule}, {settled.rule}"
    return DateMention(
        span, text[slice(*span)], *ends, role.role, item.granularity, Why(rule, role.cues)
    )


def relative_mention(text: str, found: RelativeDay, role: Role, anchor: date) -> DateMention:
    """The mention of days that are counted from `anchor`, the day of the text."""
    span = Span(found.start, found.end)
    why = Why(f"{found.rule}, from {anchor}", role.cues)
    return DateMention(
        span, text[slice(*span)], found.first, found.last, role.role, found.granularity, why
    )


def remarks(text: str, item: Item, ends: tuple[date, date], settled: Settled) -> list[Notice]:
    """What a reader should know of a date: a year that was inferred, a weekday that is another."""
    span = Span(item.start, item.end)
    words = text[slice(*span)]
    notices = []
    if not item.written:
        notices.append(
            Notice("year_inferred", f"{words!r}: {settled.year} by {settled.rule}", span)
        )
    if item.weekday is not None and item.weekday not in (ends[0].weekday(), ends[1].weekday()):
        message = f"{words!r}: {ends[1]} is a {_WEEKDAYS[ends[1].weekday()]}; the date is kept"
        notices.append(Notice("weekday_contradicts", message, span))
    return notices


def once(mentions: list[DateMention]) -> list[DateMention]:
    """The first of the mentions that repeat one wording and value, with their strongest role."""
    if len(mentions) < 2:
        return mentions
    kept: dict[tuple[str, date, date], DateMention] = {}
    for mention in mentions:
        key = ("".join(flatten(mention.text).split()), mention.start, mention.end)
        first = kept.get(key)
        if first is None:
            kept[key] = mention
        elif _RANK[mention.role] > _RANK[first.role]:
            kept[key] = replace(first, role=mention.role, why=mention.why)
    return list(kept.values())
