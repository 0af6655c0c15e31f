"""`tutanak evaluate`: how well the records agree with gold."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tutanak.cli.options import (
    ModelName,
    NoModel,
    Registries,
    Verdicts,
    model_name,
    verdict_files,
)
from tutanak.extraction.model_choice import DEFAULT_MODEL


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    texts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the texts; their records are made anew."),
    ] = None,
    records: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A records.jsonl to score instead."),
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="List up to N mistakes for each field.")
    ] = 0,
    registry: Registries = None,
    verdicts: Verdicts = None,
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print an object.")] = False,
    with_intervals: Annotated[
        bool, typer.Option("--intervals", help="Add 95 % intervals of F1 (bootstrap).")
    ] = False,
) -> None:
    """Print precision, recall and F1 by field.

    Example: tutanak evaluate tests/golden/tuned --texts data/raw --errors 5
    """
    if (texts is None) == (records is None):
        raise typer.BadParameter("give either --texts DIR or --records FILE")

    from tutanak.api import evaluate
    from tutanak.evaluation import intervals, printout

    decisions = verdict_files(verdicts) if records is None else verdicts or []
    score = evaluate(
        gold,
        texts=texts,
        records=records,
        registry=registry or (),
        verdicts=decisions,
        model=model_name(model, no_model),
    )
    bounds = intervals(score) if with_intervals else None
    if as_json:
        typer.echo(json.dumps(printout.as_json(score, intervals=bounds), ensure_ascii=False))
        return
    for line in printout.lines(score, intervals=bounds, mistakes=errors):
        typer.echo(line)
