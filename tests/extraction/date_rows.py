"""Reads the tables of dates: `[surface|value]` marks an item, `== group | day` opens a group."""

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_MARK = re.compile(r"\[(?P<surface>[^\[\]|]+)\|(?P<value>[^\[\]|]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of a sentence and what is expected of it."""

    start: int
    surface: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: the plain text, the day it was written, and its marks in order."""

    id: str
    group: str
    reference: str | None
    text: str
    marks: tuple[Marked, ...]


def read_rows(name: str) -> list[Row]:
    """The rows of `<name>.txt`. Raises ValueError where a bracket is left or a row repeats."""
    rows: list[Row] = []
    group, reference = name, None
    for number, line in enumerate((HERE / f"{name}.txt").read_text("utf-8").splitlines(), 1):
        if line.startswith("== "):
            group, _, day = (part.strip() for part in line[3:].partition("|"))
            reference = None if day in ("", "-") else day
        elif line.strip() and not line.startswith("# "):
            text, marks = _parse(line.replace("⏎", "\n"))
            rows.append(Row(f"{name}:{number}", group, reference, text, marks))
    if len({(row.text, row.reference) for row in rows}) < len(rows):
        raise ValueError(f"{name}: a row stands there twice")
    return rows


def _parse(line: str) -> tuple[str, tuple[Marked, ...]]:
    text, position, marks = "", 0, []
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        marks.append(Marked(len(text), match["surface"], match["value"]))
        text += match["surface"]
        position = match.end()
    text += line[position:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark is unclosed: {line!r}")
    return text, tuple(marks)
