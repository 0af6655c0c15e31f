"""Every day that a text names, resolved: the door of this stage's dates.

Scan (`date_patterns`, `date_numeric`), join (`date_join`), find the day of the text, settle years
(`date_years`), add what is relative to that day (`date_relative`), give each a role (`date_roles`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tutanak.arguments import a_text
from tutanak.errors import OptionError
from tutanak.extraction.date_anchor import RelativeDay
from tutanak.extraction.date_atoms import Atom
from tutanak.extraction.date_join import Item, join
from tutanak.extraction.date_lines import dateline
from tutanak.extraction.date_loose import loose_days, overlapping
from tutanak.extraction.date_mentions import mention_of, once, relative_mention, remarks
from tutanak.extraction.date_names import Named, held_on, named, names_a_session
from tutanak.extraction.date_numeric import numeric_atoms
from tutanak.extraction.date_patterns import month_atoms
from tutanak.extraction.date_relative import relative_days
from tutanak.extraction.date_roles import Role, body_role
from tutanak.extraction.date_text import DatedText
from tutanak.extraction.date_years import Settled, YearContext, settle_year, year_context
from tutanak.extraction.refusing import Sink, refuse
from tutanak.records import DateMention, DateRole, Granularity, Notice, Span

_LEAD: Final = 9  # characters in which a weekday may stand before its date: `Perşembe günü (`
_ANY_DAY: Final = date(2000, 1, 1)  # to see which words would need the day of the text
_NO_DAY: Final = {
    "date_without_year": "no year, and neither text nor publication give one",
    "impossible_date": "no calendar has this day",
}


@dataclass(frozen=True, slots=True)
class DateFound:
    """An answer of `dates`: `text == whole[slice(*span)]`; both ends are inclusive."""

    text: str
    start: date
    end: date
    role: DateRole
    granularity: Granularity
    span: Span


def dates(text: str, *, reference: str | date | None = None) -> list[DateFound]:
    """The days that `text` names.

    Args:
        text: any Turkish text.
        reference: the day the text was written, as a date or `YYYY-MM-DD`. Days without a year
            and words such as `dün` or `geçen ay` are counted from it; without it, those that the
            text does not settle are left out.

    Raises:
        OptionError: `reference` is no date, or `text` no string.
    """
    mentions, _ = _find(a_text(text, "text"), _as_date(reference), title_year=True, wide=True)
    return [DateFound(m.text, m.start, m.end, m.role, m.granularity, m.span) for m in mentions]


def find_dates(
    text: str,
    *,
    published: date | None = None,
    title_year_context: bool = True,
    refused: Sink = None,
) -> tuple[list[DateMention], list[Notice]]:
    """The days that a document names, in order, and what its reader should know about them.

    Args:
        text: the document's text; spans count its characters.
        published: the day of publication, where it is known from outside the text.
        title_year_context: whether a year in the first line may settle days without one.
        refused: takes what was weighed and is no day, if it is wanted.

    Returns:
        One mention for each wording and value (the first of those that repeat), and notices with
        the codes `date_without_year`, `year_inferred`, `weekday_contradicts`, `impossible_date`.
    """
    return _find(text, published, title_year=title_year_context, wide=False, refused=refused)


def _as_date(reference: str | date | None) -> date | None:
    if reference is None or isinstance(reference, date):
        return reference
    try:
        return date.fromisoformat(reference.strip()[:10])
    except (ValueError, AttributeError):
        raise OptionError(
            f"reference={reference!r} is no date; give YYYY-MM-DD or a datetime.date"
        ) from None


def _find(
    text: str, published: date | None, *, title_year: bool, wide: bool, refused: Sink = None
) -> tuple[list[DateMention], list[Notice]]:
    seen = DatedText(text)
    digits, notices = numeric_atoms(text, seen.flat, refused=refused)
    atoms = _apart([*month_atoms(text, seen.flat, refused=refused), *digits])
    items, impossible = join(seen.flat, atoms)
    notices = [*notices, *impossible]
    names = {item.start: name for item in items if (name := _named(seen, item)) is not None}
    for item in items:
        if item.start in names and names[item.start].kind == "place":
            reason = f"part of a name: {names[item.start].cue}"
            refuse(refused, "dates", text, item.start, item.end, reason)
    items = [item for item in items if item.start not in names or names[item.start].kind != "place"]
    if not wide:
        items = [item for item in items if not _is_label(seen.flat, item)]
    datelines = {
        item.start: cues
        for item in items
        if item.written
        and item.granularity == "day"
        and item.start not in names
        and (cues := dateline(seen, item.start, item.stop)) is not None
    }
    anchor = published or _anchor(items, datelines)
    loose = loose_days(seen, anchor, items) if wide and anchor is not None else []
    spans = [(day.start, day.end) for day in loose]
    items = [item for item in items if not overlapping(spans, item.start, item.end)]
    mentions: list[DateMention] = []
    context: YearContext | None = None
    for item in items:
        name = names.get(item.start)
        settled = _known_year(item, name)
        if settled is None:
            context = context or year_context(
                seen.flat,
                [item for item in items if item.last_year is not None],
                anchor=anchor,
                title_year=title_year,
                sentence_of=seen.sentence_of,
            )
            settled = settle_year(item, context, yearly=name is not None)
        if settled is None:
            span = Span(item.start, item.end)
            message = f"{text[slice(*span)]!r} has no year; neither text nor publication give one"
            notices.append(Notice("date_without_year", message, span))
            continue
        ends = item.dates(settled.year)
        if ends is None:
            span = Span(item.start, item.end)
            notices.append(
                Notice(
                    "impossible_date", f"{text[slice(*span)]!r} is no day of {settled.year}", span
                )
            )
            continue
        role = _role(
            seen, item.start, item.stop, datelines.get(item.start), name, item.granularity != "day"
        )
        mentions.append(mention_of(text, item, ends, role, settled))
        notices.extend(remarks(text, item, ends, settled))
    taken = [(item.start - _LEAD * (item.weekday is not None), item.stop) for item in items]
    if anchor is None and refused is not None:
        for relative in relative_days(text, seen.flat, _ANY_DAY, seen.sentence_of, wide=wide):
            if not _overlaps(relative, taken):
                reason = "counted from the day of the text, which is not known"
                refuse(refused, "dates", text, relative.start, relative.end, reason)
    if anchor is not None:
        near = relative_days(text, seen.flat, anchor, seen.sentence_of, wide=wide)
        near = [day for day in near if not overlapping(spans, day.start, day.end)]
        for relative in (*near, *loose):
            if not _overlaps(relative, taken):
                role = _role(
                    seen, relative.start, relative.stop, None, None, relative.granularity != "day"
                )
                mentions.append(relative_mention(text, relative, role, anchor))
            else:
                reason = "beside a date that is written out"
                refuse(refused, "dates", text, relative.start, relative.end, reason)
    for notice in notices if refused is not None else ():
        if notice.span is not None and notice.code in _NO_DAY:
            refuse(refused, "dates", text, *notice.span, _NO_DAY[notice.code])
    ordered = sorted(mentions, key=lambda mention: mention.span)
    mentions = once(ordered)
    if refused is not None:
        told = {mention.span for mention in mentions}
        for again in ordered:
            if again.span not in told:
                refuse(refused, "dates", text, *again.span, "the same day in the same words again")
    return mentions, sorted(notices, key=lambda notice: notice.span or Span(0, 0))


def _apart(atoms: Iterable[Atom]) -> list[Atom]:
    """The atoms in order, the longer of any two that overlap."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.start, -atom.stop)):
        if not kept or atom.start >= kept[-1].stop:
            kept.append(atom)
        elif kept[-1].kind == "month" and atom.kind == "days":
            kept[-1] = atom
    return kept


def _overlaps(relative: RelativeDay, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether it meets one of the sorted spans, or stands right behind one."""
    i = bisect_right(taken, (relative.stop, 0))
    return any(relative.start <= stop for _, stop in taken[max(0, i - 2) : i])


def _named(seen: DatedText, item: Item) -> Named | None:
    if item.granularity == "month":
        return None
    return named(
        seen.text,
        seen.flat,
        item.end,
        ending=item.stop > item.end,
        month=item.first.month,
        day=item.first.day,
        year=item.last_year,
    )


def _is_label(flat: str, item: Item) -> bool:
    return item.granularity == "month" and item.stop == item.end and names_a_session(flat, item.end)


def _anchor(items: Iterable[Item], datelines: Mapping[int, tuple[str, ...]]) -> date | None:
    """The day of the text by its datelines: the first of them."""
    for item in items:
        ends = item.dates()
        if item.start in datelines and ends is not None:
            return ends[0]
    return None


def _known_year(item: Item, name: Named | None) -> Settled | None:
    if item.last_year is not None:
        return Settled(item.last_year, "written")
    if name is not None and name.year is not None:
        return Settled(name.year, "event")
    return None


def _role(
    seen: DatedText,
    start: int,
    stop: int,
    line: tuple[str, ...] | None,
    name: Named | None,
    run: bool,
) -> Role:
    if line is not None:
        return Role("publication", line)
    if name is not None:
        held = body_role(seen, start, stop, run=run) if name.kind == "commemoration" else None
        if held is not None and held.role == "meeting" and held_on(seen.flat, stop):
            return held
        return Role("other", (name.cue,))
    return body_role(seen, start, stop, run=run)
