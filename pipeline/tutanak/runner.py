"""Wires the stages, from inputs to files: the only module that knows them all.

Documents are read, worked on and written one after another, so memory does not grow with their
number, and one that cannot be read or makes a rule fail is set aside while the rest goes on.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from os import PathLike, fspath
from typing import Final, Literal

from tutanak import __version__, ingest
from tutanak.arguments import a_number, a_path, a_text_or_none
from tutanak.copy_search import CopySearch, find_copies, no_copies
from tutanak.emit.copied import NO_COPIES
from tutanak.emit.organisations import Group
from tutanak.emit.output import RECORDS, Emitted, emit, output, results_in
from tutanak.errors import OptionError
from tutanak.extraction.model_choice import DEFAULT_MODEL, Model, settled
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.kinds import recognised
from tutanak.ingest.sources import find_sources
from tutanak.items import Input, Item, attempt, items, told_apart, without
from tutanak.normalise.own import Files, OwnFiles, load, own_files
from tutanak.pool import map_ordered
from tutanak.records import Document, Extraction, Failure, Record, Skipped
from tutanak.report import RunReport, Tally, as_json
from tutanak.store import open_store
from tutanak.store.keys import key_of

AsOf = date | Literal["today"] | None
_NONE: Final = OwnFiles()


@dataclass(frozen=True, slots=True)
class Settings:
    """What workers need to know beside the document."""

    reading: Reading
    text: bool
    as_of: AsOf
    own: OwnFiles
    model: str | None = None


def run(
    inputs: Input | Iterable[Input],
    *,
    out: str | PathLike[str],
    text: bool = True,
    workers: int = 1,
    publisher: str | None = None,
    as_of: AsOf = None,
    registry: Files = (),
    verdicts: Files = (),
    store: str | None = None,
    wait: float = 0.0,
    max_bytes: int = ingest.MAX_BYTES,
    columns: Mapping[str, str] | None = None,
    strict: bool = False,
    copies: bool = True,
    model: Model = DEFAULT_MODEL,
    progress: Callable[[int, int], None] | None = None,
) -> RunReport:
    """Read reports, write records and tables: `tutanak run` in Python.

    Inputs that cannot be read are set aside in `quarantine.jsonl`; they raise nothing.

    Args:
        inputs: Folders, files and patterns, or one of them; `tutanak.ingest.Content` for bytes.
        out: Folder for the results; older results there are replaced at the end, all together.
            They stay where no input is found (a mistyped path): `rows` of the report is empty then.
        text: Whether records carry their text.
        workers: Processes. With more than one, call `run` below `if __name__ == "__main__":`.
        publisher: Who issued the texts whose sidecar does not say.
        as_of: None names bodies as on the day of the document; `"today"` by their successors.
        registry: Your own tables of bodies, beside the packaged ones (docs/registry.md).
        verdicts: Files of people's decisions about names.
        store: A store that takes the records too (docs/store.md): the path of an SQLite file, or
            a URL. Decisions that it keeps outrank those of `verdicts`.
        wait: Seconds to wait for another process that writes to the store.
        max_bytes: Longest text that is read: a file, a member of an archive, a row.
        columns: Which column of tables holds what: `{"text": "metin"}` (docs/archives.md).
        strict: Set aside what could not be read whole, and files of unknown kinds.
        copies: Whether copies of one release are looked for; they are counted once.
        model: A trained model beside the rules, or `none` (docs/models.md).
        progress: Called with the number of documents done and of all.

    Raises:
        OptionError: `workers` or `max_bytes` is below 1, an argument of the wrong type, or
            `columns` maps a field that documents do not have.
        ResourceError: `registry` or `verdicts` is broken; nothing is read then.
        ModelError: The model is missing, broken or of another version; likewise.
        OutputError: The results cannot be written.
        StoreError: The store cannot be opened or written.
    """
    for name, value in (("workers", workers), ("max_bytes", max_bytes)):
        a_number(value, name, least=1)
    out = a_path(out, "out")
    named, at_hand = told_apart(inputs)
    a_text_or_none(publisher, "publisher")
    if as_of not in (None, "today") and not isinstance(as_of, date):
        raise OptionError(f"as_of is {as_of!r}; give 'today', a date or None")
    read_so = reading(max_bytes=max_bytes, publisher=publisher, columns=columns, strict=strict)
    chosen = settled(model)
    helper = model_title(chosen)
    started, clock = datetime.now(UTC), time.perf_counter()
    found = find_sources(named, suffixes=ingest.SUFFIXES, recognise=recognised, left_out=results_in)
    tally = Tally(helper)
    with ExitStack() as stack:
        kept = stack.enter_context(open_store(store)) if store is not None else None
        own = own_files(registry, verdicts, decided=kept.decided() if kept is not None else ())
        if own != _NONE:
            load(own)
        found = without(found, {*own.registries, *own.verdicts})
        if not found.sources and not at_hand and (out / RECORDS).exists():
            for failure in found.failures:
                tally.add(failure)
            for unknown in found.unknown:
                tally.add(unknown)
            return tally.report(out, {}, time.perf_counter() - clock)
        group, stamp = grouping(own)
        filled = None
        if kept is not None:
            filled = stack.enter_context(
                kept.filling(
                    options=_named(named, at_hand) | _told(own) | _by(helper),
                    group=group,
                    stamp=stamp if copies else f"{stamp} --no-copies",
                    find=find_copies if copies else no_copies,
                    wait=wait,
                )
            )
        results = stack.enter_context(output(out, group=group))
        bodies = stack.enter_context(tempfile.TemporaryFile())
        search = CopySearch(bodies) if copies else None
        total = len(found.failures) + len(found.sources) + len(at_hand)
        in_worker = partial(work, settings=Settings(read_so, text, as_of, own, chosen))
        in_order = map_ordered(
            in_worker, items(found, at_hand, read_so), workers=workers, lost=lost
        )
        done = 0
        for result in in_order:
            tally.add(result)
            if isinstance(result, Skipped):
                continue
            done += 1
            if isinstance(result, Failure):
                results.failure(result)
            else:
                results.record(result)
                if search is not None:
                    search.add(result)
            if filled is not None:
                filled.take(result)
            if progress is not None:
                progress(done, max(done, total))
        found_copies = search.found() if search is not None else NO_COPIES
        results.finish(found_copies, doubled=tally.take_back)
        report = tally.report(out, results.rows, time.perf_counter() - clock)
        results.report(as_json(report, started) | _told(own))
    return report


def reading(
    *,
    max_bytes: int = ingest.MAX_BYTES,
    publisher: str | None = None,
    columns: Mapping[str, str] | None = None,
    strict: bool = False,
) -> Reading:
    """How inputs are read, with the finder of Turkish dates that readers need for web pages.

    Raises:
        OptionError: `columns` maps a field that documents do not have.
    """
    from tutanak.extraction.dates import dates
    from tutanak.ingest.columns import check_columns

    check_columns(columns or {})
    return Reading(max_bytes, publisher, dict(columns or {}), dates, strict)


def process(
    document: Document, *, as_of: AsOf = None, own: OwnFiles = _NONE, model: str | None = None
) -> Record:
    """One document through extraction and normalisation; errors rise. `model` is `settled`."""
    extractor, normaliser = stages(as_of, own, model)
    return normaliser(extractor(document))


@lru_cache(maxsize=2)
def stages(
    as_of: AsOf, own: OwnFiles = _NONE, model: str | None = None
) -> tuple[Callable[[Document], Extraction], Callable[[Extraction], Record]]:
    """The two middle stages, loaded once a process."""
    from tutanak.extraction.pipeline import Extractor
    from tutanak.normalise.assemble import Normaliser

    registry = load(own)
    # No clock: "today" is the end of what the registry knows, the same on every day.
    return Extractor(names=registry.own_names(), model=model), Normaliser(
        registry, as_of=date.max if as_of == "today" else as_of
    )


def model_title(model: str | None) -> str | None:
    """What a settled model calls itself; it is opened for that, so that errors come before work.

    Raises:
        ModelError: It cannot be used.
    """
    if model is None:
        return None
    from tutanak.extraction.model_door import open_model

    return open_model(model).title


def grouping(own: OwnFiles = _NONE) -> tuple[Group, str]:
    """Which names that are not in the registry are one body, and a stamp of what decides it."""
    return partial(_group, own=own), f"{__version__} {own.stamp}".strip()


def _group(counts: Mapping[str, int], *, own: OwnFiles) -> dict[str, str]:
    """Which names that are not in the registry are one body, with its id."""
    from tutanak.normalise.suggest import provisional_ids

    return provisional_ids(counts, registry=load(own)) if counts else {}


def _named(paths: Iterable[str | PathLike[str]], at_hand: Iterable[Content]) -> dict[str, object]:
    """What was to be read, for the store."""
    return {"inputs": [*(fspath(path) for path in paths), *(one.source for one in at_hand)]}


def _told(own: OwnFiles) -> dict[str, list[str]]:
    """The user's own files, for the report."""
    return {
        "registry_files": [str(path) for path in own.registries],
        "verdict_files": [str(path) for path in own.verdicts],
    }


def _by(model: str | None) -> dict[str, str]:
    """The model that helped, for the store; nothing where rules worked alone."""
    return {} if model is None else {"model": model}


def work(item: Item, *, settings: Settings) -> Emitted | Failure | Skipped:
    """What a worker does with one document: reading it, too."""
    if not isinstance(item, Content):
        return item
    document = attempt(item.source, "ingest", partial(ingest.document, item, settings.reading))
    return document if isinstance(document, Failure) else emitted(document, settings=settings)


def emitted(document: Document, *, settings: Settings) -> Emitted | Failure:
    """One document through the middle stages, ready to be written; an error becomes a failure."""
    extractor, normaliser = stages(settings.as_of, settings.own, settings.model)
    extraction = attempt(document.source, "extract", partial(extractor, document))
    if isinstance(extraction, Failure):
        return extraction
    record = attempt(document.source, "normalise", partial(normaliser, extraction))
    if isinstance(record, Failure):
        return record
    key = key_of(document.source, id=document.id)
    return attempt(document.source, "emit", partial(emit, record, text=settings.text, key=key))


def lost(item: Item) -> Failure | Skipped:
    """An item whose worker process died."""
    return item if isinstance(item, Skipped) else worker_lost(item.source)


def worker_lost(source: str) -> Failure:
    """What became of a document whose worker process died."""
    message = f"{source}: the process that worked on it died; it may need more memory"
    return Failure(source, "extract", "WorkerLost", message)
