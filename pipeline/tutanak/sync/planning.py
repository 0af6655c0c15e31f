"""Which addresses of a source are asked for in this round, and why the others are not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from tutanak.fetch.canonical import canonical
from tutanak.items import attempt
from tutanak.records import Failure
from tutanak.store.keys import PART, sources_of
from tutanak.store.values import Seen, StoredFailure
from tutanak.sync.entry import Entry, FileEntry
from tutanak.sync.folder import watched
from tutanak.sync.known import TAKEN, Choice, Known
from tutanak.sync.lists import Lists
from tutanak.sync.options import Options
from tutanak.sync.report import Tally
from tutanak.sync.sources import Folder, WebSource

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address that is asked for, or a file that is read, and what is known of it."""

    entry: Entry | FileEntry
    key: str
    choice: Choice
    seen: Seen | None
    failed: StoredFailure | None
    inside: tuple[str, ...] = ()
    """The keys of failures of what lies in it."""


@dataclass(frozen=True, slots=True)
class Vanished:
    """A failure of a file that is there no more, by its key.

    `seen` says that the file is to be read again when it comes back as it was.
    """

    key: str
    seen: tuple[Seen, ...] = ()


@dataclass(slots=True)
class Planning:
    """Goes through what sources list. `taken` are the addresses of this round, in all sources."""

    options: Options
    taken: set[str]

    def pages(
        self, source: WebSource, lists: Lists, known: Known, tally: Tally
    ) -> Iterator[Wanted | Failure]:
        """The pages to ask for; a failure is the last thing that comes, and ends the source."""
        listed: set[str] = set()
        for entry in steps(source.url, lists.entries()):
            if isinstance(entry, Failure):
                yield entry
                return
            key = canonical(entry.url)
            listed.add(key)
            yield from self._page(source, entry, key, known, tally)
        for failure in known.due(listed):
            # What failed may be a part of it; addresses as keys have no fragment of their own.
            entry = Entry(failure.source.partition(PART)[0])
            yield from self._page(source, entry, failure.key.partition(PART)[0], known, tally)

    def _page(
        self, source: WebSource, entry: Entry, key: str, known: Known, tally: Tally
    ) -> Iterator[Wanted]:
        choice = known.page(entry, key, recheck=source.recheck, heed_changed=source.heed_changed)
        outside = not self.options.wants(entry.published)
        yield from self._chosen(entry, key, choice, known, tally, outside=outside)

    def files(
        self, source: Folder, known: Known, tally: Tally
    ) -> Iterator[Wanted | Failure | Vanished]:
        """The files to read; a failure says which part of the folder cannot be opened.

        What vanished is told where all of the folder could be looked through.

        Raises:
            InputError: There is no such folder.
        """
        found = watched(source)
        tally.left["unsettled"] += found.unsettled
        yield from found.failures
        for entry in found.entries:
            choice = known.file(entry)
            yield from self._chosen(entry, entry.key, choice, known, tally)
        if not found.failures and not found.unsettled:
            for key in known.gone([entry.key for entry in found.entries]):
                files = (known.seen[one] for one in (key, *sources_of(key)) if one in known.seen)
                yield Vanished(key, tuple(replace(one, last_modified=None) for one in files))

    def _chosen(
        self,
        entry: Entry | FileEntry,
        key: str,
        choice: Choice,
        known: Known,
        tally: Tally,
        *,
        outside: bool = False,
    ) -> Iterator[Wanted]:
        tally.listed += 1
        if key in self.taken:
            choice = "known"
        if choice not in TAKEN:
            tally.left[choice] += 1
        elif outside:
            tally.left["outside"] += 1
        else:
            self.taken.add(key)
            inside = tuple(known.inside.get(key, ()))
            yield Wanted(entry, key, choice, known.seen.get(key), known.failures.get(key), inside)


def steps(source: str, values: Iterator[Result]) -> Iterator[Result | Failure]:
    """The values of an iterator; where it fails, a failure and no more."""
    while True:
        value = attempt(source, "ingest", partial(next, values, None))
        if value is None:
            return
        yield value
        if isinstance(value, Failure):
            return
