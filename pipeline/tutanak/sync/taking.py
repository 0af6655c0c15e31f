"""Takes what a source lists: asks for a page or opens a file, and makes tasks of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from tutanak.errors import UnreachableError
from tutanak.fetch.again import AskLater
from tutanak.fetch.canonical import canonical
from tutanak.fetch.client import Fetcher, Validators
from tutanak.ingest.content import Reading
from tutanak.items import attempt
from tutanak.records import Document, Failure
from tutanak.store.keys import PART
from tutanak.store.values import Seen, StoredFailure
from tutanak.sync.entry import Entry, FileEntry
from tutanak.sync.known import retry_at
from tutanak.sync.nothing import Looking
from tutanak.sync.options import Options
from tutanak.sync.pages import ACCEPT, Parts, read_file, read_page
from tutanak.sync.planning import Wanted
from tutanak.sync.sources import Folder, WebSource
from tutanak.sync.table_rows import names_of_rows
from tutanak.sync.tasks import Task

REST: Final = f"{PART}rest"
"""What of a source comes after the place where it breaks off."""

_LATER: Final = frozenset({UnreachableError.__name__, AskLater.__name__})


@dataclass(frozen=True, slots=True)
class Taking:
    """Makes tasks; nothing is written here."""

    reading: Looking
    fetcher: Fetcher
    options: Options
    now: datetime
    ingesting: Reading

    def page(self, source: WebSource, entry: Entry, wanted: Wanted) -> Iterator[Task]:
        """The tasks of a page; none where it was published outside `since` and `until`."""
        key = wanted.key
        known = wanted.seen or Seen(key, source.name)
        validators = Validators(known.etag, known.last_modified) if known.content_hash else None
        got = attempt(
            entry.url,
            "ingest",
            partial(self.fetcher.get, entry.url, known=validators, accept=ACCEPT),
        )
        if isinstance(got, Failure):
            yield self._failed(source.name, key, got, known, wanted.failed)
            return
        if got.content is None:
            yield Task(source.name, key, key, sees=(replace(known, last_seen=None),))
            return
        final = canonical(got.url)
        read = partial(read_page, got, got.content, entry, key=final, reading=self.ingesting)
        parts = attempt(got.url, "ingest", read)
        if isinstance(parts, Failure):
            yield self._failed(source.name, key, parts, known, wanted.failed)
            return
        given = got.validators
        held = replace(
            known,
            content_hash=parts.hash,
            etag=given.etag,
            last_modified=given.last_modified,
            last_seen=None,
        )
        sees = (held,) if final == key else (held, replace(held, url=final, first_seen=None))
        yield from self._documents(source.name, wanted, final, parts, known, sees)

    def file(self, source: Folder, entry: FileEntry, wanted: Wanted) -> Iterator[Task]:
        """The tasks of a file."""
        known = replace(
            wanted.seen or Seen(entry.key, source.name), last_modified=entry.stamp, last_seen=None
        )
        parts = read_file(entry, reading=self.ingesting)
        sees = (replace(known, content_hash=parts.hash),)
        if not parts.documents and not parts.failures:
            gone = wanted.inside
            yield Task(source.name, entry.key, entry.key, sees=sees, solved=gone, no_text=True)
            return
        yield from self._documents(source.name, wanted, entry.key, parts, known, sees)

    def _documents(
        self,
        source: str,
        wanted: Wanted,
        key: str,
        parts: Parts,
        known: Seen,
        sees: tuple[Seen, ...],
    ) -> Iterator[Task]:
        entry = wanted.key
        named = self._named(key, parts)
        documents = [pair for pair in named if self.options.wants(pair[1].published)]
        if parts.documents and not documents:
            return
        failures = list(self._failures(source, entry, parts, known))
        # Documents that failed see to themselves when they are saved.
        here = {task.entry for task in failures} | {entry + part for part, _ in named}
        solved = tuple(one for one in wanted.inside if one not in here)
        if not documents:
            yield from failures[:-1]
            yield replace(failures[-1], solved=solved)
            return
        yield from failures
        if self._is_same(key, known, sees[0], parts, wanted.failed):
            yield Task(source, key, entry, sees=sees, solved=solved)
            return
        bad = (replace(known, last_seen=None),)
        for number, (part, document) in enumerate(documents, start=1):
            last = number == len(documents)
            yield Task(
                source,
                key + part,
                entry + part,
                document,
                sees=sees if last else (),
                bad=bad if last else (),
                solved=solved if last else (),
            )

    def _named(self, key: str, parts: Parts) -> list[tuple[str, Document]]:
        """The documents with what names each inside the page or file."""
        pairs = [(parts.part(one), one) for one in parts.documents]
        if not any(part for part, _ in pairs):
            return pairs
        names = names_of_rows(pairs, self.reading.parts_of(key))
        return [
            (name, one if name == part else replace(one, source=parts.source + name))
            for name, (part, one) in zip(names, pairs, strict=True)
        ]

    def _failures(self, source: str, entry: str, parts: Parts, known: Seen) -> Iterator[Task]:
        """What could not be read; where nothing could, the address is noted with the last."""
        alone = not parts.documents and len(parts.failures) == 1
        for number, failure in enumerate(parts.failures, start=1):
            part = parts.part(failure) or ("" if alone else REST)
            last = not parts.documents and number == len(parts.failures)
            bad = (replace(known, last_seen=None),) if last else ()
            yield Task(source, entry=entry + part, failure=failure, bad=bad)

    def _is_same(
        self, key: str, known: Seen, held: Seen, parts: Parts, failed: StoredFailure | None
    ) -> bool:
        """Whether this page is in the store as it is now; title included, as it makes a version."""
        if known.content_hash != held.content_hash or known.document_id is None:
            return False
        if parts.only is None:
            # The part that failed may be any of them.
            return failed is None
        versions = self.reading.versions(key)
        return bool(versions) and versions[-1].title == parts.only.title

    def _failed(
        self, source: str, entry: str, failure: Failure, known: Seen, before: StoredFailure | None
    ) -> Task:
        """What can be reached later is asked again later; what is wrong stays set aside."""
        if failure.error in _LATER:
            attempts = before.attempts if before is not None else 0
            return Task(
                source, entry=entry, failure=failure, retry_after=retry_at(self.now, attempts)
            )
        return Task(source, entry=entry, failure=failure, bad=(replace(known, last_seen=None),))
