"""`tutanak registry`: what the program knows about bodies."""

from typing import Annotated

import typer

from tutanak.cli.options import day

app = typer.Typer(no_args_is_help=True, help="Look into the registry of bodies.")


@app.callback()
def _group() -> None:
    """Keeps `lookup` a command of its own while it is the only one."""


@app.command("lookup")
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A body's name, as in a text.")],
    on: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it bore that name."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print an object.")] = False,
) -> None:
    """Show what a name links to, and why.

    Example: tutanak registry lookup "Göç İdaresi Gn. Md." --date 2019-05-01
    """
    when = day(on, "--date")
    raise NotImplementedError(name, when, as_json)
