"""Watched folders: which files there are, and what tells whether they have changed."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tutanak import ingest
from tutanak.emit.output import results_in
from tutanak.errors import InputError
from tutanak.ingest.kinds import recognised
from tutanak.ingest.sources import SIDECAR, find_sources
from tutanak.records import Failure
from tutanak.store.keys import key_of
from tutanak.sync.entry import FileEntry
from tutanak.sync.sources import Folder


@dataclass(frozen=True, slots=True)
class Watched:
    """The files of a folder, the places in it that cannot be opened, files still being written."""

    entries: tuple[FileEntry, ...]
    failures: tuple[Failure, ...]
    unsettled: int


def watched(folder: Folder) -> Watched:
    """The readable files of a folder in the order of their paths.

    Raises:
        InputError: There is no such folder, or it cannot be opened.
    """
    root = folder.root / folder.path
    if not root.is_dir():
        raise InputError(f"{folder.path}: there is no such folder; `path` counts from sources.toml")
    if not os.access(root, os.R_OK | os.X_OK):
        raise InputError(f"{folder.path}: this folder cannot be opened; check who may read it")
    found = find_sources(
        [root], suffixes=ingest.SUFFIXES, recognise=recognised, left_out=results_in
    )
    whole = root.as_posix()
    youngest = time.time() - folder.settle.total_seconds() if folder.settle else None
    entries: list[FileEntry] = []
    unsettled = 0
    for source in found.sources:
        inside = source.source.removeprefix(whole).lstrip("/")
        stamp, changed = _stamp(source.path)
        if youngest is not None and changed > youngest:
            unsettled += 1
            continue
        shown = f"{folder.path.rstrip('/')}/{inside}"
        entries.append(FileEntry(source.path, shown, key_of(str(source.path)), stamp))
    return Watched(tuple(entries), tuple(_inner(found.failures, whole)), unsettled)


def _inner(failures: tuple[Failure, ...], whole: str) -> Iterator[Failure]:
    """Without that of the folder itself: an empty watched folder is no failure."""
    yield from (failure for failure in failures if failure.source != whole)


def _stamp(path: Path) -> tuple[str, float]:
    """Size and time of change of a file and its sidecar, and the later of the two times."""
    stamps: list[str] = []
    latest = 0.0
    for file in (path, path.with_name(path.stem + SIDECAR)):
        try:
            status = file.stat()
        except OSError:
            stamps.append("-")
            continue
        stamps.append(f"{status.st_size}.{status.st_mtime_ns}")
        latest = max(latest, status.st_mtime)
    return " ".join(stamps), latest
