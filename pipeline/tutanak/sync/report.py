"""What a round over all sources did: counted while it goes, told at its end."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

Outcome = Literal["new", "changed", "renewed", "same", "copy", "failed", "again"]
OUTCOMES: Final[tuple[Outcome, ...]] = (
    "new",
    "changed",
    "renewed",
    "same",
    "copy",
    "failed",
    "again",
)
# A first round may bring thousands: all are counted, and this many of each kind are named.
MOST_NAMED: Final = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One document or address in a report. `message` says why, where it failed."""

    outcome: Outcome
    source: str
    document_id: str | None = None
    title: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one source gave. `counts` are by outcome, `items` the first of those worth naming.

    `listed` are all addresses that the source lists, `left` by reason those that were not asked
    for: `known`, `quarantined`, `waiting`, `outside` (of --since and --until), `unsettled`; and
    tables without texts (`no_text`).
    A dry run counts what it would ask for: `new`, and `again` what is known already.
    `error` says why the source as a whole could not be read; `quiet` for how many days it has
    brought nothing new, where that is longer than it should be.
    """

    name: str
    listed: int
    counts: Mapping[str, int]
    left: Mapping[str, int]
    items: tuple[Item, ...]
    error: str | None = None
    quiet: float | None = None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a round did. `hooks` are the messages of notifications that failed."""

    sources: tuple[SourceReport, ...]
    seconds: float
    dry_run: bool = False
    hooks: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Over all sources."""
        return sum(source.counts.get(outcome, 0) for source in self.sources)

    @property
    def errors(self) -> tuple[str, ...]:
        """Of sources that could not be read at all."""
        return tuple(one.error for one in self.sources if one.error is not None)

    def as_json(self) -> dict[str, Any]:
        """As `tutanak sync --json` prints it."""
        return asdict(self)


@dataclass(slots=True)
class Tally:
    """Counts what one source gives."""

    name: str
    listed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    items: list[Item] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Count one, and name it if it is worth that."""
        self.counts[item.outcome] += 1
        named = item.outcome in ("new", "changed", "failed", "again")
        if named and self.counts[item.outcome] <= MOST_NAMED:
            self.items.append(item)

    def report(self, *, error: str | None = None, quiet: float | None = None) -> SourceReport:
        """The report of a source that is done."""
        counts: dict[str, int] = {outcome: self.counts[outcome] for outcome in OUTCOMES}
        left = dict(sorted(self.left.items()))
        return SourceReport(self.name, self.listed, counts, left, tuple(self.items), error, quiet)
