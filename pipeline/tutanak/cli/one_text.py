"""What the commands for one text read: a file, or the standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutanak.cli.options import day

if TYPE_CHECKING:
    from tutanak.records import Document


def read_documents(
    file: str, published: str | None, publisher: str | None, max_bytes: int | None
) -> list["Document"]:
    """The documents of a file, or of the standard input where it is `-`.

    Args:
        file: As given on the command line.
        published: The value of `--published`; it goes before what a sidecar says.
        publisher: The value of `--publisher`; so does this.
        max_bytes: The longest input that is read.

    Raises:
        typer.BadParameter: `published` is no day.
        InputError: The input cannot be read, or is a folder.
    """
    known = day(published, "--published")

    from dataclasses import replace

    from tutanak import ingest
    from tutanak.errors import InputError, TooLargeError
    from tutanak.ingest.plain import decode, too_large
    from tutanak.ingest.sources import Source

    limit = max_bytes or ingest.MAX_BYTES
    if file == "-":
        content = sys.stdin.buffer.read(limit + 1)
        if len(content) > limit:
            raise TooLargeError(too_large("standard input", len(content), limit))
        documents = [ingest.from_text(decode(content, "standard input"), publisher=publisher)]
    elif Path(file).is_dir():
        raise InputError(
            f"{file}: a folder, and this reads one text; use `tutanak run {file} --out DIR`"
        )
    else:
        source = Source(Path(file), file.replace("\\", "/"), Path(file).stem)
        documents = list(ingest.read(source, publisher=publisher, max_bytes=limit))
    return [
        replace(
            document,
            published=known or document.published,
            publisher=publisher or document.publisher,
        )
        for document in documents
    ]
