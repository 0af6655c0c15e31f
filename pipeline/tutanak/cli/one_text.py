"""What the commands for one text read: a file, an archive of several, or the standard input."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tutanak.cli.options import columns, day, standard_input

if TYPE_CHECKING:
    from tutanak.records import Document


def read_documents(
    file: str,
    *,
    published: str | None,
    publisher: str | None,
    max_bytes: int | None,
    column: list[str] | None = None,
    strict: bool = False,
) -> Iterator["Document"]:
    """The documents of a file, or of the standard input where it is `-`, one after another.

    Args:
        file: As given on the command line.
        published: The value of `--published`; it goes before what a sidecar says.
        publisher: The value of `--publisher`; so does this.
        max_bytes: The longest input that is read.
        column: The values of `--column`, as `FIELD=NAME`.
        strict: Whether a text that could not be read whole is an error.

    Raises:
        typer.BadParameter: `published` is no day, or a column is not written so.
        OptionError: A column is none of a document.
        InputError: The input, or a part of it, cannot be read, or it is a folder.
    """
    known = day(published, "--published")
    named = columns(column)

    from dataclasses import replace

    from tutanak import ingest, runner
    from tutanak.errors import InputError
    from tutanak.ingest.sources import Source
    from tutanak.records import Skipped

    read_so = runner.reading(
        max_bytes=max_bytes or ingest.MAX_BYTES, publisher=publisher, columns=named, strict=strict
    )
    if file == "-":
        items = ingest.open_contents(standard_input(read_so.max_bytes), read_so)
    elif Path(file).is_dir():
        raise InputError(
            f"{file}: a folder, and this reads one text; use `tutanak run {file} --out DIR`"
        )
    else:
        source = Source(Path(file), file.replace("\\", "/"), Path(file).stem)
        items = ingest.contents(source, read_so)
    for item in items:
        if isinstance(item, Skipped):
            typer.echo(f"not read: {item.source}: of no kind that is read ({item.kind})", err=True)
            continue
        if not isinstance(item, ingest.Content):
            raise InputError(item.message)
        document = ingest.document(item, read_so)
        yield replace(
            document,
            published=known or document.published,
            published_from=None if known else document.published_from,
            publisher=publisher or document.publisher,
        )
