"""`tutanak extract`: one text to one record on the standard output."""

from typing import Annotated

import typer

from tutanak.cli.one_text import read_documents
from tutanak.cli.options import (
    Day,
    MaxBytes,
    Publisher,
    Registries,
    Verdicts,
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
    documents = read_documents(file, published, publisher, max_bytes)

    from tutanak.normalise.own import own_files
    from tutanak.runner import process

    own = own_files(registry or (), verdict_files(verdicts))
    for document in documents:
        typer.echo(process(document, own=own).model_dump_json(indent=2))
