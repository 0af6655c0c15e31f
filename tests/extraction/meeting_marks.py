"""Texts with their dates and bodies marked, and the events that they must give.

`[dün=2021-03-04]` is a day of a meeting, `[9-11 Kasım=2022-11-09/11-11]` a run of days,
`[08.03.2021=!2021-03-08]` a publication date, `[8 Mart=?2021-03-08]` a date of something else,
`{Ordu Valiliği}` the name of a body.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tutanak.extraction.meetings import find_meetings
from tutanak.records import (
    DateMention,
    DateRole,
    InstitutionMention,
    MeetingMention,
    Span,
    Why,
)

_DAY = r"\[(?P<day>[^\]=\n]+)=(?P<role>[!?]?)(?P<start>[\d-]+)(?:/(?P<end>[\d-]+))?\]"
_MARK = re.compile(_DAY + r"|\{(?P<body>[^}\n]+)\}")
_ROLES: dict[str, DateRole] = {"": "meeting", "!": "publication", "?": "other"}
_WHY = Why("marked")


@dataclass(frozen=True)
class Case:
    """One block of the table. `publisher`: who issued the text."""

    id: str
    events: list[str]
    details: dict[str, str]
    marked: str
    publisher: str | None

    @property
    def text(self) -> str:
        """The text without its marks."""
        return read_marks(self.marked)[0]


def read_cases() -> list[Case]:
    """The blocks of the three tables of cases."""
    tables = [
        Path(__file__).with_name(f"meeting_cases{more}.txt") for more in ("", "_more", "_third")
    ]
    table = "\n".join(path.read_text(encoding="utf-8") for path in tables)
    cases = []
    for block in re.split(r"^== ", table, flags=re.M)[1:]:
        head, _, rest = block.partition("\n")
        name, _, events = head.partition(": ")
        details = {}
        while rest.startswith("-- "):
            line, _, rest = rest.partition("\n")
            key, _, value = line[3:].partition(": ")
            details[key] = value
        marked = re.sub(r"^# ----.*", "", rest, flags=re.M).strip("\n")
        expected = [] if events == "none" else events.split(" + ")
        publisher = details.pop("publisher", None)
        cases.append(Case(name, expected, details, marked, publisher))
    return cases


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
        ending = mark["end"] or ""
        end = date.fromisoformat(mark["start"][: 10 - len(ending)] + ending) if ending else start
        month = start.day == 1 and end.day >= 28
        dates.append(
            DateMention(
                span, surface, start, end, _ROLES[mark["role"]], "month" if month else "day", _WHY
            )
        )
    return text + marked[position:], dates, bodies


def meetings_of(
    marked: str, *, publisher: str | None = None
) -> tuple[list[MeetingMention], list[InstitutionMention]]:
    """What `find_meetings` makes of a marked text, and the bodies that it indexes."""
    text, dates, bodies = read_marks(marked)
    found = find_meetings(
        text, dates=dates, institutions=bodies, people=[], counts=[], publisher=publisher
    )
    return found, bodies


def shown(meeting: MeetingMention) -> str:
    """Type and days on one line: `çalıştay 2022-11-09/2022-11-11`, `panel -`."""
    if meeting.start is None or meeting.end is None:
        return f"{meeting.type} -"
    if meeting.start == meeting.end:
        return f"{meeting.type} {meeting.start}"
    return f"{meeting.type} {meeting.start}/{meeting.end}"


def detail_of(found: list[MeetingMention], bodies: list[InstitutionMention], key: str) -> str:
    """A detail as the table writes it: `-` for None, names joined by `, `."""
    number, _, name = key.rpartition(".")
    meeting = found[int(number or 1) - 1]
    if name == "organizers":
        return ", ".join(bodies[k].name for k in meeting.organizers) or "-"
    value = getattr(meeting, name)
    return "-" if value is None else str(value)
