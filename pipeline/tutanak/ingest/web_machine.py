"""Days that a page states for machines: JSON-LD, meta elements, `time`, its address."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

_HOME: Final = ZoneInfo("Europe/Istanbul")
_DATE: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_ZONED: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)$", re.IGNORECASE
)
_ARTICLES: Final = ("article", "posting", "report", "news", "event", "webpage", "creativework")
_STRONG_META: Final = frozenset((
    "article:published_time", "og:published_time", "og:article:published_time",
    "article:published", "datepublished", "publishdate", "publish-date", "publish_date",
    "pubdate", "published_time", "published", "dc.date.issued", "dcterms.issued", "dc.issued",
    "dcterms.date.issued", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_date", "article_date_original", "cxenseparse:recs:publishtime", "yayintarihi",
    "yayin-tarihi", "datecreated", "article:post_date",
))  # fmt: skip
_WEAK_META: Final = frozenset((
    "date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "created", "tarih",
    "createdate",
))  # fmt: skip
_IN_ADDRESS: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/._-]?(0[1-9]|1[0-2])[/._-]?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(0[1-9]|[12]\d|3[01])[.-](0[1-9]|1[0-2])[.-]((?:19|20)\d\d)(?!\d)"
)
_NUMBERS: Final = re.compile(r"(?<!\d)(\d\d?)[./-](\d\d?)[./-](\d{4})(?!\d)")

Found = tuple[date, str]


def machine_day(written: str) -> date | None:
    """The day of a time stamp; one that names its offset as it was in Turkey."""
    written = written.strip()
    if (zoned := _ZONED.match(written)) is not None:
        offset = "+00:00" if zoned[3] in "Zz" else zoned[3]
        try:
            moment = datetime.fromisoformat(f"{zoned[1]}T{zoned[2]}{offset}")
            return in_turkey(moment)
        except (ValueError, OverflowError):
            return None
    found = _DATE.match(written)
    return _day(*found.groups()) if found is not None else None


def in_turkey(moment: datetime) -> date:
    """The day of a moment: UTC as it was in Turkey, any other offset as it is written."""
    if moment.utcoffset() == timedelta(0):
        return moment.astimezone(_HOME).date()
    return moment.date()


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """All objects of the JSON-LD scripts of a page, nested ones too."""
    objects: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            content = json.loads(re.sub(r"[\x00-\x1f]", " ", script.text or ""))
        except (ValueError, RecursionError):
            continue
        waiting = [content]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, dict):
                objects.append(one)
                waiting.extend(one.values())
            elif isinstance(one, list):
                waiting.extend(one)
    return objects


def types_of(thing: dict[str, Any]) -> str:
    """The type of a JSON-LD object, in small ASCII letters."""
    kinds = thing.get("@type", "")
    return " ".join(map(str, kinds if isinstance(kinds, list) else [kinds])).casefold()


def from_linked_data(tree: Any) -> Iterator[Found]:
    """`datePublished` of the article."""
    found = []
    for thing in linked_data(tree):
        for key in ("datePublished", "dateCreated"):
            written = thing.get(key)
            day = machine_day(written) if isinstance(written, str) else None
            if day is not None:
                kind = types_of(thing)
                rank = next((i for i, name in enumerate(_ARTICLES) if name in kind), 9)
                found.append((key != "datePublished", rank, day, f"JSON-LD {key}"))
    for _, _, day, where in sorted(found, key=lambda one: one[:2]):
        yield day, where


def from_meta(tree: Any, *, strong: bool) -> Iterator[Found]:
    """Meta elements: `strong` ones say that they mean publication."""
    names = _STRONG_META if strong else _WEAK_META
    for element in tree.iterfind(".//meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key, "").casefold()
            if name in names and (day := _any_day(element.get("content", ""))) is not None:
                yield day, f"meta {name}"


def _any_day(written: str) -> date | None:
    """A time stamp, or day, month and year in Turkish order."""
    day = machine_day(written)
    if day is None and (found := _NUMBERS.search(written)) is not None:
        day = _day(found[3], found[2], found[1])
    return day


def from_time(tree: Any) -> Iterator[Found]:
    """`time` and microdata that say that they are of publication."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if not isinstance(element.tag, str):
            continue
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".casefold()
        published = "datepublished" in marks or element.get("pubdate") is not None
        published |= element.tag == "time" and "publish" in marks
        if not published or "updated" in marks.replace("published updated", ""):
            continue
        for key in ("datetime", "content", "title"):
            if (day := _any_day(element.get(key, ""))) is not None:
                yield day, f"{element.tag} {key}"
                break


def from_address(url: str | None) -> Iterator[Found]:
    """A day in the address of a page."""
    if url is None:
        return
    path = re.sub(r"^https?://[^/]+", "", url)
    for found in _IN_ADDRESS.finditer(path):
        year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
        if (known := _day(year, month, day)) is not None:
            yield known, "the address"
