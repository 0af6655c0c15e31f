"""The visible lines of a page, in order, each with what its place in the page says of it."""

import re
from collections.abc import Iterator
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


def visible_lines(tree: Any) -> list[Line]:
    """The lines of a page. A small element counts as one line, so that a date in boxes is whole."""
    lines: list[Line] = []
    pending: list[tuple[str, bool]] = []

    def flush(*, linked: bool, **place: Any) -> None:
        text = " ".join(" ".join(part for part, _ in pending).split())
        leads = sum(len(part) for part, leads in pending if leads)
        pending.clear()
        if text:
            lines.append(Line(text, **place, linked=linked or leads > _MOST * len(text)))

    most = len(tree.text_content()) // 2
    nowhere: dict[str, Any] = {"heading": 0, "furniture": False, "dated": False, "linked": False}
    for event in _walk(tree, most, **nowhere):
        if isinstance(event, tuple):
            pending.append(event)
        else:
            flush(**event)
    flush(**nowhere)
    return lines


def _walk(element: Any, most: int, **place: Any) -> Iterator[tuple[str, bool] | dict[str, Any]]:
    """Texts, and after each line the place it stood in."""
    if not isinstance(element.tag, str):
        return
    tag = element.tag
    if tag in _SILENT:
        return
    block = tag in _BLOCKS
    outer = place
    if block:
        yield outer
    place = {
        "heading": int(tag[1]) if re.fullmatch("h[1-6]", tag) else place["heading"],
        "furniture": place["furniture"] or is_furniture(element, most),
        "dated": place["dated"] or (named_like_a_date(element) and len(_whole(element)) <= _SHORT),
        "linked": place["linked"] or tag == "a",
    }
    if place["dated"] and not outer["dated"]:
        yield outer
        yield _whole(element), place["linked"]
        yield place
        return
    if element.text:
        yield element.text, place["linked"]
    for child in element:
        yield from _walk(child, most, **place)
        if child.tail:
            yield child.tail, place["linked"]
    if block:
        yield place


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
