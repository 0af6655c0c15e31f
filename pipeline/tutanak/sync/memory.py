"""What the store remembers of a source between rounds, beside its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tutanak.fetch.client import Validators
from tutanak.store.values import SourceState


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of a source, and the JSON in it: first success, lists, last round."""

    state: SourceState

    @classmethod
    def of(cls, name: str, states: Mapping[str, SourceState]) -> "Memory":
        """That of a source; an empty one where it was never asked."""
        return cls(states.get(name) or SourceState(name))

    @property
    def first_success(self) -> datetime | None:
        """When it was first read."""
        return _moment(self.state.state.get("first_success"))

    @property
    def counts(self) -> dict[str, int]:
        """What its last round did, by outcome."""
        counts = self.state.state.get("last_round")
        return dict(counts) if isinstance(counts, Mapping) else {}

    def lists(self, config: str, *, now: datetime, recheck: timedelta) -> dict[str, Validators]:
        """What to ask its lists with.

        Nothing when its pages are due to be looked at again, or when its table in sources.toml
        (`config`) is not what it was: other entries may matter now.
        """
        read = _moment(self.state.state.get("lists_read"))
        stored: Any = self.state.state.get("lists")
        if read is None or now - read >= recheck or self.state.state.get("config") != config:
            return {}
        return {url: Validators(etag, modified) for url, (etag, modified) in stored.items()}

    def quiet(self, *, now: datetime, limit: timedelta) -> timedelta | None:
        """For how long nothing new has come, where that is longer than `limit`."""
        last = self.state.last_new or self.first_success
        if last is None or now - last <= limit:
            return None
        return now - last

    def failed(self, error: str, *, now: datetime, counts: Mapping[str, int]) -> "Memory":
        """After a round that could not read the source."""
        state = replace(
            self._after(now, counts),
            failures_in_a_row=self.state.failures_in_a_row + 1,
            error=error,
        )
        return Memory(state)

    def succeeded(
        self,
        *,
        now: datetime,
        counts: Mapping[str, int],
        lists: Mapping[str, Validators] | None = None,
        in_full: bool = True,
        config: str = "",
    ) -> "Memory":
        """After a round that did.

        Args:
            now: When it ended.
            counts: What it did, by outcome.
            lists: What to ask its lists with next time; None leaves that as it was.
            in_full: Whether no list was left out as unchanged.
            config: Its table in sources.toml.
        """
        after = self._after(now, counts)
        state = dict(after.state)
        state.setdefault("first_success", now.isoformat())
        if lists is not None:
            state["lists"] = {url: [v.etag, v.last_modified] for url, v in lists.items()}
            state["config"] = config
            if in_full:
                state["lists_read"] = now.isoformat()
        return Memory(
            replace(after, last_success=now, failures_in_a_row=0, error=None, state=state)
        )

    def _after(self, now: datetime, counts: Mapping[str, int]) -> SourceState:
        return replace(
            self.state,
            last_attempt=now,
            last_new=now if counts.get("new") else self.state.last_new,
            state=dict(self.state.state) | {"last_round": dict(counts)},
        )


def _moment(written: object) -> datetime | None:
    return datetime.fromisoformat(written) if isinstance(written, str) else None
