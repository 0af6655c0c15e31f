"""Tables of one-line cases with the expected values marked in the sentence.

`[Pendik Belediyesi]'nin` expects a mention with that name; `[Pendik = Pendik Belediyesi]` gives the
name where it differs from the surface; `[?Pendik Belediyesi]` may be found or not. `>>` ends the
name of the publisher, `|` begins what is no mark, `⏎` is a line break, `# ----` heads a phenomenon.
"""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "extraction" / "cases"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a sentence and the name that it stands for."""

    start: int
    end: int
    name: str
    optional: bool


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain sentence and its marks. Raises ValueError where a mark is unclosed or empty."""
    text, position = "", 0
    marks: list[Mark] = []
    while position < len(marked):
        letter = marked[position]
        position += 1
        if letter == "]":
            raise ValueError(f"a mark is closed that was never opened: {marked!r}")
        if letter != "[":
            text += letter
            continue
        closing = marked.find("]", position)
        content = marked[position:closing]
        if closing < 0 or "[" in content:
            raise ValueError(f"a mark is never closed: {marked!r}")
        optional = content.startswith("?")
        surface, equals, name = content.removeprefix("?").partition(" =")
        name = name.removeprefix(" ") if equals else surface
        if not all(part and part == part.strip() for part in (surface, name)):
            raise ValueError(f"a mark is empty or has spaces at its edges: {marked!r}")
        marks.append(Mark(len(text), len(text) + len(surface), name, optional))
        text += surface
        position = closing + 1
    return text, tuple(marks)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what was written, where, and under which phenomenon."""

    id: str
    phenomenon: str
    publisher: str | None
    sentence: str
    expected: str | None


def read_rows(name: str) -> list[Row]:
    """The rows of `cases/<name>.txt`. Raises ValueError for repeated sentences."""
    rows: list[Row] = []
    phenomenon = name
    for number, line in enumerate((CASES / f"{name}.txt").read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            phenomenon = line.lstrip("# -").strip()
        elif line.strip():
            rows.append(as_row(line, f"{name}:{number}", phenomenon))
    if len({(row.publisher, row.sentence) for row in rows}) < len(rows):
        raise ValueError(f"{name}: a sentence stands there twice")
    return rows


def as_row(line: str, id: str, phenomenon: str) -> Row:
    """A line of a table, taken apart."""
    publisher, found, rest = line.partition(" >> ")
    sentence, bar, expected = (rest if found else line).partition(" | ")
    return Row(
        id,
        phenomenon,
        publisher.strip() if found else None,
        sentence.strip().replace("⏎", "\n"),
        expected.strip() if bar else None,
    )
