"""Wires the stages, from inputs to files: the only module that knows them all.

Documents are read, worked on and written one after another, so memory does not grow with their
number, and one that cannot be read or makes a rule fail is set aside while the rest goes on.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, Literal, TypeVar

from tutanak import __version__, ingest
from tutanak.emit.organisations import Group
from tutanak.emit.output import RECORDS, Emitted, emit, output
from tutanak.errors import OptionError, TutanakError
from tutanak.ingest.sources import Found, Source, find_sources
from tutanak.normalise.own import Files, OwnFiles, load, own_files
from tutanak.pool import map_ordered
from tutanak.records import Document, Extraction, Failure, Record
from tutanak.report import RunReport, Tally, as_json
from tutanak.store import open_store
from tutanak.store.keys import key_of

AsOf = date | Literal["today"] | None
Stage = Literal["ingest", "extract", "normalise", "emit"]
Result = TypeVar("Result")
_NONE: Final = OwnFiles()


@dataclass(frozen=True, slots=True)
class Settings:
    """What workers need to know beside the document."""

    text: bool
    as_of: AsOf
    own: OwnFiles


def run(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    out: str | os.PathLike[str],
    text: bool = True,
    workers: int = 1,
    publisher: str | None = None,
    as_of: AsOf = None,
    registry: Files = (),
    verdicts: Files = (),
    store: str | None = None,
    wait: float = 0.0,
    max_bytes: int = ingest.MAX_BYTES,
    progress: Callable[[int, int], None] | None = None,
) -> RunReport:
    """Read reports, write records and tables: `tutanak run` in Python.

    Inputs that cannot be read are set aside in `quarantine.jsonl`; they raise nothing.

    Args:
        inputs: Folders, files and patterns, or one of them.
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
        max_bytes: Longest file that is read.
        progress: Called with the number of documents done and of all.

    Raises:
        OptionError: `workers` or `max_bytes` is below 1.
        ResourceError: `registry` or `verdicts` is broken; nothing is read then.
        OutputError: The results cannot be written.
        StoreError: The store cannot be opened or written.
    """
    for name, value in (("workers", workers), ("max_bytes", max_bytes)):
        if value < 1:
            raise OptionError(f"{name} is {value}; it must be 1 or more")
    started, clock = datetime.now(UTC), time.perf_counter()
    named = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    found = find_sources(named, suffixes=ingest.READERS)
    tally = Tally()
    with ExitStack() as stack:
        kept = stack.enter_context(open_store(store)) if store is not None else None
        own = own_files(registry, verdicts, decided=kept.decided() if kept is not None else ())
        if own != _NONE:
            load(own)
        if not found.sources and (Path(out) / RECORDS).exists():
            for failure in found.failures:
                tally.add(failure)
            return tally.report(Path(out), found.skipped, {}, time.perf_counter() - clock)
        group, stamp = grouping(own)
        filled = None
        if kept is not None:
            told: dict[str, object] = {"inputs": [os.fspath(one) for one in named]}
            filled = stack.enter_context(
                kept.filling(options=told | dict(_told(own)), group=group, stamp=stamp, wait=wait)
            )
        results = stack.enter_context(output(Path(out), group=group))
        documents = _documents(found, publisher, max_bytes)
        total = len(found.failures) + len(found.sources)
        in_worker = partial(work, settings=Settings(text, as_of, own))
        in_order = map_ordered(in_worker, documents, workers=workers, lost=lost)
        for done, result in enumerate(in_order, start=1):
            tally.add(result)
            if isinstance(result, Failure):
                results.failure(result)
            else:
                results.record(result)
            if filled is not None:
                filled.take(result)
            if progress is not None:
                progress(done, max(done, total))
        results.finish()
        report = tally.report(Path(out), found.skipped, results.rows, time.perf_counter() - clock)
        results.report(as_json(report, started) | _told(own))
    return report


def process(document: Document, *, as_of: AsOf = None, own: OwnFiles = _NONE) -> Record:
    """One document through extraction and normalisation; errors rise."""
    extractor, normaliser = stages(as_of, own)
    return normaliser(extractor(document))


@lru_cache(maxsize=2)
def stages(
    as_of: AsOf, own: OwnFiles = _NONE
) -> tuple[Callable[[Document], Extraction], Callable[[Extraction], Record]]:
    """The two middle stages, loaded once a process."""
    from tutanak.extraction.pipeline import Extractor
    from tutanak.normalise.assemble import Normaliser

    # No clock: "today" is the end of what the registry knows, the same on every day.
    return Extractor(), Normaliser(load(own), as_of=date.max if as_of == "today" else as_of)


def grouping(own: OwnFiles = _NONE) -> tuple[Group, str]:
    """Which names that are not in the registry are one body, and a stamp of what decides it."""
    return partial(_group, own=own), f"{__version__} {own.stamp}".strip()


def _group(counts: Mapping[str, int], *, own: OwnFiles) -> dict[str, str]:
    """Which names that are not in the registry are one body, with its id."""
    from tutanak.normalise.suggest import provisional_ids

    return provisional_ids(counts, registry=load(own)) if counts else {}


def _told(own: OwnFiles) -> dict[str, list[str]]:
    """The user's own files, for the report."""
    return {
        "registry_files": [str(path) for path in own.registries],
        "verdict_files": [str(path) for path in own.verdicts],
    }


def attempt(source: str, stage: Stage, step: Callable[[], Result]) -> Result | Failure:
    """The document boundary: whatever goes wrong with one document becomes a counted failure."""
    try:
        return step()
    except TutanakError as error:
        return Failure(source, stage, type(error).__name__, str(error))
    except Exception as error:  # noqa: BLE001 -- the one place where this is right
        message = f"{source}: {type(error).__name__} while working on it: {error}; please report it"
        return Failure(source, stage, type(error).__name__, message)


def _documents(found: Found, publisher: str | None, max_bytes: int) -> Iterator[Document | Failure]:
    """All documents in order; what could not be found comes first."""
    yield from found.failures
    for source in found.sources:
        pages = attempt(source.source, "ingest", partial(_read, source, publisher, max_bytes))
        yield from [pages] if isinstance(pages, Failure) else pages


def _read(source: Source, publisher: str | None, max_bytes: int) -> list[Document]:
    return list(ingest.read(source, publisher=publisher, max_bytes=max_bytes))


def work(item: Document | Failure, *, settings: Settings) -> Emitted | Failure:
    """What a worker does with one document."""
    return item if isinstance(item, Failure) else emitted(item, settings=settings)


def emitted(document: Document, *, settings: Settings) -> Emitted | Failure:
    """One document through the middle stages, ready to be written; an error becomes a failure."""
    extractor, normaliser = stages(settings.as_of, settings.own)
    extraction = attempt(document.source, "extract", partial(extractor, document))
    if isinstance(extraction, Failure):
        return extraction
    record = attempt(document.source, "normalise", partial(normaliser, extraction))
    if isinstance(record, Failure):
        return record
    key = key_of(document.source, part=document.key, id=document.id)
    return attempt(document.source, "emit", partial(emit, record, text=settings.text, key=key))


def lost(item: Document | Failure) -> Emitted | Failure:
    """An item whose worker process died."""
    message = f"{item.source}: the process that worked on it died; it may need more memory"
    return Failure(item.source, "extract", "WorkerLost", message)
