"""A place with sources.toml and a store, where rounds are run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutanak.store import open_store
from tutanak.store.store import Store
from tutanak.sync.options import Options
from tutanak.sync.report import SourceReport, SyncReport
from tutanak.sync.rounds import synchronise
from tutanak.sync.sources import read_sources

FETCH = """
[fetch]
delay = 0
backoff = "0.01s"
timeout = "1s"
deadline = "2s"
patience = "1s"
max_bytes = 100000
allow_private = ["127.0.0.0/8"]
"""
START = datetime(2024, 6, 1, 9, tzinfo=UTC)


@dataclass(slots=True)
class Place:
    """Where rounds are run. `now` is what the clock says; it stands until a test moves it."""

    folder: Path
    url: str
    now: datetime = START
    reports: list[SyncReport] = field(default_factory=list)

    def write(self, tables: str) -> Path:
        """Write sources.toml."""
        path = self.folder / "sources.toml"
        path.write_text(FETCH + tables, encoding="utf-8")
        return path

    def file(self, name: str, text: str) -> Path:
        """Write a file of a watched folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def sync(self, options: Options | None = None, *, workers: int = 1) -> SyncReport:
        """One round."""
        sources = read_sources(self.folder / "sources.toml")
        report = synchronise(
            sources, store=self.url, options=options, workers=workers, clock=lambda: self.now
        )
        self.reports.append(report)
        return report

    def one(self, options: Options | None = None) -> SourceReport:
        """One round over the only source."""
        (source,) = self.sync(options).sources
        return source

    def later(self, **length: float) -> None:
        """Move the clock."""
        self.now += timedelta(**length)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, to look at."""
        with open_store(self.url, create=False) as store:
            yield store

    def texts(self) -> dict[str, str]:
        """What the store holds now: the record's text by its source."""
        with self.store() as store:
            return {record.source: record.text or "" for record in store.records()}


@pytest.fixture
def place(tmp_path: Path, store_url: str) -> Place:
    """A place without anything in it, once with each database."""
    return Place(tmp_path, store_url)


Make = Callable[..., str]


def feed(*items: tuple[str, str], next: str = "") -> str:
    """An RSS feed; items are addresses and days of publication (may be empty)."""
    listed = "".join(
        f"<item><link>{url}</link>"
        + (
            f"<pubDate>{datetime.fromisoformat(day):%a, %d %b %Y} 09:00:00 GMT</pubDate>"
            if day
            else ""
        )
        + "</item>"
        for url, day in items
    )
    link = f'<atom:link rel="next" href="{next}"/>' if next else ""
    return (
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"{link}{listed}</channel></rss>"
    )
