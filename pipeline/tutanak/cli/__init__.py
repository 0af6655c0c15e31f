"""The command line: each command checks its arguments, makes one call and sets the exit code.

Nothing heavy is imported at the top of these modules, so that `--help` answers at once.
"""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tutanak import __version__
from tutanak.cli import (
    evaluate,
    export,
    extract,
    models,
    registry,
    run,
    schema,
    status,
    store,
    sync,
    why,
)
from tutanak.errors import OptionError, TutanakError

NOTHING_DONE = 1
USAGE = 2


class _Commands(TyperGroup):
    """Errors that are raised on purpose become one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TutanakError as error:
            typer.echo(f"error: {error}", err=True)
            raise typer.Exit(USAGE if isinstance(error, OptionError) else NOTHING_DONE) from error


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="Turn Turkish meeting reports and press releases into structured records.",
    epilog="Exit codes: 0 all read; 1 nothing could be done; 2 wrong usage; "
    "3 done, but some inputs were set aside (quarantine.jsonl says why).",
)
app.command("run")(run.command)
app.command("extract")(extract.command)
app.command("why")(why.command)
app.command("evaluate")(evaluate.command)
app.command("export")(export.command)
app.command("sync")(sync.sync)
app.command("watch")(sync.watch)
app.command("status")(status.command)
app.command("schema")(schema.command)
app.add_typer(models.app, name="models")
app.add_typer(registry.app, name="registry")
app.add_typer(store.app, name="store")


@app.command("version")
def version() -> None:
    """Print the version."""
    typer.echo(__version__)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tutanak {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    show: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Options before any command."""


def main() -> None:
    """The script `tutanak`. Output is UTF-8 also where the system's default is not."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="tutanak")
