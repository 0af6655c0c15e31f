"""`tutanak why`: the rule, the cue words and the rivals of each value of one text."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tutanak.cli.one_text import read_documents
from tutanak.cli.options import (
    AsJson,
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

if TYPE_CHECKING:
    from tutanak.reasons.values import Reasons

_NOTHING = 1
_STYLES = {
    "head": "bold",
    "value": "bold reverse",
    "cue": "bold underline green",
    "refused": "red",
    "label": "cyan",
    "dim": "dim",
}


class Field(StrEnum):
    """The lists of a record whose values can be asked about."""

    dates = "dates"
    institutions = "institutions"
    people = "people"
    counts = "counts"
    meetings = "meetings"


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text file, or - for stdin.")],
    field: Annotated[
        Field | None, typer.Argument(help="Which values; all where it is left out.")
    ] = None,
    value: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only values with this in them.")
    ] = None,
    index: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Only the Nth value, from 0.")
    ] = None,
    published: Day = None,
    publisher: Publisher = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    max_bytes: MaxBytes = None,
    column: Columns = None,
    strict: Strict = False,
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
    as_json: AsJson = False,
) -> None:
    """Show why each value is there: its rule, its cue words, and what it beat.

    Example: tutanak why report.txt counts --published 2022-11-14
    """
    documents = read_documents(
        file,
        published=published,
        publisher=publisher,
        max_bytes=max_bytes,
        column=column,
        strict=strict,
    )

    from tutanak.api import explain_document
    from tutanak.extraction.model_choice import settled
    from tutanak.normalise.own import own_files

    own = own_files(registry or (), verdict_files(verdicts))
    chosen = settled(model_name(model, no_model))
    found = False
    for document in documents:
        answer = explain_document(
            document,
            field.value if field else None,
            value=value,
            index=index,
            own=own,
            model=chosen,
        )
        found = found or bool(answer.values)
        if as_json:
            import json

            typer.echo(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
        else:
            _print(answer)
    if not found and (value is not None or index is not None):
        typer.echo("no such value; leave --value and --index out to see all", err=True)
        raise typer.Exit(_NOTHING)


def _print(answer: "Reasons") -> None:
    """With colours on a terminal, with marks elsewhere."""
    if not sys.stdout.isatty():
        typer.echo(str(answer))
        return
    from rich.console import Console
    from rich.text import Text

    from tutanak.reasons.printout import styled

    console = Console(highlight=False)
    for line in styled(answer):
        console.print(Text.assemble(*((text, _STYLES.get(style, "")) for text, style in line)))
