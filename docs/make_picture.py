"""Draws docs/record.svg: a release with what was found in it marked, and the record beside it.

The text is that of the README, the record is what comes out of it today:

    python docs/make_picture.py
"""

import re
import textwrap
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

import tutanak

HERE: Final = Path(__file__).parent
README: Final = HERE.parent / "README.md"
PUBLISHED: Final = "2022-03-11"
COLUMNS: Final = 46
# Light tints that stay apart for most colour-blind readers; the legend names them in text as well.
TINTS: Final = {
    "dates": "#ffe08a",
    "institutions": "#a8d5f7",
    "people": "#c9e8b4",
    "counts": "#f6bfd0",
    "meetings": "#d9c8f2",
}
INK: Final = "#1f2328"
SIZE: Final = 11.0
WIDE: Final = 0.6021  # width of a DejaVu Sans Mono character, in sizes
HIGH: Final = 1.75  # height of a line, in sizes


def marks(record: tutanak.Record) -> list[tuple[int, int, str]]:
    """What to mark: start, end, kind. Where two overlap the later kind wins."""
    found = [(*meeting.span, "meetings") for meeting in record.meetings]
    found += [(*date.span, "dates") for date in record.dates]
    found += [(*count.span, "counts") for count in record.counts]
    found += [(*s, "institutions") for body in record.institutions for s in body.mentions]
    found += [(*span, "people") for person in record.people for span in person.mentions]
    return found


def summary(record: tutanak.Record) -> list[tuple[str, str]]:
    """The record in short lines, each with its kind."""
    lines: list[tuple[str, str]] = []

    def add(kind: str, rows: list[tuple[str, str]]) -> None:
        lines.append((kind, kind))
        for first, second in rows:
            lines.append(("", f"  {first}"))
            lines.extend(("", f"    {part}") for part in textwrap.wrap(second, COLUMNS))

    add(
        "meetings",
        [
            (
                f"{m.type}  {m.start} .. {m.end}",
                "by " + ", ".join(m.organizers) if m.organizers else "",
            )
            for m in record.meetings
        ],
    )
    add(
        "people",
        [
            (f"{' '.join(filter(None, (p.title, p.name)))}", f"{p.role} @ {p.institution}")
            for p in record.people
        ],
    )
    add(
        "institutions",
        [
            (
                b.name,
                (f"also {', '.join(b.aliases)}; " if b.aliases else "")
                + (
                    f"{b.id} ({b.match.method}, {b.match.score:.2f})"
                    if b.id
                    else "not in the registry"
                ),
            )
            for b in record.institutions
        ],
    )
    add(
        "counts",
        [(f"{c.qualifier} {c.low} {c.noun} ({c.unit})", "") for c in record.counts],
    )
    return lines


def draw(text: str, record: tutanak.Record) -> Figure:
    """The picture."""
    starts = [0]
    lines: list[str] = []
    for match in re.finditer(rf"\S.{{0,{COLUMNS - 1}}}(?=\s|\Z)", text, re.DOTALL):
        lines.append(match[0])
        starts.append(match.start())
    starts = starts[1:]
    right = summary(record)
    rows = max(len(lines) + 3, len(right)) + 1.5
    width = (COLUMNS + 4 + COLUMNS + 10) * WIDE * SIZE
    height = rows * HIGH * SIZE
    figure = Figure(figsize=(width / 72, height / 72), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")

    def put(x: float, row: float, words: str) -> None:
        y = (row + 1) * HIGH * SIZE
        axes.text(x, y, words, fontsize=SIZE, family="DejaVu Sans Mono", va="center", color=INK)

    def tint(x: float, row: float, characters: int, kind: str) -> None:
        y = (row + 1) * HIGH * SIZE
        box = FancyBboxPatch(
            (x, y - 0.72 * SIZE),
            characters * WIDE * SIZE,
            1.44 * SIZE,
            boxstyle="round,pad=0,rounding_size=2",
            facecolor=TINTS[kind],
            edgecolor="none",
        )
        axes.add_patch(box)

    margin = 2 * WIDE * SIZE
    for start, end, kind in marks(record):
        for row, (first, line) in enumerate(zip(starts, lines, strict=True)):
            a, b = max(start, first), min(end, first + len(line))
            if a < b:
                tint(margin + (a - first) * WIDE * SIZE, row, b - a, kind)
    for row, line in enumerate(lines):
        put(margin, row, line.replace("\n", " "))
    x = margin
    for kind in TINTS:
        tint(x, len(lines) + 1.5, len(kind), kind)
        put(x, len(lines) + 1.5, kind)
        x += (len(kind) + 1.5) * WIDE * SIZE
    half = (COLUMNS + 5) * WIDE * SIZE
    axes.plot([half, half], [0.4 * HIGH * SIZE, height - 0.4 * HIGH * SIZE], color="#d0d7de", lw=1)
    for row, (kind, line) in enumerate(right):
        if kind:
            tint(half + margin, row, len(line), kind)
        put(half + margin, row, line)
    return figure


def main() -> None:
    """Write the picture beside this file."""
    source = README.read_text(encoding="utf-8")
    found = re.search(r'text = """(.*?)"""', source, re.DOTALL)
    assert found is not None, "the README has no example text"
    text = found[1]
    record = tutanak.extract(text, published=PUBLISHED)
    mpl.rcParams |= {"svg.hashsalt": "tutanak", "text.hinting": "no_hinting"}
    figure = draw(text, record)
    figure.savefig(HERE / "record.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
