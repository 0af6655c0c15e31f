"""Reads what web sources list, page after page, without asking again for lists as they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tutanak.errors import FetchError
from tutanak.fetch.canonical import canonical
from tutanak.fetch.client import Fetched, Fetcher, Validators
from tutanak.sync.entry import Entry, Page
from tutanak.sync.feed import from_feed
from tutanak.sync.listing import from_listing
from tutanak.sync.sitemap import from_sitemap
from tutanak.sync.sources import Feed, Listing, WebSource

_ACCEPT = "application/rss+xml, application/atom+xml, application/xml, text/html, */*;q=0.5"


@dataclass(slots=True)
class Lists:
    """Asks for the lists of one source; `validators` afterwards is what to remember of them,
    and `unchanged` whether one of them was left out because it was as it was."""

    fetcher: Fetcher
    source: WebSource
    known: Mapping[str, Validators]
    backfill: bool
    max_bytes: int
    validators: dict[str, Validators] = field(default_factory=dict)
    unchanged: bool = False

    def entries(self) -> Iterator[Entry]:
        """All entries, each address once, in the order of the lists.

        Raises:
            FetchError: A list cannot be read, or there are more lists than `max_pages`.
        """
        waiting = [self.source.url]
        asked: set[str] = set()
        seen: set[str] = set()
        while waiting:
            url = waiting.pop(0)
            if canonical(url) in asked:
                continue
            if len(asked) == self.source.max_pages:
                raise FetchError(
                    f"{self.source.url}: more than {self.source.max_pages} lists belong to it; "
                    "what the first ones list was taken; raise `max_pages` of this source"
                )
            asked.add(canonical(url))
            page = self._page(url)
            if page is None:
                continue
            waiting += [more.url for more in page.more]
            if self.backfill and page.older:
                waiting.append(page.older)
            for entry in page.entries:
                if self.source.match and not self.source.match.search(entry.url):
                    continue
                if (key := canonical(entry.url)) not in seen:
                    seen.add(key)
                    yield entry

    def _page(self, url: str) -> Page | None:
        """One list; None where it is as it was."""
        fetched = self.fetcher.get(url, known=self.known.get(url), accept=_ACCEPT)
        if fetched.content is None:
            self.validators[url] = self.known.get(url, Validators())
            self.unchanged = True
            return None
        self.validators[url] = fetched.validators
        return self._parsed(fetched, fetched.content)

    def _parsed(self, fetched: Fetched, content: bytes) -> Page:
        source = self.source
        if isinstance(source, Feed):
            return from_feed(content, url=fetched.url, kind=fetched.kind)
        if isinstance(source, Listing):
            return from_listing(content, url=fetched.url, link=source.link, older=source.next)
        return from_sitemap(content, url=fetched.url, max_bytes=self.max_bytes)
