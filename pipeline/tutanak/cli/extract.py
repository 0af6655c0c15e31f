"""`tutanak extract`: one text to one record on the standard output."""

from typing import Annotated

import typer

from tutanak.cli.one_text import read_documents
from tutanak.cli.options import (
    Columns,
    Day,
    MaxBytes,
    Publisher,
    Registries,
    Strict,
    Verdicts,
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
    documents = read_documents(
        file,
        published=published,
        publisher=publisher,
        max_bytes=max_bytes,
        column=column,
        strict=strict,
    )

    from tutanak.normalise.own import own_files
    from tutanak.runner import process

    own = own_files(registry or (), verdict_files(verdicts))
    for document in documents:
        typer.echo(process(document, own=own).model_dump_json(indent=2))
