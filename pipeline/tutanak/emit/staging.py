"""Files that appear whole or not at all: written aside, flushed to disk, then put in place."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutanak.errors import OutputError


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to write into; when the block ends well, its files move to `out` one by one.

    Each move replaces an older file of that name in one step. If the block fails, `out` keeps
    what it had.

    Raises:
        OutputError: `out` cannot be made or written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".tutanak-", dir=out))
    except OSError as error:
        raise OutputError(
            f"{out}: results cannot be written there: {error.strerror or error}; "
            "choose another folder with --out"
        ) from error
    try:
        yield aside
        for path in sorted(aside.iterdir()):
            _flush(path)
        for path in sorted(aside.iterdir()):
            path.replace(out / path.name)
        _flush(out)
    except OSError as error:
        raise OutputError(
            f"{out}: writing the results failed: {error.strerror or error} ({error.filename})"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _flush(path: Path) -> None:
    """Wait until a file or folder is on the disk. Windows cannot do so for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
