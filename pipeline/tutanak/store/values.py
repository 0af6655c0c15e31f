"""What goes into a store and comes out of it, beside records. Moments are in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tutanak.normalise.verdicts import Verdict

Outcome = Literal["new", "changed", "renewed", "same"]
"""What saving did: a document not seen before; another text or title under a known key, which
makes a new version; the same text with another record (better rules, other sidecar); nothing."""

Status = Literal["running", "finished", "failed", "interrupted"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving a record did. `document_id` differs from the record's where that was taken."""

    document_id: str
    version: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document; `superseded` is empty for the current one."""

    key: str
    document_id: str
    version: int
    source: str
    sha256: str
    title: str | None
    saved: datetime
    superseded: datetime | None
    run_id: int | None


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A document that lies in a page or file. `name` tells it apart there: `#row=12`."""

    name: str
    document_id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An address that was fetched: a page, or the feed or list itself.

    `url` is the canonical one. `content_hash` is that of the bytes or of the text, as the caller
    likes; `document_id` is empty where no document came of it.
    """

    url: str
    source: str
    content_hash: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    document_id: str | None = None
    first_seen: datetime | None = None
    last_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source of `sources.toml` fares; `state` is JSON that the fetcher keeps for itself."""

    name: str
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    failures_in_a_row: int = 0
    error: str | None = None
    state: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """An input in quarantine. `origin` is the source of `sources.toml` that it came from."""

    key: str
    source: str
    stage: str
    error: str
    message: str
    attempts: int
    first_failed: datetime
    last_failed: datetime
    origin: str | None = None
    retry_after: datetime | None = None
    run_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run. `running` under a store that nobody writes to was killed; the next run says so."""

    run_id: int
    command: str
    options: Mapping[str, object]
    process: str
    tutanak: str
    started: datetime
    ended: datetime | None
    status: Status
    error: str | None
    new: int
    changed: int
    renewed: int
    same: int
    failed: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its place in the order in which they were given."""

    number: int
    verdict: Verdict
    decided: datetime
