"""`tutanak extract`: one text to one record on the standard output."""

from pathlib import Path
from typing import Annotated

import typer

from tutanak.cli.options import (
    Columns,
    Day,
    MaxBytes,
    Publisher,
    Registries,
    Strict,
    Verdicts,
    columns,
    day,
    standard_input,
    verdict_files,
)


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A file, or - for the standard input.")
    ],
    published: Day = None,
    publisher: Publisher = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    max_bytes: MaxBytes = None,
    column: Columns = None,
    strict: Strict = False,
) -> None:
    """Print the record of one text as JSON; those of all texts, of an archive.

    Example: tutanak extract report.txt --published 2022-11-14
    """
    known = day(published, "--published")

    from dataclasses import replace

    from tutanak import ingest, runner
    from tutanak.errors import InputError
    from tutanak.ingest.sources import Source
    from tutanak.normalise.own import own_files
    from tutanak.records import Skipped

    own = own_files(registry or (), verdict_files(verdicts))
    read_so = runner.reading(
        max_bytes=max_bytes or ingest.MAX_BYTES,
        publisher=publisher,
        columns=columns(column),
        strict=strict,
    )
    if file == "-":
        items = ingest.open_contents(standard_input(read_so.max_bytes), read_so)
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
        told = replace(
            document,
            published=known or document.published,
            published_from=None if known else document.published_from,
            publisher=publisher or document.publisher,
        )
        typer.echo(runner.process(told, own=own).model_dump_json(indent=2))
