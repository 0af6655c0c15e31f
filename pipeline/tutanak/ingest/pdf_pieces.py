"""The characters of a PDF page to pieces of lines with their boxes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_high
from typing import Any

from tutanak.ingest.pdf_layout import Piece, is_gap

Box = tuple[float, float, float, float]
_LINE_ENDS = "\r\n"


def pieces_of(text_page: Any) -> list[Piece]:
    """The pieces of a page (pypdfium2). A character without a meaning comes out as U+FFFD."""
    text: list[str] = []
    boxes: list[Box] = []
    pieces: list[Piece] = []
    for sign, box in _signs(text_page):
        if sign in _LINE_ENDS:
            pieces += _parted("".join(text), boxes)
            text, boxes = [], []
            continue
        text.append(sign)
        boxes.append(box)
    return pieces + _parted("".join(text), boxes)


def _signs(text_page: Any) -> Iterator[tuple[str, Box]]:
    import pypdfium2.raw as pdfium

    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        yield _sign(code), text_page.get_charbox(index, loose=True)


def _sign(code: int) -> str:
    if 0xF000 <= code <= 0xF0FF:  # a sign of the fonts Symbol and Wingdings: a bullet, mostly
        return "•"
    private = 0xE000 <= code <= 0xF8FF
    known = 0 < code < 0xD800 or 0xDFFF < code < 0x110000
    return chr(code) if known and not private else "\ufffd"


def _parted(text: str, boxes: Sequence[Box]) -> list[Piece]:
    """A line parted where columns are: a wide gap, or a step back to the left."""
    pieces: list[Piece] = []
    start = 0
    inked = [i for i, sign in enumerate(text) if not sign.isspace()]
    for here, there in pairwise(inked):
        height = boxes[here][3] - boxes[here][1]
        back = boxes[there][0] < boxes[here][0] - 3 * height
        if back or is_gap(boxes[here][2], boxes[there][0], height):
            pieces += _piece(text[start:there], boxes[start:there])
            start = there
    return pieces + _piece(text[start:], boxes[start:])


def _piece(text: str, boxes: Sequence[Box]) -> list[Piece]:
    inked = [box for sign, box in zip(text, boxes, strict=True) if not sign.isspace()]
    if not inked:
        return []
    # The middle of the heights: a raised sign does not move its line.
    bottom, top = (median_high(box[i] for box in inked) for i in (1, 3))
    left, right = min(box[0] for box in inked), max(box[2] for box in inked)
    return [Piece(left, bottom, right, top, " ".join(text.split()))]
