"""Pieces of text on a page, with their boxes, in the order in which people read them.

Units are points; the origin is the lower left corner of the page, as in PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

# A gap inside a line that is wider than this many heights of its letters parts two columns.
_GAP: Final = 1.7
_GUTTER: Final = 6.0
_FEW_LINES: Final = 3
_FULL: Final = 0.55
_FEW_LETTERS: Final = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line, and its box. `full`: it reaches the right edge of its column."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    full: bool = False

    @property
    def height(self) -> float:
        """Of its letters."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height on the page at which it stands."""
        return (self.top + self.bottom) / 2


def is_gap(before: float, after: float, height: float) -> bool:
    """Whether the white between two letters of a line parts columns."""
    return after - before > _GAP * max(height, 4.0)


def reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of a page from its pieces: column by column where it has columns of prose.

    Pieces that stand beside each other outside such columns are cells of a row: ` | ` between them.
    """
    if not pieces:
        return []
    gutter = _gutter(pieces)
    if gutter is None:
        return _rows(pieces)
    lines: list[Piece] = []
    crossing = [one for one in pieces if one.left < gutter < one.right]
    edges = [
        float("inf"),
        *(one.middle for one in sorted(crossing, key=lambda one: -one.middle)),
        float("-inf"),
    ]
    spanning = sorted(crossing, key=lambda one: -one.middle)
    for number, (upper, lower) in enumerate(pairwise(edges)):
        between = [p for p in pieces if lower < p.middle < upper and p not in crossing]
        for side in (
            [p for p in between if p.right <= gutter],
            [p for p in between if p.left >= gutter],
        ):
            lines += reading_order(side) if side else []
        if number < len(spanning):
            lines += _rows([spanning[number]])
    return lines


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the white between two columns of prose, or None where there is none."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    best: tuple[int, float] | None = None
    for start in sorted({p.left for p in pieces}):
        if not left + 0.15 * (right - left) < start < right - 0.15 * (right - left):
            continue
        beside = [p for p in pieces if p.left >= start - 1]
        before = [p for p in pieces if p.right < start - _GUTTER]
        crossing = len(pieces) - len(beside) - len(before)
        edge = max((p.right for p in before), default=left)
        if crossing > min(len(beside), len(before)) / 2 or not (_prose(before) and _prose(beside)):
            continue
        if _overlap(before, beside) and (best is None or crossing < best[0]):
            best = (crossing, (edge + start) / 2)
    return best[1] if best is not None else None


def _prose(column: Sequence[Piece]) -> bool:
    """Whether the lines of a column are text that runs on, not cells of a table."""
    if len(column) < _FEW_LINES:
        return False
    width = max(p.right for p in column) - min(p.left for p in column)
    full = sum(p.right - p.left > _FULL * width for p in column)
    return full > len(column) / 2 and median(len(p.text) for p in column) >= _FEW_LETTERS


def _overlap(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two columns stand beside each other and not one below the other."""
    upper = min(max(p.top for p in one), max(p.top for p in other))
    lower = max(min(p.bottom for p in one), min(p.bottom for p in other))
    shorter = min(max(p.top for p in side) - min(p.bottom for p in side) for side in (one, other))
    return upper - lower > 0.5 * shorter


def _rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of one column, from the top; whether each is full is measured by the widest."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left)):
        if rows and abs(rows[-1][0].middle - piece.middle) < 0.5 * min(
            rows[-1][0].height, piece.height
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    joined = [_joined(sorted(row, key=lambda p: p.left)) for row in rows]
    edge = max(p.right for p in joined)
    width = edge - min(p.left for p in joined)
    return [
        Piece(p.left, p.bottom, p.right, p.top, p.text, full=edge - p.right < 0.2 * width)
        for p in joined
    ]


def _joined(row: Sequence[Piece]) -> Piece:
    text = row[0].text
    for before, after in pairwise(row):
        apart = is_gap(before.right, after.left, min(before.height, after.height))
        text += (" | " if apart else " ") + after.text
    return Piece(
        row[0].left,
        min(p.bottom for p in row),
        max(p.right for p in row),
        max(p.top for p in row),
        " ".join(text.split()),
    )
