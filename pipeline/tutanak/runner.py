"""Wires the stages, from inputs to files: the only module that knows them all.

Documents are read, worked on and written one after another, so memory does not grow with their
number, and one that cannot be read or makes a rule fail is set aside while the rest goes on.
"""

import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, Literal, TypeVar

from tutanak import ingest
from tutanak.arguments import a_number, a_path, a_text_or_none, paths
from tutanak.copy_search import CopySearch
from tutanak.emit.copied import NO_COPIES
from tutanak.emit.output import RECORDS, Emitted, emit, output, results_in
from tutanak.errors import OptionError, TutanakError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.ids import Ids
from tutanak.ingest.kinds import recognised
from tutanak.ingest.sources import Found, find_sources
from tutanak.normalise.own import Files, OwnFiles, load, own_files
from tutanak.pool import map_ordered
from tutanak.records import Document, Extraction, Failure, Record, Skipped
from tutanak.report import RunReport, Tally, as_json

Input = str | os.PathLike[str] | Content
Item = Content | Failure | Skipped
AsOf = date | Literal["today"] | None
Stage = Literal["ingest", "extract", "normalise", "emit"]
Result = TypeVar("Result")
_NONE: Final = OwnFiles()


@dataclass(frozen=True, slots=True)
class _Settings:
    reading: Reading
    text: bool
    as_of: AsOf
    own: OwnFiles


def run(
    inputs: Input | Iterable[Input],
    *,
    out: str | os.PathLike[str],
    text: bool = True,
    workers: int = 1,
    publisher: str | None = None,
    as_of: AsOf = None,
    registry: Files = (),
    verdicts: Files = (),
    max_bytes: int = ingest.MAX_BYTES,
    columns: Mapping[str, str] | None = None,
    strict: bool = False,
    copies: bool = True,
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
        max_bytes: Longest text that is read: a file, a member of an archive, a row.
        columns: Which column of tables holds what: `{"text": "metin"}` (docs/archives.md).
        strict: Set aside what could not be read whole, and files of unknown kinds.
        copies: Whether copies of one release are looked for; they are counted once.
        progress: Called with the number of documents done and of all.

    Raises:
        OptionError: `workers` or `max_bytes` is below 1, an argument of the wrong type, or
            `columns` maps a field that documents do not have.
        ResourceError: `registry` or `verdicts` is broken; nothing is read then.
        OutputError: The results cannot be written.
    """
    for name, value in (("workers", workers), ("max_bytes", max_bytes)):
        a_number(value, name, least=1)
    out = a_path(out, "out")
    named, at_hand = _told_apart(inputs)
    a_text_or_none(publisher, "publisher")
    if as_of not in (None, "today") and not isinstance(as_of, date):
        raise OptionError(f"as_of is {as_of!r}; give 'today', a date or None")
    read_so = reading(max_bytes=max_bytes, publisher=publisher, columns=columns, strict=strict)
    own = own_files(registry, verdicts)
    if own != _NONE:
        load(own)
    started, clock = datetime.now(UTC), time.perf_counter()
    found = find_sources(named, suffixes=ingest.SUFFIXES, recognise=recognised, left_out=results_in)
    found = _without(found, {*own.registries, *own.verdicts})
    tally = Tally()
    if not found.sources and not at_hand and (Path(out) / RECORDS).exists():
        for failure in found.failures:
            tally.add(failure)
        for unknown in found.unknown:
            tally.add(unknown)
        return tally.report(Path(out), {}, time.perf_counter() - clock)
    with (
        output(Path(out), group=partial(_group, own=own)) as results,
        tempfile.TemporaryFile() as bodies,
    ):
        search = CopySearch(bodies) if copies else None
        items = _items(found, at_hand, read_so)
        total = len(found.failures) + len(found.sources) + len(at_hand)
        work = partial(_work, settings=_Settings(read_so, text, as_of, own))
        in_order = map_ordered(work, items, workers=workers, lost=_lost)
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
            if progress is not None:
                progress(done, max(done, total))
        found_copies = search.found() if search is not None else NO_COPIES
        results.finish(found_copies, doubled=tally.take_back)
        report = tally.report(Path(out), results.rows, time.perf_counter() - clock)
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

    registry = load(own)
    # No clock: "today" is the end of what the registry knows, the same on every day.
    return Extractor(names=registry.own_names()), Normaliser(
        registry, as_of=date.max if as_of == "today" else as_of
    )


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


def _attempt(source: str, stage: Stage, step: Callable[[], Result]) -> Result | Failure:
    """The document boundary: whatever goes wrong with one document becomes a counted failure."""
    try:
        return step()
    except TutanakError as error:
        told = str(error) if source in str(error) else f"{source}: {error}"
        return Failure(source, stage, type(error).__name__, told)
    except Exception as error:  # noqa: BLE001 -- the one place where this is right
        message = f"{source}: {type(error).__name__} while working on it: {error}; please report it"
        return Failure(source, stage, type(error).__name__, message)


def _items(found: Found, at_hand: Sequence[Content], read_so: Reading) -> Iterator[Item]:
    """All that is to be read, in order, with ids of their own; what was not found comes first."""
    yield from found.failures
    for unknown in found.unknown:
        yield _refused(unknown) if read_so.strict else unknown
    ids = Ids([source.id for source in found.sources])
    for source in found.sources:
        yield from _opened(source.source, ingest.contents(source, read_so), ids, read_so)
    for content in at_hand:
        yield from _opened(content.source, ingest.open_contents(content, read_so), ids, read_so)


def _told_apart(
    inputs: Input | Iterable[Input],
) -> tuple[tuple[str | os.PathLike[str], ...], list[Content]]:
    """The paths and the bytes among what is to be read, each in their order."""
    if isinstance(inputs, Content):
        return (), [inputs]
    if isinstance(inputs, str | bytes | bytearray | os.PathLike) or not isinstance(
        inputs, Iterable
    ):
        return paths(inputs, "inputs"), []
    several = list(inputs)
    return (
        paths([one for one in several if not isinstance(one, Content)], "inputs"),
        [one for one in several if isinstance(one, Content)],
    )


def _without(found: Found, files: Collection[Path]) -> Found:
    """What was found in folders without the user's own tables, which may lie there too."""
    tables = {Path(file).resolve() for file in files}
    return replace(
        found,
        sources=tuple(s for s in found.sources if s.named or s.path.resolve() not in tables),
        unknown=tuple(u for u in found.unknown if Path(u.source).resolve() not in tables),
    )


def _opened(source: str, items: Iterator[Item], ids: Ids, read_so: Reading) -> Iterator[Item]:
    """What one input holds; where it breaks off, the failure stands in its place."""
    while True:
        item = _attempt(source, "ingest", partial(next, items, None))
        if item is None:
            return
        if isinstance(item, Content):
            item = ids.settle(item)
        elif isinstance(item, Skipped) and read_so.strict:
            item = _refused(item)
        yield item


def _refused(unknown: Skipped) -> Failure:
    message = f"{unknown.source}: of no kind that is read ({unknown.kind}); --strict asks for all"
    return Failure(unknown.source, "ingest", "CoverageError", message)


def _work(item: Item, *, settings: _Settings) -> Emitted | Failure | Skipped:
    """What a worker does with one document: reading it, too."""
    if not isinstance(item, Content):
        return item
    document = _attempt(item.source, "ingest", partial(ingest.document, item, settings.reading))
    if isinstance(document, Failure):
        return document
    extractor, normaliser = stages(settings.as_of, settings.own)
    extraction = _attempt(item.source, "extract", partial(extractor, document))
    if isinstance(extraction, Failure):
        return extraction
    record = _attempt(item.source, "normalise", partial(normaliser, extraction))
    if isinstance(record, Failure):
        return record
    return _attempt(item.source, "emit", partial(emit, record, text=settings.text))


def _lost(item: Item) -> Emitted | Failure | Skipped:
    """An item whose worker process died."""
    if isinstance(item, Skipped):
        return item
    message = f"{item.source}: the process that worked on it died; it may need more memory"
    return Failure(item.source, "extract", "WorkerLost", message)
