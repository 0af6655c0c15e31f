"""Sitemaps and their indexes, plain or compressed (sitemaps.org)."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from lxml import etree

from tutanak.errors import FetchError
from tutanak.fetch.body import gunzipped
from tutanak.sync.entry import TURKEY, Entry, More, Page

_GZIP: Final = b"\x1f\x8b"


def from_sitemap(content: bytes, *, url: str, max_bytes: int) -> Page:
    """The pages of a sitemap, or the sitemaps of an index (`more`).

    Args:
        content: The sitemap as it came; a `.gz` is decompressed here.
        url: Where from, for messages.
        max_bytes: Longest sitemap once decompressed.

    Raises:
        FetchError: This is no sitemap.
        TooLargeError: It is longer than `max_bytes`.
    """
    if content.startswith(_GZIP):
        content = gunzipped(content, max_bytes=max_bytes, name=url)
    entries: list[Entry] = []
    more: list[More] = []
    for tag, found in _blocks(content, url):
        if not (address := found.get("loc", "").strip()):
            continue
        changed = moment_of(found.get("lastmod"))
        if tag == "sitemap":
            more.append(More(address, changed))
        else:
            day = moment_of(found.get("publication_date"))
            title = " ".join(found.get("title", "").split()) or None
            published = day.astimezone(TURKEY).date() if day else None
            entries.append(Entry(address, title, published, changed))
    return Page(tuple(entries), more=tuple(more))


def _blocks(content: bytes, url: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each `<url>` or `<sitemap>` with the texts of its elements, by local name."""
    known = False
    try:
        walk: Any = etree.iterparse(
            io.BytesIO(content),
            events=("end",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in walk:
            tag = etree.QName(element).localname
            known = known or tag in ("urlset", "sitemapindex")
            if tag in ("url", "sitemap"):
                known = True
                yield tag, {etree.QName(one).localname: one.text or "" for one in _parts(element)}
                element.clear()
    except etree.XMLSyntaxError as error:
        raise FetchError(f"{url}: this is no sitemap: {error}") from None
    if not known:
        raise FetchError(f"{url}: this is no sitemap: it has neither <urlset> nor <sitemapindex>")


def _parts(element: Any) -> Iterator[Any]:
    """The elements of a page and of its `<news:news>`: those of pictures have a `loc` as well."""
    for part in element.iterchildren(etree.Element):
        yield from part if etree.QName(part).localname == "news" else [part]


def moment_of(written: str | None) -> datetime | None:
    """A W3C date; a day alone means its end in Turkey, so that a change on it is not missed."""
    text = (written or "").strip()
    try:
        if len(text) == len("2024-05-05"):
            day = date.fromisoformat(text)
            return datetime.combine(day, time(23, 59, 59), TURKEY).astimezone(UTC)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


LISTED_LATE: Final = timedelta(hours=1)
"""How far a source's clock may go wrong."""
