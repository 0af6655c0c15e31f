"""Decides which of the addresses that a source lists are asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal

from tutanak.store.keys import sources_of
from tutanak.store.values import Seen, StoredFailure
from tutanak.sync.entry import Entry, FileEntry
from tutanak.sync.nothing import Looking

Choice = Literal["new", "again", "known", "quarantined", "waiting"]
TAKEN: Final[tuple[Choice, ...]] = ("new", "again")
# A host's clock may be late: what changed so shortly before it was asked for is asked for again.
_LATE: Final = timedelta(minutes=10)


@dataclass(slots=True)
class Known:
    """What the store knows of one source's addresses, as the round begins."""

    reading: Looking
    now: datetime
    retry: bool
    seen: dict[str, Seen] = field(default_factory=dict)
    failures: dict[str, StoredFailure] = field(default_factory=dict)
    inside: dict[str, list[str]] = field(default_factory=dict)
    """Of pages and files, the keys of failures of what lies in them."""

    @classmethod
    def of(
        cls,
        reading: Looking,
        source: str,
        failures: Iterable[StoredFailure],
        *,
        now: datetime,
        retry: bool,
    ) -> "Known":
        """That of a source."""
        known = cls(reading, now, retry)
        known.seen = {page.url: page for page in reading.seen_of(source)}
        for failure in failures:
            known.failures[failure.key] = failure
            for whole in sources_of(failure.key):
                known.failures.setdefault(whole, failure)
                known.inside.setdefault(whole, []).append(failure.key)
        return known

    def at(self, key: str) -> Seen | None:
        """What is known of an address, also through another source."""
        if key not in self.seen and (elsewhere := self.reading.seen(key)) is not None:
            self.seen[key] = elsewhere
        return self.seen.get(key)

    def page(self, entry: Entry, key: str, *, recheck: timedelta, heed_changed: bool) -> Choice:
        """Whether a page is asked for."""
        seen = self.at(key)
        stale = seen is not None and self._is_stale(entry, seen, recheck, heed_changed)
        if (failure := self.failures.get(key)) is not None:
            return self._failed(failure, stale=stale)
        if seen is None:
            return "new"
        return "again" if stale else "known"

    def file(self, entry: FileEntry) -> Choice:
        """Whether a file is read."""
        seen = self.at(entry.key)
        stale = seen is not None and seen.last_modified != entry.stamp
        if (failure := self.failures.get(entry.key)) is not None:
            return self._failed(failure, stale=stale)
        if seen is None:
            return "new"
        return "again" if stale else "known"

    def _failed(self, failure: StoredFailure, *, stale: bool) -> Choice:
        if self.retry or stale:
            return "again"
        if failure.retry_after is None:
            return "quarantined"
        return "again" if self.now >= failure.retry_after else "waiting"

    def _is_stale(self, entry: Entry, seen: Seen, recheck: timedelta, heed_changed: bool) -> bool:
        if seen.last_seen is None or self.now - seen.last_seen >= recheck:
            return True
        if not heed_changed or entry.changed is None:
            return False
        return entry.changed > seen.last_seen - _LATE

    def due(self, listed: Collection[str]) -> list[StoredFailure]:
        """Failures that no list names any more and whose time has come, by key."""
        named = set(listed)
        return [
            failure
            for key, failure in sorted(self.failures.items())
            if key == failure.key
            and named.isdisjoint((key, *sources_of(key)))
            and self._failed(failure, stale=False) == "again"
        ]

    def gone(self, listed: Collection[str]) -> list[str]:
        """The keys of failures of files that are there no more."""
        named = set(listed)
        return [
            key
            for key, failure in sorted(self.failures.items())
            if key == failure.key and named.isdisjoint((key, *sources_of(key)))
        ]


def retry_at(now: datetime, attempts: int) -> datetime:
    """When an address that could not be reached is asked again: later after each attempt."""
    return now + min(timedelta(minutes=15 * 2.0 ** min(attempts, 10)), timedelta(days=1))
