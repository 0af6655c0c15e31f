"""`tutanak models`: which trained models there are, and how one comes here."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True, help="Trained models beside the rules (--model): list, download."
)


class Download(StrEnum):
    """What can be fetched."""

    stanza = "stanza"


@app.command("list")
def list_models() -> None:
    """List the models that --model can name here, and what is wrong with those it cannot.

    Example: tutanak models list
    """
    from tutanak.extraction.model_list import models

    for one in models():
        typer.echo(f"{one.name}: {one.fault}" if one.fault else f"{one.name}: {one.title}")


@app.command("download")
def download(
    name: Annotated[Download, typer.Argument(metavar="stanza", help="What to fetch.")],
    folder: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Where to [default: where Stanza looks]."),
    ] = None,
) -> None:
    """Fetch Stanza's Turkish models from its makers; some hundred megabytes, by network.

    Example: tutanak models download stanza
    """
    from tutanak.extraction.model_stanza_files import download as fetch

    home = fetch(None if folder is None else str(folder))
    asked = name.value if folder is None else f"{name.value}:{folder}"
    typer.echo(f"{name.value}: in {home}; use it: --model {asked}")
