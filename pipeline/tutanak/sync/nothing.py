"""A store that is not there yet, for dry runs: it has seen nothing, and is not made."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Protocol

from tutanak.errors import StoreError
from tutanak.normalise.verdicts import Placed
from tutanak.store import now as system_now
from tutanak.store import open_store
from tutanak.store.values import Seen, SourceState, StoredFailure, StoredPart, Version


class Looking(Protocol):
    """What a round asks of a store before it writes: `Reading` answers, and so does `Nothing`."""

    def sources(self) -> dict[str, SourceState]:
        """How each source fares."""

    def failures(self) -> list[StoredFailure]:
        """What is in quarantine."""

    def seen(self, url: str, /) -> Seen | None:
        """What is known of an address."""

    def seen_of(self, source: str, /) -> list[Seen]:
        """The addresses of a source."""

    def versions(self, key: str, /) -> list[Version]:
        """The versions of a document."""

    def parts_of(self, key: str, /) -> list[StoredPart]:
        """The documents inside a page or file."""

    def decided(self) -> list[Placed]:
        """People's decisions about names."""


class Nothing:
    """Empty answers."""

    def sources(self) -> dict[str, SourceState]:
        """No source was ever asked."""
        return {}

    def failures(self) -> list[StoredFailure]:
        """Nothing is in quarantine."""
        return []

    def seen(self, url: str, /) -> Seen | None:
        """No address was seen."""

    def seen_of(self, source: str, /) -> list[Seen]:
        """No address was seen."""
        return []

    def versions(self, key: str, /) -> list[Version]:
        """No document is kept."""
        return []

    def parts_of(self, key: str, /) -> list[StoredPart]:
        """No document is kept."""
        return []

    def decided(self) -> list[Placed]:
        """Nobody has decided anything."""
        return []


def look(
    store: str, *, clock: Callable[[], datetime] = system_now
) -> AbstractContextManager[Looking]:
    """A store to look at; `Nothing` where there is none.

    Raises:
        StoreError: It is there, and cannot be opened.
    """
    try:
        return open_store(store, create=False, clock=clock)
    except StoreError as error:
        if "there is no store" in str(error):
            return nullcontext(Nothing())
        raise
