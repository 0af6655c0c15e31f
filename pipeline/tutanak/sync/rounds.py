"""One round over all sources: `tutanak sync`."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from datetime import datetime
from functools import partial

from tutanak.errors import OptionError, StoreError
from tutanak.fetch.client import Fetcher
from tutanak.normalise.own import Files, OwnFiles, load, own_files
from tutanak.pool import map_ordered
from tutanak.records import Failure
from tutanak.runner import Settings, grouping
from tutanak.store import now as system_now
from tutanak.store import open_store
from tutanak.store.reading import Reading
from tutanak.store.writer import Writer
from tutanak.sync.keeping import Keeping
from tutanak.sync.known import Known
from tutanak.sync.lists import Lists
from tutanak.sync.memory import Memory
from tutanak.sync.options import Options
from tutanak.sync.planning import Planning, Wanted, steps
from tutanak.sync.report import Item, SourceReport, SyncReport, Tally
from tutanak.sync.sources import AnySource, Folder, Sources
from tutanak.sync.taking import Taking
from tutanak.sync.tasks import Ended, Task, lost_task, worked

Clock = Callable[[], datetime]
Progress = Callable[[str, int], None]


def synchronise(
    sources: Sources,
    *,
    store: str,
    options: Options | None = None,
    workers: int = 1,
    registry: Files = (),
    verdicts: Files = (),
    wait: float = 0.0,
    clock: Clock = system_now,
    progress: Progress | None = None,
) -> SyncReport:
    """Fetch what is new in all sources, and keep its records in a store.

    A document is kept in one transaction, so a round that is killed at any moment is continued
    by the next. A source that cannot be read is noted; the others go on.

    Args:
        sources: As `read_sources` gives them.
        store: As for `open_store`; made where there is none, but for a dry run.
        options: Which sources and days, and what to ask again.
        workers: Processes that extract; fetching is done by one.
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.
        wait: Seconds to wait for another writer of the store.
        clock: What time it is.
        progress: Called with the name of a source and how many of its documents are done.

    Raises:
        OptionError: An option makes no sense, or names a source that is not there.
        ResourceError: `registry` or `verdicts` is broken.
        StoreError: The store cannot be opened or written, or another process writes to it.
    """
    asked = options or Options()
    asked.check()
    chosen = _chosen(sources, asked.only)
    started = time.monotonic()
    own = own_files(registry, verdicts)
    load(own)
    with ExitStack() as stack:
        reading = _open(store, asked, own, wait, clock, stack)
        fetcher = stack.enter_context(Fetcher(sources.fetch.policy()))
        done = _Round(chosen, sources, asked, reading, fetcher, clock)
        if isinstance(reading, Writer):
            settings = Settings(text=True, as_of=None, own=own)
            reports = done.kept(reading, settings, workers, progress)
        else:
            reports = done.planned()
    return SyncReport(tuple(reports), time.monotonic() - started, asked.dry_run)


def _chosen(sources: Sources, only: Sequence[str]) -> list[AnySource]:
    unknown = sorted(set(only) - set(sources.sources))
    if unknown:
        known = ", ".join(sources.sources)
        raise OptionError(f"there is no source {unknown[0]!r}; there are: {known}")
    return [
        source
        for name, source in sources.sources.items()
        if (name in only if only else source.enabled)
    ]


def _open(
    store: str, options: Options, own: OwnFiles, wait: float, clock: Clock, stack: ExitStack
) -> Reading | None:
    """The writer of a run in the store; for a dry run a reader, or None where there is no store."""
    if options.dry_run:
        try:
            return stack.enter_context(open_store(store, create=False, clock=clock))
        except StoreError:
            return None
    opened = stack.enter_context(open_store(store, clock=clock))
    writer = stack.enter_context(opened.writing(wait=wait))
    group = partial(grouped, own=own)
    told = {name: value for name, value in asdict(options).items() if value}
    stack.enter_context(writer.run("sync", options=told, group=group))
    return writer


class _Round:
    """What one round needs while it lasts."""

    def __init__(
        self,
        chosen: Sequence[AnySource],
        sources: Sources,
        options: Options,
        reading: Reading | None,
        fetcher: Fetcher,
        clock: Clock,
    ) -> None:
        self._chosen = chosen
        self._options = options
        self._reading = reading
        self._fetcher = fetcher
        self._clock = clock
        self._max_bytes = sources.fetch.policy().max_bytes
        self._planning = Planning(options, set())
        self._tallies = {source.name: Tally(source.name) for source in chosen}
        self._states = reading.sources() if reading is not None else {}
        self._failures = reading.failures() if reading is not None else []
        self._lists: dict[str, Lists] = {}
