"""`tutanak registry`: what the program knows about bodies, and what people told it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tutanak.cli import registry_decide, registry_files, registry_suggest
from tutanak.cli.options import AsJson, Registries, Verdicts, day, verdict_files

if TYPE_CHECKING:
    from tutanak.normalise.explain import Explanation

_ABSTAINS: Final = {
    "none": "no such body in the registry",
    "ambiguous": "several bodies bear this name",
}

app = typer.Typer(no_args_is_help=True, help="Look into the registry of bodies, and add to it.")


@app.command("lookup")
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A body's name, as in a text.")],
    on: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it bore that name."),
    ] = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    as_json: AsJson = False,
) -> None:
    """Show what a name links to, and why.

    Example: tutanak registry lookup "Göç İdaresi Gn. Md." --date 2019-05-01
    """
    when = day(on, "--date")

    from tutanak.normalise.own import load, own_files

    own = own_files(registry or (), verdict_files(verdicts))
    answer = load(own).explain(name, on=when)
    if as_json:
        import json
        from dataclasses import asdict

        typer.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=2, default=str))
        return
    for line in _lines(answer):
        typer.echo(line)


def _lines(answer: "Explanation") -> Iterator[str]:
    """The answer, then what else came near and what kept it out."""
    link = answer.link
    if link.id is None:
        yield f"{answer.query}: {_ABSTAINS[link.method]}"
    else:
        yield f"{answer.query} -> {link.canonical_name}"
        kind = f"{link.kind}, part of {link.parent}" if link.parent else str(link.kind)
        yield f"  {link.id} ({kind})"
        yield f"  {link.method}, score {link.score:.2f}"
    others = [one for one in answer.candidates if one.guard is not None]
    if others:
        yield "came near, with what kept each out:"
    for one in others:
        yield f"  {one.score:.2f}  {one.name}  {one.id}  {one.guard}: {one.detail}"


app.command("accept")(registry_decide.accept)
app.command("reject")(registry_decide.reject)
app.command("alias")(registry_decide.alias)
app.command("merge")(registry_decide.merge)
app.command("suggest")(registry_suggest.suggest)
app.command("check")(registry_files.check)
app.command("export")(registry_files.export)
app.command("import")(registry_files.import_)
