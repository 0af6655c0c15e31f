"""What a source lists: addresses of releases, with what the source says of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

# Feeds give moments in UTC; the day of publication is that of Turkey (no summer time since 2016).
TURKEY: Final = timezone(timedelta(hours=3))


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a source lists. `changed` is when the source says that it last changed."""

    url: str
    title: str | None = None
    published: date | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file in a watched folder. `key` names it for good, `stamp` its size and time of change."""

    path: Path
    source: str
    key: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its entries, and the address of the page with older ones."""

    entries: tuple[Entry, ...]
    older: str | None = None
    more: tuple["More", ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """Another list that a list names: a sitemap in an index."""

    url: str
    changed: datetime | None = None
