"""Trains the second stage once a fold, without that fold's documents."""

import json
from pathlib import Path
from typing import Annotated

import typer
from spacy.cli.train import train
from spacy.util import import_file, load_config

CODE = Path(__file__).parent / "reader.py"


def parts_without(parts: list[str], fold: int, folds: int) -> list[str]:
    """`parts` of a training set, with `golden` less one fold. ValueError: there is no `golden`."""
    changed = [
        f"golden-{fold}/{folds}{part.removeprefix('golden')}" if part.startswith("golden") else part
        for part in parts
    ]
    if changed == parts:
        raise ValueError(f"no part 'golden' in {parts}: nothing to leave out")
    return changed


def main(
    config: Annotated[Path, typer.Argument(help="configuration of the second stage")],
    out: Annotated[Path, typer.Argument(help="folder for fold0, fold1, ...")],
    folds: Annotated[int, typer.Option(help="number of folds")] = 2,
    code: Annotated[Path, typer.Option(help="what the configuration needs")] = CODE,
    base: Annotated[Path | None, typer.Option(help="first stage, if another one")] = None,
) -> None:
    """Write a trained pipeline a fold to `out`."""
    import_file(code.stem, code)
    changes = {"paths.base": str(base)} if base else {}
    parts = load_config(config)["corpora"]["train"]["parts"]
    for fold in range(folds):
        kept = parts_without(parts, fold, folds)
        typer.echo(f"fold {fold}: {json.dumps(kept)}")
        train(config, out / f"fold{fold}", overrides={**changes, "corpora.train.parts": kept})


if __name__ == "__main__":
    typer.run(main)
