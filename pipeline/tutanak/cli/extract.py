"""`tutanak extract`: one text to one record on the standard output."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tutanak.cli.options import (
    Day,
    MaxBytes,
    Publisher,
    Registries,
    Verdicts,
    day,
    verdict_files,
)


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text file, or - for stdin.")],
    published: Day = None,
    publisher: Publisher = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Print the record of one text as JSON.

    Example: tutanak extract report.txt --published 2022-11-14
    """
    known = day(published, "--published")

    from dataclasses import replace

    from tutanak import ingest
    from tutanak.errors import TooLargeError
    from tutanak.ingest.plain import decode, too_large
    from tutanak.ingest.sources import Source
    from tutanak.normalise.own import own_files
    from tutanak.runner import process

    own = own_files(registry or (), verdict_files(verdicts))
    limit = max_bytes or ingest.MAX_BYTES
    if file == "-":
        content = sys.stdin.buffer.read(limit + 1)
        if len(content) > limit:
            raise TooLargeError(too_large("standard input", len(content), limit))
        documents = [ingest.from_text(decode(content, "standard input"), publisher=publisher)]
    else:
        source = Source(Path(file), file.replace("\\", "/"), Path(file).stem)
        documents = list(ingest.read(source, publisher=publisher, max_bytes=limit))
    for document in documents:
        told = replace(
            document,
            published=known or document.published,
            publisher=publisher or document.publisher,
        )
        typer.echo(process(told, own=own).model_dump_json(indent=2))
