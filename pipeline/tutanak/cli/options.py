"""Options and checks that several commands share."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tutanak.extraction.model_choice import DEFAULT_MODEL, NONE

if TYPE_CHECKING:
    from tutanak.ingest.content import Content

Publisher = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who issued the texts, where no sidecar says so."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes", min=1, metavar="N", help="Longest text that is read [default: 10 MB]."
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Column of a table for text, title, publisher, published, url or id. Repeatable.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Set aside what could not be read whole.")]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When the text was published.")]

Registries = Annotated[
    list[Path] | None,
    typer.Option(
        "--registry", metavar="FILE", help="Your own bodies, CSV or FtM JSON; repeatable."
    ),
]
ModelName = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAME",
        help="A trained model beside the rules: a spaCy package or folder, stanza, auto, or none.",
    ),
]
NoModel = Annotated[bool, typer.Option("--no-model", help="Rules alone: --model none.")]
VERDICTS: Final = Path("verdicts.csv")
Verdicts = Annotated[
    list[Path] | None,
    typer.Option(
        "--verdicts",
        metavar="FILE",
        help="Decisions about names [default: verdicts.csv here, if there is one]. Repeatable.",
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        min=0.0, metavar="SECONDS", help="How long to wait for another run that fills the store."
    ),
]
Store = Annotated[
    str, typer.Argument(metavar="STORE", help="An SQLite file, or a URL: see docs/store.md.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print an object.")]


def verdict_files(given: list[Path] | None) -> list[Path]:
    """The files of verdicts to replay: those given, else the one of this folder if it is there."""
    if given:
        return given
    return [VERDICTS] if VERDICTS.is_file() else []


def model_name(given: str, without: bool) -> str:
    """What `--model` and `--no-model` ask for together.

    Raises:
        typer.BadParameter: They contradict each other.
    """
    if without and given not in (NONE, DEFAULT_MODEL):
        raise typer.BadParameter(f"with --model {given}", param_hint="--no-model")
    return NONE if without else given


def columns(given: list[str] | None) -> dict[str, str]:
    """The map of `FIELD=NAME` options.

    Raises:
        typer.BadParameter: One is not written so.
    """
    pairs = [one.partition("=") for one in given or ()]
    for field, equals, name in pairs:
        if not (equals and name and field):
            raise typer.BadParameter(f"{field + equals!r}: write FIELD=NAME", param_hint="--column")
    return {field: name for field, _, name in pairs}


def standard_input(max_bytes: int) -> "Content":
    """The bytes of the standard input, to be read by what they are.

    Raises:
        TooLargeError: They are more than `max_bytes`.
    """
    from tutanak.errors import TooLargeError
    from tutanak.ingest.content import Content, too_large

    content = sys.stdin.buffer.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise TooLargeError(too_large("standard input", len(content), max_bytes))
    return Content("standard input", "stdin", data=content)


def day(value: str | None, option: str) -> date | None:
    """An option's value as a day.

    Raises:
        typer.BadParameter: It is not written as YYYY-MM-DD.
    """
    if value is None:
        return None
    from tutanak.ingest.sidecar import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
