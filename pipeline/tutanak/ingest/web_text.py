"""The text of a page's article, by trafilatura, and how much of it was left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from tutanak.ingest.web_lines import COPYRIGHT, Line
from tutanak.optional import extra
from tutanak.text.fold import plain

_SENTENCE: Final = re.compile(r"[.!?…:][\"'”’)]*\s*$")
_FEW_WORDS: Final = 8
_SHORT: Final = 140
_BLOCKS: Final = frozenset(
    ("p", "head", "quote", "list", "table", "row", "item", "lb", "fw", "div")
)


@dataclass(frozen=True, slots=True)
class Article:
    """The text, and the paragraphs beside it that read like text and did not come in."""

    text: str
    left: tuple[str, ...] = ()


def article(tree: Any, lines: list[Line]) -> Article:
    """The article of a page: of trafilatura's ways to find it, the first that leaves nothing."""
    best: Article | None = None
    for favor_recall in (False, True):
        text = _extracted(tree, favor_recall=favor_recall)
        one = Article(text, tuple(_left(text, lines)))
        if text and not one.left:
            return one
        if text and (best is None or _size(one) < _size(best)):
            best = one
    whole = "\n".join(line.text for line in lines if not line.furniture)
    if best is None or _size(best) > len(best.text):
        # Nothing looks like an article: an old page of tables. All but its furniture is the text.
        return Article(whole)
    return best


def _size(one: Article) -> int:
    return sum(map(len, one.left))


def _extracted(tree: Any, *, favor_recall: bool) -> str:
    with extra("archives"):
        import trafilatura
        from lxml import etree

    try:
        document = trafilatura.bare_extraction(
            etree.tostring(tree, encoding="unicode", method="html"),
            include_comments=False,
            include_tables=True,
            favor_recall=favor_recall,
            deduplicate=False,
        )
        body = getattr(document, "body", None)
        lines = "".join(_texts(body)).split("\n") if body is not None else []
    except RecursionError:  # elements nested too deep for it: all but the furniture is the text
        return ""
    kept = [line for line in (" ".join(one.split()) for one in lines) if line]
    while len(kept) > 1 and len(kept[-1]) <= _SHORT and COPYRIGHT.search(kept[-1]):
        kept.pop()
    return "\n".join(kept)


def _texts(element: Any) -> Iterator[str]:
    """The text of an element of trafilatura's tree; blocks on lines of their own."""
    tag = element.tag
    if tag == "row":
        cells = [" ".join("".join(cell.itertext()).split()) for cell in element]
        yield "\n" + " | ".join(cell for cell in cells if cell) + "\n"
    else:
        if tag in _BLOCKS:
            yield "\n- " if tag == "item" else "\n"
        yield element.text or ""
        for child in element:
            yield from _texts(child)
        if tag in _BLOCKS:
            yield "\n"
    yield element.tail or ""


def _left(text: str, lines: list[Line]) -> Iterator[str]:
    """Lines between the first and the last that came in, which read like text and did not."""
    have = "".join(plain(text).split())
    marks = [_key(line.text) in have if _reads(line) else None for line in lines]
    kept = [number for number, mark in enumerate(marks) if mark]
    if not kept:
        yield from (line.text for line in lines if _reads(line))
        return
    for number in range(kept[0], len(lines)):
        later = number > kept[-1] and any(line.heading for line in lines[kept[-1] : number])
        if marks[number] is False and not later:
            yield lines[number].text


def _key(text: str) -> str:
    return "".join(plain(text).split())


def _reads(line: Line) -> bool:
    """Whether a line is a sentence or more, and no furniture."""
    return (
        not line.furniture
        and not line.heading
        and not line.linked
        and len(line.text.split()) >= _FEW_WORDS
        and _SENTENCE.search(line.text) is not None
    )
