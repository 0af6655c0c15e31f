"""How the sources fare: `tutanak status`."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tutanak.store.values import SourceState, StoredFailure
from tutanak.sync.memory import Memory
from tutanak.sync.nothing import Looking
from tutanak.sync.sources import AnySource, Sources

Health = Literal["well", "quiet", "failing", "never", "off", "removed"]


@dataclass(frozen=True, slots=True)
class Status:
    """One source. Counts are those of its last round; `quarantined` is what waits now.

    `health`: well; quiet (nothing new for too long); failing (the last round could not read it);
    never (not asked yet); off (`enabled = false`); removed (in the store, not in sources.toml).
    """

    name: str
    health: Health
    last_attempt: datetime | None
    last_success: datetime | None
    last_new: datetime | None
    new: int
    changed: int
    failed: int
    quarantined: int
    quiet_days: float | None
    failures_in_a_row: int
    error: str | None


def statuses(sources: Sources, kept: Looking, *, now: datetime) -> list[Status]:
    """All sources of sources.toml in their order, then those that only the store knows."""
    states = kept.sources()
    waiting = Counter(_origins(kept.failures()))
    found = [_status(name, one, states, waiting, now) for name, one in sources.sources.items()]
    removed = [name for name in states if name not in sources.sources]
    return found + [_status(name, None, states, waiting, now) for name in removed]


def _origins(failures: list[StoredFailure]) -> list[str]:
    return [failure.origin for failure in failures if failure.origin is not None]


def _status(
    name: str,
    source: AnySource | None,
    states: Mapping[str, SourceState],
    waiting: Mapping[str, int],
    now: datetime,
) -> Status:
    memory = Memory.of(name, states)
    state, counts = memory.state, memory.counts
    quiet = memory.quiet(now=now, limit=source.quiet) if source is not None else None
    return Status(
        name=name,
        health=_health(source, state, is_quiet=quiet is not None),
        last_attempt=state.last_attempt,
        last_success=state.last_success,
        last_new=state.last_new,
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        failed=counts.get("failed", 0),
        quarantined=waiting.get(name, 0),
        quiet_days=None if quiet is None else round(quiet.total_seconds() / 86400, 1),
        failures_in_a_row=state.failures_in_a_row,
        error=state.error,
    )


def _health(source: AnySource | None, state: SourceState, *, is_quiet: bool) -> Health:
    if source is None:
        return "removed"
    if not source.enabled:
        return "off"
    if state.last_attempt is None:
        return "never"
    if state.error is not None:
        return "failing"
    return "quiet" if is_quiet else "well"
