"""Sentences with their dates and bodies marked: `[dün=2021-03-04]`, `[9-11 Kasım=2022-11-09/11-11]`, `{Ordu Valiliği}`.

`[08.03.2021=!2021-03-08]` is a publication date, `[8 Mart=?2021-03-08]` a date of something else.
"""

import re
from datetime import date

from tutanak.extraction.meetings import find_meetings
from tutanak.records import (
    CountMention,
    DateMention,
    DateRole,
    InstitutionMention,
    MeetingMention,
    Span,
    Why,
)

_MARK = re.compile(r"\[(?P<day>[^\]=]+)=(?P<role>[!?]?)(?P<start>[\d-]+)(?:/(?P<end>[\d-]+))?\]|\{(?P<body>[^}]+)\}")
_ROLES: dict[str, DateRole] = {"": "meeting", "!": "publication", "?": "other"}
_WHY = Why("marked")


def read_marks(marked: str) -> tuple[str, list[DateMention], list[InstitutionMention]]:
    """The bare text of `marked` with what its marks say."""
    text, position = "", 0
    dates: list[DateMention] = []
    bodies: list[InstitutionMention] = []
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        surface = mark["day"] or mark["body"]
        span = Span(len(text), len(text) + len(surface))
        text += surface
        if mark["body"]:
            bodies.append(InstitutionMention(span, surface, "full", _WHY))
            continue
        start = date.fromisoformat(mark["start"])
        end = start
        if mark["end"]:
            end = date.fromisoformat(mark["start"][: 10 - len(mark["end"])] + mark["end"])
        month = start.day == 1 and end.day >= 28
        dates.append(
            DateMention(
                span, surface, start, end, _ROLES[mark["role"]], "month" if month else "day", _WHY
            )
        )
    return text + marked[position:], dates, bodies


def meetings_of(
    marked: str, *, publisher: str | None = None, counts: tuple[CountMention, ...] = ()
) -> tuple[list[MeetingMention], list[InstitutionMention]]:
    """What `find_meetings` makes of a marked text, and the bodies that it indexes."""
    text, dates, bodies = read_marks(marked)
    found = find_meetings(
        text, dates=dates, institutions=bodies, people=[], counts=counts, publisher=publisher
    )
    return found, bodies


def shown(meeting: MeetingMention) -> str:
    """Type and days on one line: `çalıştay 2022-11-09/2022-11-11`, `panel -`."""
    if meeting.start is None or meeting.end is None:
        return f"{meeting.type} -"
    if meeting.start == meeting.end:
        return f"{meeting.type} {meeting.start}"
    return f"{meeting.type} {meeting.start}/{meeting.end}"
