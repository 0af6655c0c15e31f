"""`tutanak extract`: one text to one record on the standard output."""

from typing import Annotated

import typer

from tutanak.cli.one_text import read_documents
from tutanak.cli.options import (
    Columns,
    Day,
    MaxBytes,
    ModelName,
    NoModel,
    Publisher,
    Registries,
    Strict,
    Verdicts,
    model_name,
    verdict_files,
)
from tutanak.extraction.model_choice import DEFAULT_MODEL


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
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
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

    from tutanak.extraction.model_choice import settled
    from tutanak.normalise.own import own_files
    from tutanak.runner import process

    own = own_files(registry or (), verdict_files(verdicts))
    chosen = settled(model_name(model, no_model))
    for document in documents:
        typer.echo(process(document, own=own, model=chosen).model_dump_json(indent=2))
