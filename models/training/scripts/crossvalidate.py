"""Figures on our own annotated texts: each document is read by a model that has not seen it.

Beside the plain scores: what the model would add to our rules, where those found nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import spacy
import typer
from spacy.util import import_file

from scripts.evaluate import Count, Found, count, read_all
from scripts.reader import fold_of
from scripts.samples import LABELS, Name, Sample, read_samples

Row = tuple[Sample, Sample, list[Found]]  # gold, rules, model


@dataclass(slots=True)
class Added:
    """What the model says where the rules say nothing: right, wrong; `missed` is what there is."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


def overlaps(start: int, end: int, names: Iterable[Name]) -> bool:
    """Whether one of `names` shares a character with `start`:`end`."""
    return any(name.start < end and start < name.end for name in names)


def added(rows: Iterable[Row], label: str, threshold: float, *, words: int) -> Added:
    """What names of `label` of at least `words` words the model adds to the rules."""
    total = Added()
    for gold, rules, found in rows:
        true = {
            (name.start, name.end)
            for name in gold.names
            if name.label == label and not name.optional and _words(gold, name) >= words
        }
        unread = {span for span in true if not overlaps(*span, rules.names)}
        total.missed += len(unread)
        for name in found:
            start, end, its = name.span
            if its != label or name.score < threshold or overlaps(start, end, rules.names):
                continue
            if len(gold.text[start:end].split()) < words:
                continue
            if (start, end) in unread:
                total.right += 1
            elif not overlaps(start, end, (n for n in gold.names if n.optional)):
                total.wrong += 1
    return total


def _words(sample: Sample, name: Name) -> int:
    return len(sample.text[name.start : name.end].split())


def read_folds(models: Path, samples: Path, folds: int) -> list[Row]:
    """The paragraphs of all folds with what the model of the other folds finds in them."""
    golden = list(read_samples(samples / "golden.jsonl"))
    rules = list(read_samples(samples / "rules.jsonl"))
    rows: list[Row] = []
    for fold in range(folds):
        pairs = [
            (gold, rule)
            for gold, rule in zip(golden, rules, strict=True)
            if fold_of(gold, folds) == fold
        ]
        nlp = spacy.load(models / f"fold{fold}" / "model-last")
        found = read_all(nlp, [gold for gold, _ in pairs])
        rows += [(gold, rule, names) for (gold, rule), names in zip(pairs, found, strict=True)]
    return rows


def main(
    models: Annotated[Path, typer.Argument(help="folder with fold0, fold1, ...")],
    samples: Annotated[Path, typer.Argument(help="folder of samples")],
    out: Annotated[Path, typer.Argument(help="figures as JSON")],
    folds: Annotated[int, typer.Option(help="number of folds")] = 2,
    threshold: Annotated[list[float], typer.Option(help="least confidence")] = [0.5, 0.7, 0.8, 0.9],  # noqa: B006
    code: Annotated[Path | None, typer.Option(help="what the models need, if not ours")] = None,
) -> None:
    """Print and write scores by threshold and label, and what is added to the rules."""
    if code:
        import_file(code.stem, code)
    rows = read_folds(models, samples, folds)
    gold = [row[0] for row in rows]
    found = [row[2] for row in rows]
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for least in threshold:
        counts: dict[str, Count] = count(gold, found, threshold=least)
        figures[f"{least:g}"] = {}
        for label in LABELS:
            extra = added(rows, label, least, words=2 if label == "PERSON" else 1)
            figures[f"{least:g}"][label] = {
                **{key: round(value, 4) for key, value in counts[label].scores().items()},
                "added_right": extra.right,
                "added_wrong": extra.wrong,
                "missed_by_rules": extra.missed,
            }
            typer.echo(f">={least} {label:7} {figures[f'{least:g}'][label]}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
