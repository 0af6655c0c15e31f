"""A store that is not there yet, for dry runs: it has seen nothing, and is not made."""

from typing import Protocol

from tutanak.normalise.verdicts import Placed
from tutanak.store.values import Seen, SourceState, StoredFailure, Version


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

    def seen_with(self, content_hash: str, /) -> list[Seen]:
        """The addresses that hold a text."""

    def versions(self, key: str, /) -> list[Version]:
        """The versions of a document."""

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

    def seen_with(self, content_hash: str, /) -> list[Seen]:
        """No text was seen."""
        return []

    def versions(self, key: str, /) -> list[Version]:
        """No document is kept."""
        return []

    def decided(self) -> list[Placed]:
        """Nobody has decided anything."""
        return []
