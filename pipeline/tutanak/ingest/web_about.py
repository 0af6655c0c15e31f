"""The headline of a page, and who published it."""

import re
from collections.abc import Iterator
from typing import Any, Final

from tutanak.ingest.clean import clean_line
from tutanak.ingest.web_machine import linked_data, types_of
from tutanak.text.fold import plain

_JOINS: Final = re.compile(r"\s+[|»·•–—-]\s+|\s*[|»]\s*")
_OWNER: Final = re.compile(
    r"(?:©|&copy;|\(c\)|copyright)[\s,.:-]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,.:|-]*"
    r"(?P<name>[^©|.,\n]{4,80}?)(?:\s*(?:[-–|.,]|tüm hak|her hak|all rights|(?:19|20)\d\d)|\s*$)",
    re.IGNORECASE,
)
_NO_OWNER: Final = re.compile(
    r"tüm hak|her hak|all rights|copyright|www\.|\.com|\.tr\b|saklı", re.I
)
_ADDRESS: Final = re.compile(r"^(?:https?:|www\.)|^\S+\.[a-z]{2,}$", re.IGNORECASE)
_HEADLINES: Final = ("article", "posting", "report", "news")


def title_of(tree: Any) -> str | None:
    """The headline: as stated for machines, else the first of its kind in the page."""
    return next(filter(None, map(clean_line, _titles(tree))), None)


def _titles(tree: Any) -> Iterator[str | None]:
    for thing in linked_data(tree):
        headline = thing.get("headline")
        if isinstance(headline, str) and any(kind in types_of(thing) for kind in _HEADLINES):
            yield headline
    heads = [text for head in tree.iter("h1") if (text := clean_line(head.text_content()))]
    written = clean_line(_meta(tree, "og:title")) or clean_line(_title_element(tree))
    if written is None:
        yield from heads
        return
    parts = [part for part in _JOINS.split(written) if part]
    known = {plain(written), *(plain(part) for part in parts[: max(1, len(parts) - 1)])}
    yield next((head for head in heads if plain(head) in known), None)
    sub = [text for head in tree.iter("h2", "h3") if (text := clean_line(head.text_content()))]
    known = {plain(text) for text in sub}
    yield next((part for part in parts if plain(part) in known), None)
    site = plain(_meta(tree, "og:site_name") or "")
    left = [part for part in parts if plain(part) != site]
    if len(heads) == 1 and not any(plain(part) in plain(heads[0]) for part in left):
        # One headline beside a title that is the same on all pages of a site.
        yield heads[0]
    yield max(left, key=len) if len(left) > 1 else (left[0] if left else written)


def publisher_of(tree: Any) -> str | None:
    """Who published the page, as its machine-written parts or its line of copyright say."""
    return next((name for name in map(clean_line, _publishers(tree)) if _is_name(name)), None)


def _is_name(name: str | None) -> bool:
    """Whether it is a name: words, and no address."""
    return bool(name) and sum(map(str.isalpha, name or "")) > 2 and not _ADDRESS.search(name or "")


def _publishers(tree: Any) -> Iterator[str | None]:
    things = linked_data(tree)
    for thing in things:
        publisher = thing.get("publisher")
        if isinstance(publisher, list):
            publisher = publisher[0] if publisher else None
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and not name.startswith("http"):
            yield name
    for name in ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher"):
        yield _meta(tree, name)
    for thing in things:
        if any(kind in types_of(thing) for kind in ("organization", "website")):
            name = thing.get("name")
            yield name if isinstance(name, str) else None
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        for text in (element.text, element.tail):
            found = _OWNER.search(text) if text and len(text) < 300 else None
            if found is not None and _NO_OWNER.search(found["name"]) is None:
                yield found["name"].strip(" -–|")
    yield _meta(tree, "copyright")
    yield _meta(tree, "author") if _is_body(_meta(tree, "author")) else None
    parts = _JOINS.split(_title_element(tree) or "")
    yield next((part for part in reversed(parts) if len(parts) > 1 and _is_body(part)), None)


_BODY: Final = re.compile(
    r"(?:belediyesi|bakanlığı|valiliği|kaymakamlığı|müdürlüğü|başkanlığı|üniversitesi|odası|birliği|"
    r"derneği|vakfı|kurumu|kurulu|ajansı|meclisi|merkezi|konseyi|sendikası|federasyonu)(?:\W|$)"
)


def _is_body(name: str | None) -> bool:
    return name is not None and _BODY.search(plain(name)) is not None


def _meta(tree: Any, name: str) -> str | None:
    for element in tree.iter("meta"):
        if name in (element.get("property", "").casefold(), element.get("name", "").casefold()):
            return str(element.get("content", "")) or None
    return None


def _title_element(tree: Any) -> str | None:
    element = tree.find(".//title")
    return None if element is None else str(element.text_content())
