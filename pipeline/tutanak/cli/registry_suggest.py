"""`tutanak registry suggest`: what a run found that people should decide."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutanak.cli.options import AsJson, Registries, Verdicts, verdict_files

if TYPE_CHECKING:
    from tutanak.normalise.review import Review


def suggest(
    run: Annotated[
        Path, typer.Argument(metavar="RECORDS|DIR", help="The --out of a run, or a records.jsonl.")
    ],
    top: Annotated[int, typer.Option(min=1, metavar="N", help="How many of each.")] = 20,
    registry: Registries = None,
    verdicts: Verdicts = None,
    as_json: AsJson = False,
) -> None:
    """List the most frequent names of a run that no body in the registry has, and new acronyms.

    Example: tutanak registry suggest data/processed --top 10
    """
    from tutanak.normalise.own import load, own_files
    from tutanak.normalise.review import Review, read_run, review

    own = own_files(registry or (), verdict_files(verdicts))
    found = review(read_run(run), load(own))
    shown = Review(found.unlisted[:top], found.aliases[:top])
    if as_json:
        import json
        from dataclasses import asdict

        typer.echo(json.dumps(asdict(shown), ensure_ascii=False, indent=2))
        return
    for line in _lines(shown):
        typer.echo(line)


def _lines(found: "Review") -> Iterator[str]:
    """Names with their spellings, then acronyms with the command that takes them on."""
    yield "not in the registry (mentions, name, id):" if found.unlisted else "all names are listed"
    for one in found.unlisted:
        yield f"{one.count:6,}  {one.name}  {one.id}"
        if len(one.variants) > 1:
            yield "        " + "; ".join(f"{name} ({count})" for name, count in one.variants)
    if found.aliases:
        yield "acronyms that texts give (documents, acronym, name):"
    for new in found.aliases:
        yield f"{new.documents:6,}  {new.alias}  {new.name}" + (f"  {new.id}" if new.id else "")
        if new.id:
            yield f'        tutanak registry alias "{new.alias}" {new.id}'
