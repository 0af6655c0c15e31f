"""Bytes to read, wherever they are: a file, a member of an archive, a download, standard input."""

import io
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from tutanak.errors import InputError, TooLargeError
from tutanak.ingest.sidecar import NOTHING_KNOWN, Sidecar
from tutanak.records import DateRole, Granularity, Notice, Span

MAX_BYTES: Final = 10_000_000
HEAD: Final = 4096


class FoundDay(Protocol):
    """A day that a text names, as `tutanak.dates` gives it."""

    @property
    def start(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """Its last day, the same for one day."""

    @property
    def role(self) -> DateRole:
        """What the text says of it: `publication` in a dateline."""

    @property
    def granularity(self) -> Granularity:
        """Whether it is a day, a run of days or a month."""

    @property
    def span(self) -> Span:
        """Where it stands in the text."""


DayFinder = Callable[[str], Sequence[FoundDay]]


def no_days(_: str) -> Sequence[FoundDay]:
    """The finder of who brings none: days are then read from machine-written places only."""
    return ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    `find_days` finds Turkish dates in the lines of a page (readers do not know the stage that can
    do so). `columns` maps fields of a document (`text`, `published`, …) to columns of a table.
    """

    max_bytes: int = MAX_BYTES
    publisher: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    find_days: DayFinder = no_days
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be read as one document, or unpacked into several.

    The bytes are `data`, or the file at `path`. `kind` and `charset` are what the place where they
    came from says of them; the bytes themselves have the last word.
    """

    source: str
    id: str
    suffix: str = ""
    path: Path | None = None
    data: bytes = b""
    about: Sidecar = NOTHING_KNOWN
    published_from: str | None = None
    kind: str | None = None
    charset: str | None = None
    notices: tuple[Notice, ...] = ()
    depth: int = 0

    def open(self) -> BinaryIO:
        """The bytes as a stream.

        Raises:
            InputError: It is no regular file, or the system refuses to read it.
        """
        if self.path is None:
            return io.BytesIO(self.data)
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise InputError(f"{self.source}: not a regular file; give a file to read")
            return self.path.open("rb")
        except OSError as error:
            raise self.refused(error) from error

    def refused(self, error: OSError) -> InputError:
        """The error of a file that the system does not let us read."""
        return InputError(
            f"{self.source}: cannot be read: {error.strerror or error}; check that it is there "
            "and that you may read it"
        )

    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            try:
                return stream.read(HEAD)
            except OSError as error:
                raise self.refused(error) from error

    def read(self, max_bytes: int) -> bytes:
        """All bytes.

        Raises:
            TooLargeError: They are more than `max_bytes`.
            InputError: It is no regular file, or the system refuses to read it.
        """
        with self.open() as stream:
            try:
                size = stream.seek(0, io.SEEK_END)
                stream.seek(0)
                content = stream.read(max_bytes + 1) if size <= max_bytes else b""
            except OSError as error:
                raise self.refused(error) from error
        if size > max_bytes or len(content) > max_bytes:
            raise TooLargeError(too_large(self.source, max(size, len(content)), max_bytes))
        return content


def too_large(name: str, size: int, max_bytes: int) -> str:
    """The message for an input over the limit."""
    return (
        f"{name}: {size:,} bytes are over the limit of {max_bytes:,}; "
        "split it, or raise the limit with --max-bytes"
    )
