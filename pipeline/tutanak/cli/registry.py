"""`tutanak registry`: what the program knows about bodies, and what people told it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tutanak.cli import registry_answers, registry_decide, registry_files, registry_suggest
from tutanak.cli.options import AsJson, Registries, Verdicts, day, verdict_files

if TYPE_CHECKING:
    from tutanak.normalise.explain import Explanation

_NOT_FOUND: Final = 1

app = typer.Typer(no_args_is_help=True, help="Look into the registry of bodies, and add to it.")

_Name = Annotated[str, typer.Argument(metavar="NAME", help="A body's name, as in a text.")]
_On = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it bore that name."),
]
_Beside = Annotated[
    list[str] | None,
    typer.Option("--beside", metavar="NAME", help="Another name of the same text; repeatable."),
]


@app.command("lookup")
def lookup(
    name: _Name,
    on: _On = None,
    beside: _Beside = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    as_json: AsJson = False,
) -> None:
    """Show what a name links to; of an ambiguous name, the bodies that bear it.

    Exit code 1 if no body bears the name.

    Example: tutanak registry lookup "Göç İdaresi Gn. Md." --date 2019-05-01
    """
    answer = _asked(name, on, beside, registry, verdicts)
    _show(answer, as_json, registry_answers.short)
    if answer.link.method == "none":
        raise typer.Exit(_NOT_FOUND)


@app.command("explain")
def explain(
    name: _Name,
    on: _On = None,
    beside: _Beside = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    as_json: AsJson = False,
) -> None:
    """Say why a name links as it does: its key, the step that found it, what stopped others.

    Example: tutanak registry explain "Ereğli Belediyesi" --beside "Konya Valiliği"
    """
    _show(_asked(name, on, beside, registry, verdicts), as_json, registry_answers.full)


def _asked(
    name: str,
    on: str | None,
    beside: list[str] | None,
    registry: list[Path] | None,
    verdicts: list[Path] | None,
) -> "Explanation":
    when = day(on, "--date")

    from tutanak.normalise.own import load, own_files

    own = own_files(registry or (), verdict_files(verdicts))
    return load(own).explain(name, on=when, context=beside or ())


def _show(
    answer: "Explanation", as_json: bool, lines: "Callable[[Explanation], Iterator[str]]"
) -> None:
    if as_json:
        import json
        from dataclasses import asdict

        typer.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=2, default=str))
        return
    for line in lines(answer):
        typer.echo(line)


app.command("accept")(registry_decide.accept)
app.command("reject")(registry_decide.reject)
app.command("alias")(registry_decide.alias)
app.command("merge")(registry_decide.merge)
app.command("suggest")(registry_suggest.suggest)
app.command("check")(registry_files.check)
app.command("export")(registry_files.export)
app.command("import")(registry_files.import_)
