"""Passes over the sources: plans, takes, works, keeps, in the order of sources.toml."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from tutanak.fetch.client import Fetcher
from tutanak.ingest.content import Reading
from tutanak.pool import map_ordered
from tutanak.records import Failure
from tutanak.runner import Settings
from tutanak.store.writer import Writer
from tutanak.sync.entry import Entry, FileEntry
from tutanak.sync.keeping import Keeping
from tutanak.sync.known import Known
from tutanak.sync.lists import Lists
from tutanak.sync.memory import Memory
from tutanak.sync.nothing import Looking
from tutanak.sync.options import Options
from tutanak.sync.planning import Planning, Vanished, Wanted, steps
from tutanak.sync.report import Item, SourceReport, Tally
from tutanak.sync.sources import AnySource, Folder
from tutanak.sync.taking import Taking
from tutanak.sync.tasks import Ended, Task, lost_task, worked

Progress = Callable[[str, int], None]


class Passing:
    """What one round needs while it lasts."""

    def __init__(
        self,
        chosen: Sequence[AnySource],
        options: Options,
        fetcher: Fetcher,
        max_bytes: int,
        clock: Callable[[], datetime],
    ) -> None:
        self._sources = {source.name: source for source in chosen}
        self._options = options
        self._fetcher = fetcher
        self._max_bytes = max_bytes
        self._clock = clock
        self._planning = Planning(options, set())
        self._tallies = {name: Tally(name) for name in self._sources}
        self._lists: dict[str, Lists] = {}

    def planned(self, kept: Looking) -> list[SourceReport]:
        """What a round would ask for; only lists are fetched, and nothing is written."""
        reports: list[SourceReport] = []
        for source in self._sources.values():
            tally, error = self._tallies[source.name], None
            for wanted in self._wanted(source, kept):
                if isinstance(wanted, Failure):
                    error = wanted.message
                    continue
                if isinstance(wanted, Vanished):
                    continue
                entry, again = wanted.entry, wanted.choice == "again"
                shown = entry.url if isinstance(entry, Entry) else entry.source
                title = entry.title if isinstance(entry, Entry) else None
                tally.add(Item("again" if again else "new", shown, title=title))
            reports.append(tally.report(error=error))
        return reports

    def kept(
        self, writer: Writer, settings: Settings, workers: int, progress: Progress | None
    ) -> list[SourceReport]:
        """A whole round: what is new goes into the store."""
        keeping = Keeping(writer)
        reports: list[SourceReport] = []
        done = map_ordered(
            partial(worked, settings=settings),
            self._tasks(writer, settings.reading),
            workers=workers,
            lost=lost_task,
        )
        for result in done:
            if isinstance(result, Ended):
                reports.append(self._ended(result, writer))
                continue
            tally = self._tallies[result.task.source]
            if (item := keeping.keep(result)) is not None:
                tally.add(item)
            elif result.task.no_text:
                tally.left["no_text"] += 1
            if progress is not None:
                progress(tally.name, sum(tally.counts.values()))
        return reports

    def _tasks(self, kept: Looking, reading: Reading) -> Iterator[Task | Ended]:
        """All tasks of all sources; each source ends with an `Ended`."""
        for source in self._sources.values():
            error: str | None = None
            for step in steps(source.name, self._of_source(source, kept, reading)):
                if isinstance(step, Failure):
                    error = step.message
                else:
                    yield step
            yield Ended(source.name, error)

    def _of_source(
        self, source: AnySource, kept: Looking, reading: Reading
    ) -> Iterator[Task | Failure]:
        """The tasks of a source; a failure of the source itself comes last."""
        reading = replace(reading, publisher=source.publisher, columns=source.columns)
        taking = Taking(kept, self._fetcher, self._options, self._clock(), reading)
        for wanted in self._wanted(source, kept):
            if isinstance(wanted, Failure):
                yield (
                    Task(source.name, entry=wanted.source, failure=wanted)
                    if isinstance(source, Folder) and wanted.source != source.name
                    else wanted
                )
                continue
            if isinstance(wanted, Vanished):
                yield Task(source.name, solved=(wanted.key,), sees=wanted.seen)
                continue
            tasks = list(self._taken(taking, source, wanted))
            yield from tasks
            if not tasks:
                self._tallies[source.name].left["outside"] += 1

    def _taken(self, taking: Taking, source: AnySource, wanted: Wanted) -> Iterator[Task]:
        if isinstance(source, Folder):
            assert isinstance(wanted.entry, FileEntry)
            return taking.file(source, wanted.entry, wanted)
        assert isinstance(wanted.entry, Entry)
        return taking.page(source, wanted.entry, wanted)

    def _wanted(self, source: AnySource, kept: Looking) -> Iterator[Wanted | Failure | Vanished]:
        now, tally = self._clock(), self._tallies[source.name]
        mine = [one for one in kept.failures() if one.origin == source.name]
        known = Known.of(kept, source.name, mine, now=now, retry=self._options.retry)
        if isinstance(source, Folder):
            yield from steps(source.name, self._planning.files(source, known, tally))
            return
        memory = Memory.of(source.name, kept.sources())
        every = self._options.backfill or self._options.partial
        asked = {} if every else memory.lists(_config(source), now=now, recheck=source.recheck)
        lists = Lists(self._fetcher, source, asked, self._options.backfill, self._max_bytes)
        self._lists[source.name] = lists
        yield from self._planning.pages(source, lists, known, tally)

    def _ended(self, ended: Ended, writer: Writer) -> SourceReport:
        """Note how the source fared, once all that it gave is kept."""
        source, tally, now = self._sources[ended.source], self._tallies[ended.source], self._clock()
        memory = Memory.of(source.name, writer.sources())
        if ended.error is not None:
            after = memory.failed(ended.error, now=now, counts=tally.counts)
        else:
            lists = self._lists.get(source.name)
            # What this round left out must not hide behind lists that have not changed.
            whole = lists is not None and not self._options.partial
            after = memory.succeeded(
                now=now,
                counts=tally.counts,
                lists=lists.validators if lists is not None and whole else None,
                in_full=lists is not None and not lists.unchanged,
                config=_config(source),
            )
        writer.put_source(after.state)
        quiet = after.quiet(now=now, limit=source.quiet)
        return tally.report(
            error=ended.error, quiet=None if quiet is None else quiet.total_seconds() / 86400
        )


def _config(source: AnySource) -> str:
    """What of a source's table decides which entries its lists have."""
    told = source.model_dump(include={"url", "match", "link", "kind"}, mode="json")
    return json.dumps(told, sort_keys=True)
