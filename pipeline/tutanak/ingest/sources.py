"""From what the user named to the files to read: sorted, each once, each with an id of its own."""

import glob
import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tutanak.errors import InputError
from tutanak.records import Failure, Notice, Skipped

SIDECAR: Final = ".meta.json"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `source` is its path as the user gave it, with forward slashes.

    `named` is false for what was only found in a folder or by a pattern.
    """

    path: Path
    source: str
    id: str
    notices: tuple[Notice, ...] = ()
    named: bool = True

    @property
    def suffix(self) -> str:
        """How its name ends, in small letters: the key of its reader."""
        return self.path.suffix.casefold()


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, the inputs that lead nowhere, and the files of no kind that is read."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    unknown: tuple[Skipped, ...]

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many files have no reader, by kind."""
        return dict(sorted(Counter(one.kind for one in self.unknown).items()))


def find_sources(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    suffixes: Iterable[str],
    recognise: Callable[[Path], bool] = lambda _: False,
    left_out: Callable[[Collection[str]], Collection[str]] = lambda _: (),
) -> Found:
    """The files that folders, files and patterns stand for, in the order of their paths.

    Folders are searched to the bottom, without hidden files and without following links to
    folders. A file reached twice is read once. Where two files share a stem, the first in order
    keeps it as its id; the others get a suffix made from their path, and a notice.

    Args:
        inputs: Folders, files, patterns (`reports/**/*.txt`).
        suffixes: Endings that have a reader.
        recognise: Whether a file with another ending has one by its content. Files that have none
            are in `unknown`, except where the user named the file itself.
        left_out: Of the names of the files in one folder, those that are no inputs: results of
            earlier runs.
    """
    readable = _Readable(frozenset(suffixes), recognise, left_out)
    paths: dict[str, bool] = {}
    failures: list[Failure] = []
    unknown: dict[str, Skipped] = {}
    for given in sorted({os.fspath(one) for one in inputs}):
        try:
            for path, named in _expand(given, readable, failures):
                if named or readable(path):
                    paths[path] = named or paths.get(path, False)
                elif not path.endswith(SIDECAR):
                    kind = _suffix(path) or "(none)"
                    unknown[os.path.abspath(path)] = Skipped(_posix(path), kind)  # noqa: PTH100
        except InputError as error:
            failures.append(Failure(_posix(given), "ingest", type(error).__name__, str(error)))
    for path in paths:  # a file that is named itself may stand in a folder as well
        unknown.pop(os.path.abspath(path), None)  # noqa: PTH100
    return Found(
        tuple(_with_ids(paths)),
        tuple(failures),
        tuple(sorted(unknown.values(), key=lambda one: one.source)),
    )


class _Readable:
    """Which files of a folder are read: by the ending, else by the content."""

    def __init__(
        self,
        suffixes: frozenset[str],
        recognise: Callable[[Path], bool],
        left_out: Callable[[Collection[str]], Collection[str]],
    ) -> None:
        self.suffixes = suffixes
        self.left_out = left_out
        self._recognise = recognise

    def __call__(self, path: str) -> bool:
        if _suffix(path) in self.suffixes:
            return True
        return not path.endswith(SIDECAR) and self._recognise(Path(path))


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].casefold()  # noqa: PTH122


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _expand(given: str, readable: _Readable, failures: list[Failure]) -> Iterator[tuple[str, bool]]:
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


def _walk(folder: str, readable: _Readable, failures: list[Failure]) -> list[str]:
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
        names = sorted(set(names) - set(readable.left_out(names)))
        files.extend(
            os.path.join(root, name)  # noqa: PTH118
            for name in names
            if not name.startswith(".")
        )
    if not any(map(readable, files)):
        known = ", ".join(sorted(readable.suffixes))
        raise InputError(f"{_posix(folder)}: nothing to read in this folder (looked for {known})")
    return files


def _with_ids(paths: Mapping[str, bool]) -> Iterator[Source]:
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
            yield Source(Path(path), source, stem, named=paths[path])
            continue
        digest = hashlib.sha256(source.encode()).hexdigest()
        length = 8
        while (unique := f"{stem}-{digest[:length]}") in taken:
            length += 1
        taken.add(unique)
        message = f"the id {stem!r} belongs to {owners.get(stem, stem)!r}; this one is {unique!r}"
        notice = Notice("id_made_unique", message)
        yield Source(Path(path), source, unique, (notice,), named=paths[path])
