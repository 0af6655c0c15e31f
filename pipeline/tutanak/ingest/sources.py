"""From what the user named to the files to read: sorted, each once, each with an id of its own."""

import glob
import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tutanak.errors import InputError
from tutanak.records import Failure, Notice

SIDECAR: Final = ".meta.json"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `source` is its path as the user gave it, with forward slashes."""

    path: Path
    source: str
    id: str
    notices: tuple[Notice, ...] = ()

    @property
    def suffix(self) -> str:
        """How its name ends, in small letters: the key of its reader."""
        return self.path.suffix.casefold()


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, the inputs that lead nowhere, and how many files have no reader."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    skipped: Mapping[str, int]


def find_sources(inputs: Iterable[str | os.PathLike[str]], *, suffixes: Iterable[str]) -> Found:
    """The files that folders, files and patterns stand for, in the order of their paths.

    Folders are searched to the bottom, without hidden files and without following links to
    folders. A file reached twice is read once. Where two files share a stem, the first in order
    keeps it as its id; the others get a suffix made from their path, and a notice.

    Args:
        inputs: Folders, files, patterns (`reports/**/*.txt`).
        suffixes: Endings that have a reader; other files are counted in `skipped`, except where
            the user named the file itself.
    """
    readable = frozenset(suffixes)
    paths: set[str] = set()
    failures: list[Failure] = []
    skipped: Counter[str] = Counter()
    for given in sorted({os.fspath(one) for one in inputs}):
        try:
            for path, named in _expand(given, readable, failures):
                suffix = os.path.splitext(path)[1].casefold()  # noqa: PTH122
                if named or suffix in readable:
                    paths.add(path)
                elif not path.endswith(SIDECAR):
                    skipped[suffix or "(none)"] += 1
        except InputError as error:
            failures.append(Failure(_posix(given), "ingest", type(error).__name__, str(error)))
    return Found(tuple(_with_ids(paths)), tuple(failures), dict(sorted(skipped.items())))


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _expand(
    given: str, readable: frozenset[str], failures: list[Failure]
) -> Iterator[tuple[str, bool]]:
    """The files behind one input; whether the user named the file itself."""
    if os.path.isdir(given):  # noqa: PTH112 -- strings keep the path as it was given
        yield from ((path, False) for path in _walk(given, readable, failures))
    elif os.path.lexists(given):
        yield given, True
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207
        if not matches:
            raise InputError(f"{_posix(given)}: no file matches this pattern")
        for match in matches:
            if os.path.isdir(match):  # noqa: PTH112
                if "**" not in given:
                    yield from ((path, False) for path in _walk(match, readable, failures))
            else:
                yield match, False
    else:
        raise InputError(f"{_posix(given)}: no such file or folder; check how it is spelt")


def _walk(folder: str, readable: frozenset[str], failures: list[Failure]) -> list[str]:
    """All files below a folder, hidden ones left out.

    Raises:
        InputError: None of them has a reader.
    """
    files: list[str] = []

    def refuse(error: OSError) -> None:
        name = _posix(str(error.filename))
        message = f"{name}: this folder cannot be opened: {error.strerror}"
        failures.append(Failure(name, "ingest", "InputError", message))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(
            os.path.join(root, name)  # noqa: PTH118
            for name in sorted(names)
            if not name.startswith(".")
        )
    if not any(os.path.splitext(name)[1].casefold() in readable for name in files):  # noqa: PTH122
        known = ", ".join(sorted(readable))
        raise InputError(f"{_posix(folder)}: nothing to read in this folder (looked for {known})")
    return files


def _with_ids(paths: Iterable[str]) -> Iterator[Source]:
    taken: set[str] = set()
    seen: set[str] = set()
    owners: dict[str, str] = {}
    for path, source in sorted(((path, _posix(path)) for path in paths), key=lambda pair: pair[1]):
        if (place := os.path.abspath(path)) in seen:  # noqa: PTH100
            continue
        seen.add(place)
        stem = unicodedata.normalize("NFC", Path(path).stem)
        if stem not in taken:
            taken.add(stem)
            owners[stem] = source
            yield Source(Path(path), source, stem)
            continue
        digest = hashlib.sha256(source.encode()).hexdigest()
        length = 8
        while (unique := f"{stem}-{digest[:length]}") in taken:
            length += 1
        taken.add(unique)
        message = f"the id {stem!r} belongs to {owners.get(stem, stem)!r}; this one is {unique!r}"
        yield Source(Path(path), source, unique, (Notice("id_made_unique", message),))
