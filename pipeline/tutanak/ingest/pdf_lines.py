"""Lines of pages to text: running heads out, cut words mended, paragraphs whole."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tutanak.ingest.pdf_layout import Piece

_EDGE: Final = 2  # lines at the top and bottom of a page that may be running heads
_NUMBER: Final = re.compile(
    r"[\s–—|-]*(?:sayfa|syf\.?|s\.|page)?[\s:.]*\d{1,4}(?:\s*(?:/|of|-)\s*\d{1,4})?[\s–—|.-]*", re.I
)
_DIGITS: Final = re.compile(r"\d+")
_SOFT: Final = ("\u00ad", "\x02", "\ufffe")
_DASHES: Final = ("-", "‐", "‑")
_OPENS: Final = re.compile(r"(?:[•●▪■◦*–—-]|\(?\d{1,2}[.)]|\(?[a-zçğıöşü]\))\s", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def without_running_heads(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], int]:
    """The pages without page numbers and repeated heads, and how many characters those had.

    The first page keeps a head that is on all: it may be the letterhead.
    """
    if len(pages) < 2:
        return [list(page) for page in pages], 0
    counts = Counter(key for page in pages for key in {_key(line) for line in page})
    often = {key for key, count in counts.items() if count >= max(2, len(pages) / 2)}
    kept: list[list[Piece]] = []
    left_out = 0
    seen: set[str] = set()
    for page in pages:
        heads = _heads(page, often)
        lines = []
        for line in page:
            again = _NUMBER.fullmatch(line.text) is not None or _key(line) in seen
            if id(line) in heads and again:
                left_out += len(line.text)
            else:
                lines.append(line)
        seen |= {_key(line) for line in page if id(line) in heads}
        kept.append(lines)
    return kept, left_out


def _heads(page: Sequence[Piece], often: set[str]) -> set[int]:
    """The lines at both ends of a page that are numbers or stand on many pages."""
    by_height = sorted(page, key=lambda line: -line.middle)
    heads: set[int] = set()
    for edge in (by_height[:_EDGE], by_height[::-1][:_EDGE]):
        for line in edge:
            head = _key(line) in often and _ENDS.search(line.text) is None
            if _NUMBER.fullmatch(line.text) is None and not head:
                break
            heads.add(id(line))
    return heads


def _key(line: Piece) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()))


def to_text(pages: Sequence[Sequence[Piece]]) -> str:
    """The paragraphs of all pages, each on a line; one that a page cuts is whole again."""
    paragraphs: list[str] = []
    for page in pages:
        for number, line in enumerate(page):
            first = number == 0
            on = bool(paragraphs) and (
                _over_page(paragraphs[-1], line.text) if first else runs_on(page[number - 1], line)
            )
            if on:
                paragraphs[-1] = glue(paragraphs[-1], line.text)
            else:
                paragraphs.append(line.text)
    return "\n".join(_whole(paragraph) for paragraph in paragraphs)


def runs_on(line: Piece, following: Piece) -> bool:
    """Whether a paragraph goes on in the following line."""
    if line.text.endswith((*_SOFT, *_DASHES)) and line.text[-2:-1].isalnum():
        return following.text[:1].isalnum()
    space = line.bottom - following.top
    return (
        line.full
        and " | " not in line.text
        and " | " not in following.text
        and abs(line.height - following.height) < 0.2 * line.height
        and -line.height < space < 0.9 * line.height
        and not (_ENDS.search(line.text) and following.left > line.left + line.height)
        and _OPENS.match(following.text) is None
    )


def _over_page(before: str, after: str) -> bool:
    return after[:1].islower() and not _ENDS.search(before)


def _is_cut(text: str) -> bool:
    return text.endswith((*_SOFT, *_DASHES)) and text[-2:-1].isalpha()


def glue(before: str, after: str) -> str:
    """Two lines as one; a word that was cut is whole again."""
    if before.endswith((*_SOFT, *_DASHES)) and before[-2:-1].isalnum():
        # `Türk-` and `Alman`, `2019-` and `2020` keep their dash.
        mended = _is_cut(before) and after[:1].islower()
        return before[:-1] + ("" if mended else "-") + after
    return f"{before} {after}"


def _whole(text: str) -> str:
    for sign in _SOFT:
        text = text.replace(sign, "-" if sign != "\u00ad" else "")
    return text
