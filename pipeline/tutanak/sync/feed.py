"""RSS and Atom: what a feed lists."""

import calendar
import io
from datetime import UTC, date, datetime
from typing import Any

import feedparser

from tutanak.errors import FetchError
from tutanak.sync.entry import TURKEY, Entry, Page


def from_feed(content: bytes, *, url: str, kind: str = "") -> Page:
    """The entries of a feed, in its order.

    Args:
        content: The feed as it came.
        url: Where from; links in it may be relative.
        kind: Its type of content, where a server gave one.

    Raises:
        FetchError: This is no feed.
    """
    headers = {"content-location": url, "content-type": kind or "application/xml"}
    # As a stream: given bytes, feedparser would take them for the name of a file as well.
    parsed: Any = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not parsed.get("version") and not parsed.entries:
        reason = parsed.get("bozo_exception")
        raise FetchError(f"{url}: this is no RSS or Atom feed" + (f": {reason}" if reason else ""))
    entries = [_entry(one) for one in parsed.entries]
    older = next(
        (
            str(link.href)
            for link in parsed.feed.get("links", ())
            if link.get("rel") in ("next", "prev-archive") and link.get("href")
        ),
        None,
    )
    return Page(tuple(entry for entry in entries if entry is not None), older)


def _entry(one: Any) -> Entry | None:
    url = one.get("link") or ""
    if not url:
        return None
    # `in` first: feedparser gives the day of publication, and a warning, for a missing `updated`.
    published = _moment(one.published_parsed if "published_parsed" in one else None)
    changed = _moment(one.updated_parsed if "updated_parsed" in one else None) or published
    return Entry(
        url=str(url),
        title=" ".join(str(one.get("title") or "").split()) or None,
        published=_day(published),
        changed=changed,
    )


def _moment(parsed: Any) -> datetime | None:
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(TURKEY).date() if moment is not None else None
