"""Digests: texts that tell several pieces of news, each with a day of its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Generic, TypeVar

from tutanak.records import (
    CountMention,
    DateMention,
    InstitutionMention,
    PersonMention,
    Span,
)
from tutanak.text.fold import lower

_ITEM: Final = re.compile(r"^[ \t]*(?:[•*·▪■►●–—-]|\d{1,2}[.)-])[ \t]+(?=\S)", re.M)
_SECTION: Final = re.compile(
    r"^(?P<heading>[^\n]{4,80}[^\n.,;:])\n(?P<body>[^\n]{80,}(?:\n[^\n]{80,})*)$", re.M
)
_OPENING: Final = 40  # characters: where a section says its day
_SHORTEST: Final = 80  # characters: a list of names or of topics has shorter lines
_SHORTEST_LINE: Final = 40  # the same of a line that its day labels
_FEWEST: Final = 3
_BESIDE: Final = 2  # letters beside the day in a line that it makes up
_LENGTH: Final = re.compile(
    r"\b(?:\d|iki|üç|dört|beş|altı|yedi)\s+gün(?:lük| süren| sürecek| boyunca)"
)
_SHARE: Final = 0.6  # of the text: minutes with an agenda have more around it

Mention = TypeVar("Mention", DateMention, InstitutionMention, PersonMention, CountMention)


def digest_items(text: str, dates: Sequence[DateMention]) -> list[Span]:
    """The pieces of a digest: its bulleted items, or its sections with headings; else nothing.

    A digest has three at least that name a day, and little else around them. What stands behind
    the last one is a piece as well if it names a day of a meeting.
    """
    meeting = [d for d in dates if d.role == "meeting"]
    days = [d for d in dates if d.role != "publication" and d.granularity != "month"]
    readings = (
        _bulleted(text, meeting),
        _dated(text, days),
        _labelled(text, days),
        _headed(text, days),
    )
    for pieces in readings:
        covered = sum(piece.end - piece.start for piece in pieces)
        if len(pieces) < _FEWEST or covered <= _SHARE * len(text):
            continue
        if _of_one_event(text, pieces, meeting):
            return []
        last = pieces[-1].end
        rest = any(d.span.start >= last for d in meeting)
        return [*pieces, Span(last, len(text))] if rest else pieces
    return []


def _of_one_event(text: str, pieces: Sequence[Span], meeting: Sequence[DateMention]) -> bool:
    """Whether the pieces are the days of one event, whose length or run of days stands before."""
    before = [d for d in meeting if d.span.end <= pieces[0].start]
    lasts = _LENGTH.search(lower(text[: pieces[0].start])) is not None
    return lasts or any(d.start < d.end and d.granularity != "month" for d in before)


def _bulleted(text: str, meeting: Sequence[DateMention]) -> list[Span]:
    """Bulleted or numbered items that are whole sentences with a day, without their bullets."""
    marks = list(_ITEM.finditer(text))
    items: list[Span] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        end = following.start() if following else _paragraph_end(text, mark.end())
        body = text[mark.end() : end].rstrip()
        days = any(mark.end() <= d.span.start < end for d in meeting)
        if len(body) >= _SHORTEST and days and "." in body[-2:]:
            items.append(Span(mark.end(), mark.end() + len(body)))
    return items


def _dated(text: str, days: Sequence[DateMention]) -> list[Span]:
    """Paragraphs below lines that hold nothing but a day: `14 EKİM PAZARTESİ`."""
    heads: list[tuple[int, int]] = []
    for day in days:
        start = text.rfind("\n", 0, day.span.start) + 1
        end = text.find("\n", day.span.end)
        rest = text[start : day.span.start] + text[day.span.end : end]
        if end > 0 and len(re.findall(r"\w", rest)) <= _BESIDE:
            heads.append((start, end))
    sections: list[Span] = []
    for (start, head_end), following in zip(heads, [*heads[1:], None], strict=False):
        body = text[head_end : following[0] if following else len(text)].rstrip()
        first = body.lstrip().partition("\n")[0]
        if len(first) >= _SHORTEST and "." in first:
            sections.append(Span(start, head_end + len(body)))
    return sections


_COLON: Final = re.compile(r"[ \t]?:[ \t]")


def _labelled(text: str, days: Sequence[DateMention]) -> list[Span]:
    """Paragraphs that open with a day and a colon: `15 Mayıs 2024 : ... yapıldı.`"""
    labels: list[tuple[int, int]] = []
    for day in days:
        start = text.rfind("\n", 0, day.span.start) + 1
        opens = not text[start : day.span.start].strip(" \t•*-–")
        if opens and _COLON.match(text, day.span.end):
            labels.append((start, day.span.end))
    sections: list[Span] = []
    for (start, stop), following in zip(labels, [*labels[1:], None], strict=False):
        end = _paragraph_end(text, stop)
        end = min(end, following[0]) if following else end
        body = text[stop:end].rstrip()
        if len(body) >= _SHORTEST_LINE and "." in body:
            sections.append(Span(start, stop + len(body)))
    return sections


def _headed(text: str, meeting: Sequence[DateMention]) -> list[Span]:
    """Sections of a short heading and a paragraph that opens with a day."""
    sections: list[Span] = []
    for match in _SECTION.finditer(text):
        opening = match.start("body")
        if any(opening <= d.span.start < opening + _OPENING for d in meeting):
            sections.append(Span(match.start("heading"), match.end()))
    return sections


def heading_day(piece: str, days: Sequence[DateMention]) -> list[DateMention]:
    """The days of a piece, the one that opens it or its body as a day of a meeting."""
    opened = piece.find("\n") + 1 + _OPENING
    first = next((d for d in days if d.role != "publication" and d.span.start < opened), None)
    return [replace(d, role="meeting") if d is first else d for d in days]


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end


class Part(Generic[Mention]):
    """The mentions inside one stretch of a text, as if it were a text of its own."""

    def __init__(self, stretch: Span, mentions: Sequence[Mention]) -> None:
        self._indexes = [
            k for k, m in enumerate(mentions) if stretch.start <= m.span.start < stretch.end
        ]
        position = {k: n for n, k in enumerate(self._indexes)}
        self.mentions: list[Mention] = [
            _moved(mentions[k], stretch.start, position) for k in self._indexes
        ]

    def original(self, indexes: Iterable[int]) -> tuple[int, ...]:
        """Indexes into the whole text's mentions."""
        return tuple(self._indexes[k] for k in indexes)


def _moved(mention: Mention, start: int, position: dict[int, int]) -> Mention:
    span = Span(mention.span.start - start, mention.span.end - start)
    if isinstance(mention, InstitutionMention) and mention.same_as is not None:
        return replace(mention, span=span, same_as=position.get(mention.same_as))
    return replace(mention, span=span)
