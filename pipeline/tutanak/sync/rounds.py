"""One round over all sources: `tutanak sync`."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import datetime

from tutanak.copy_search import find_copies
from tutanak.errors import OptionError
from tutanak.extraction.model_choice import DEFAULT_MODEL, Model, settled
from tutanak.fetch.client import Fetcher
from tutanak.normalise.own import Files, load, own_files
from tutanak.runner import Settings, grouping, model_title, reading
from tutanak.store import now as system_now
from tutanak.store import open_store
from tutanak.sync.nothing import look
from tutanak.sync.notify import tell
from tutanak.sync.options import Options
from tutanak.sync.passing import Passing, Progress
from tutanak.sync.report import SyncReport
from tutanak.sync.sources import AnySource, Sources


def synchronise(
    sources: Sources,
    *,
    store: str,
    options: Options | None = None,
    workers: int = 1,
    registry: Files = (),
    verdicts: Files = (),
    wait: float = 0.0,
    model: Model = DEFAULT_MODEL,
    clock: Callable[[], datetime] = system_now,
    progress: Progress | None = None,
) -> SyncReport:
    """Fetch what is new in all sources, and keep its records in a store.

    A document is kept in one transaction, so a round that is killed at any moment is continued
    by the next. A source that cannot be read is noted; the others go on. Hooks are called at the
    end; what goes wrong with them is told in the report.

    Args:
        sources: As `read_sources` gives them.
        store: As for `open_store`; made where there is none, but for a dry run.
        options: Which sources and days, and what to ask again.
        workers: Processes that extract; fetching is done by one.
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.
        wait: Seconds to wait for another writer of the store.
        model: A trained model beside the rules, or `none` (docs/models.md).
        clock: What time it is.
        progress: Called with the name of a source and how many of its documents are done.

    Raises:
        OptionError: An option makes no sense, or names a source that is not there.
        ResourceError: `registry` or `verdicts` is broken.
        ModelError: The model is missing, broken or of another version.
        StoreError: The store cannot be opened or written, or another process writes to it.
    """
    asked = options or Options()
    asked.check()
    if workers < 1:
        raise OptionError(f"workers is {workers}; it must be 1 or more")
    helper = settled(model)
    helped_by = model_title(helper)
    chosen = _chosen(sources, asked.only)
    policy = sources.fetch.policy()
    started = time.monotonic()
    with ExitStack() as stack:
        fetcher = stack.enter_context(Fetcher(policy))
        passing = Passing(chosen, asked, fetcher, policy.max_bytes, clock)
        if asked.dry_run:
            reports = passing.planned(stack.enter_context(look(store, clock=clock)))
        else:
            kept = stack.enter_context(open_store(store, clock=clock))
            writer = stack.enter_context(kept.writing(wait=wait))
            own = own_files(registry, verdicts, decided=writer.decided())
            load(own)
            group, stamp = grouping(own)
            told = {name: value for name, value in asdict(asked).items() if value}
            told |= {"model": helped_by} if helped_by is not None else {}
            stack.enter_context(
                writer.run("sync", options=told, group=group, stamp=stamp, find=find_copies)
            )
            read_so = reading(max_bytes=policy.max_bytes)
            settings = Settings(read_so, text=True, as_of=None, own=own, model=helper)
            reports = passing.kept(writer, settings, workers, progress)
    report = SyncReport(tuple(reports), time.monotonic() - started, asked.dry_run)
    # After the store is free again: a hook may want to read it, or may take long.
    return replace(report, hooks=tell(sources.notify, report, policy=policy))


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
