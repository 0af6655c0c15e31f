"""Takes what a source lists: asks for a page or opens a file, and makes tasks of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from tutanak.errors import UnreachableError
from tutanak.fetch.again import AskLater
from tutanak.fetch.canonical import canonical
from tutanak.fetch.client import Fetcher, Validators
from tutanak.records import Document, Failure
from tutanak.runner import attempt
from tutanak.store.values import Seen, StoredFailure
from tutanak.sync.entry import Entry, FileEntry
from tutanak.sync.known import PART, retry_at
from tutanak.sync.nothing import Looking
from tutanak.sync.options import Options
from tutanak.sync.pages import ACCEPT, content_hash, read_file, read_page
from tutanak.sync.sources import Folder, WebSource
from tutanak.sync.tasks import Task

_LATER: Final = frozenset({UnreachableError.__name__, AskLater.__name__})


@dataclass(frozen=True, slots=True)
class Taking:
    """Makes tasks; nothing is written here."""

    reading: Looking
    fetcher: Fetcher
    options: Options
    now: datetime
    max_bytes: int

    def page(
        self,
        source: WebSource,
        entry: Entry,
        *,
        key: str,
        seen: Seen | None,
        failed: StoredFailure | None,
    ) -> Iterator[Task]:
        """The tasks of a page; none where it was published outside `since` and `until`."""
        known = seen or Seen(key, source.name)
        validators = Validators(known.etag, known.last_modified) if known.content_hash else None
        got = attempt(
            entry.url,
            "ingest",
            partial(self.fetcher.get, entry.url, known=validators, accept=ACCEPT),
        )
        if isinstance(got, Failure):
            yield self._failed(source.name, key, got, known, failed)
            return
        if got.content is None:
            yield Task(source.name, key, key, sees=(replace(known, last_seen=None),))
            return
        final = canonical(got.url)
        read = partial(
            read_page,
            got,
            got.content,
            entry,
            key=final,
            publisher=source.publisher,
            max_bytes=self.max_bytes,
        )
        documents = attempt(got.url, "ingest", read)
        if isinstance(documents, Failure):
            yield self._failed(source.name, key, documents, known, failed)
            return
        given = got.validators
        held = replace(
            known,
            content_hash=content_hash(documents),
            etag=given.etag,
            last_modified=given.last_modified,
            last_seen=None,
        )
        sees = (held,) if final == key else (held, replace(held, url=final, first_seen=None))
        yield from self._documents(source.name, key, final, documents, known, sees)

    def file(self, source: Folder, entry: FileEntry, *, seen: Seen | None) -> Iterator[Task]:
        """The tasks of a file."""
        known = replace(
            seen or Seen(entry.key, source.name), last_modified=entry.stamp, last_seen=None
        )
        read = partial(read_file, entry, publisher=source.publisher, max_bytes=self.max_bytes)
        documents = attempt(entry.source, "ingest", read)
        if isinstance(documents, Failure):
            yield self._failed(source.name, entry.key, documents, known, None)
            return
        held = replace(known, content_hash=content_hash(documents))
        yield from self._documents(source.name, entry.key, entry.key, documents, known, (held,))

    def _documents(
        self,
        source: str,
        entry: str,
        key: str,
        documents: Sequence[Document],
        known: Seen,
        sees: tuple[Seen, ...],
    ) -> Iterator[Task]:
        wanted = [one for one in documents if self.options.wants(one.published)]
        if not wanted:
            return
        if self._is_same(key, known, sees[0], documents):
            yield Task(source, key, entry, sees=sees)
            return
        alone = len(documents) == 1 and not self.reading.versions(key)
        if alone and (twin := self._twin(documents[0].sha256)) is not None:
            noted = tuple(replace(page, document_id=twin) for page in sees)
            yield Task(source, key, entry, sees=noted, outcome="copy")
            return
        bad = (replace(known, last_seen=None),)
        for number, document in enumerate(wanted, start=1):
            part = f"{PART}{document.key}" if document.key else ""
            last = number == len(wanted)
            yield Task(
                source,
                key + part,
                entry + part,
                document,
                sees=sees if last else (),
                bad=bad if last else (),
                may_be_copy=alone,
            )

    def _twin(self, sha256: str) -> str | None:
        """The document that holds this text already."""
        pages = self.reading.seen_with(sha256)
        return next((page.document_id for page in pages if page.document_id is not None), None)

    def _is_same(self, key: str, known: Seen, held: Seen, documents: Sequence[Document]) -> bool:
        """Whether this page is in the store as it is now; title included, as it makes a version."""
        if known.content_hash != held.content_hash or known.document_id is None:
            return False
        versions = self.reading.versions(key) if len(documents) == 1 else []
        return not versions or versions[-1].title == documents[0].title

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
