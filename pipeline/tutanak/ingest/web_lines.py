"""The visible lines of a page, in order, each with what its place in the page says of it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from tutanak.resources import table
from tutanak.text.fold import ascii_fold, lower

_SILENT: Final = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "select",
        "textarea",
        "button",
        "head",
        "title",
    )
)
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br",
))  # fmt: skip
_FURNITURE: Final = frozenset(("nav", "footer", "aside", "form"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
COPYRIGHT: Final = re.compile(
    r"©|&copy;|\(c\)\s*\d|copyright|telif hakkı|tüm hakları|her hakkı", re.IGNORECASE
)
_SHORT: Final = 90
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line. `dated`: its element is named like one that holds a date; `linked`: most
    of it leads elsewhere.
    """

    text: str
    heading: int = 0
    furniture: bool = False
    dated: bool = False
    linked: bool = False


def words_of(page_words: str, key: str) -> tuple[str, ...]:
    """A list of `page_words.toml`, `_` read as a space."""
    return tuple(word.replace("_", " ") for word in table("page_words")[page_words][key].split())


@cache
def _marks(key: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words_of("furniture", key))))


def is_furniture(element: Any, most: int) -> bool:
    """Whether an element, by its name, class or id, is not part of the article.

    An element with more than `most` characters is the article, whatever it is called.
    """
    if element.tag in ("html", "body", "article", "main"):
        return False
    if element.tag in _FURNITURE or element.get("role") in ("navigation", "contentinfo"):
        return element.tag != "form" or len(element.text_content()) <= most
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
    name = f"{element.get('class', '')} {element.get('id', '')}"
    marked = hidden or (name != " " and _marks("marks").search(ascii_fold(name)) is not None)
    return bool(marked) and len(element.text_content()) <= most


def named_like_a_date(element: Any) -> bool:
    """Whether the element is called `tarih`, `entry-date` or the like."""
    name = " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))
    return element.tag == "time" or (bool(name) and _marks("dates").search(lower(name)) is not None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the page a text stands."""

    heading: int = 0
    furniture: bool = False
    dated: bool = False
    linked: bool = False


class _Gatherer:
    """Takes the texts of a page one after another, and makes lines of them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pending: list[tuple[str, bool]] = []

    def text(self, text: str | None, place: _Place) -> None:
        if text:
            self._pending.append((text, place.linked))

    def end_line(self, place: _Place) -> None:
        text = " ".join(" ".join(part for part, _ in self._pending).split())
        leads = sum(len(part) for part, linked in self._pending if linked)
        self._pending.clear()
        if text:
            linked = place.linked or leads > _MOST * len(text)
            self.lines.append(Line(text, place.heading, place.furniture, place.dated, linked))


def visible_lines(tree: Any) -> list[Line]:
    """The lines of a page. A small element counts as one line, so that a date in boxes is whole."""
    gatherer = _Gatherer()
    most = len(tree.text_content()) // 2
    # No recursion: broken pages nest their elements thousands deep. A step is an element to enter,
    # or one to leave, and then the text behind it in its parent's place.
    steps: list[tuple[Any, _Place, _Place | None]] = [(tree, _Place(), None)]
    while steps:
        element, outer, inner = steps.pop()
        visible = isinstance(element.tag, str) and element.tag not in _SILENT
        if inner is not None:
            if element.tag in _BLOCKS:
                gatherer.end_line(inner)
            gatherer.text(element.tail, outer)
        elif not visible:
            gatherer.text(element.tail, outer)
        else:
            if element.tag in _BLOCKS:
                gatherer.end_line(outer)
            inner = _inside(element, outer, most)
            if inner.dated and not outer.dated:
                gatherer.end_line(outer)
                gatherer.text(_whole(element), inner)
                gatherer.end_line(inner)
                gatherer.text(element.tail, outer)
                continue
            gatherer.text(element.text, inner)
            steps.append((element, outer, inner))
            steps.extend((child, inner, None) for child in reversed(element))
    gatherer.end_line(_Place())
    return gatherer.lines


def _inside(element: Any, outer: _Place, most: int) -> _Place:
    """The place of what stands in an element."""
    tag = element.tag
    return _Place(
        heading=int(tag[1])
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
        else outer.heading,
        furniture=outer.furniture or is_furniture(element, most),
        dated=outer.dated or (named_like_a_date(element) and len(_whole(element)) <= _SHORT),
        linked=outer.linked or tag == "a",
    )


def _whole(element: Any) -> str:
    """All visible text of a small element, parts apart."""
    parts = (
        text
        for child in element.iter()
        if isinstance(child.tag, str) and child.tag not in _SILENT
        for text in (child.text, child.tail if child is not element else None)
        if text
    )
    return " ".join(" ".join(parts).split())
