"""Scores a pipeline on samples: exact spans and labels, as CoNLL counts them."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import spacy
import typer
from spacy.language import Language
from spacy.tokens import Doc

from scripts.samples import LABELS, Sample, read_samples
from scripts.turkish import SPANS_KEY  # registers, too, what a folder needs to load

BATCH: Final = 128

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A name that the pipeline found, in characters, with its confidence from 0 to 1."""

    span: Span
    score: float


@dataclass(slots=True)
class Count:
    """Right, found and true names of one label."""

    right: int = 0
    found: int = 0
    true: int = 0

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1, 0 to 1."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.true if self.true else 0.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "items": self.true}


def names_of(doc: Doc) -> list[Found]:
    """What the pipeline says: scored spans, else its entities with full confidence."""
    group = doc.spans.get(SPANS_KEY)
    if group is None:
        return [Found((e.start_char, e.end_char, e.label_), 1.0) for e in doc.ents]
    scores = np.ravel(group.attrs.get("scores", ()))
    return [
        Found((span.start_char, span.end_char, span.label_), float(score))
        for span, score in zip(group, scores, strict=True)
    ]


def read_all(nlp: Language, samples: list[Sample]) -> list[list[Found]]:
    """The names found in each sample's text, in order."""
    texts = [sample.text for sample in samples]
    return [names_of(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]


def count(samples: list[Sample], found: list[list[Found]], *, threshold: float) -> dict[str, Count]:
    """Counts by label and for `all`. An optional name is neither found nor missed."""
    counts = {label: Count() for label in (*LABELS, "all")}
    for sample, names in zip(samples, found, strict=True):
        true = Counter((n.start, n.end, n.label) for n in sample.names if not n.optional)
        optional = [n for n in sample.names if n.optional]
        kept = {name.span for name in names if name.score >= threshold}
        for span in kept:
            if any(n.start < span[1] and span[0] < n.end for n in optional):
                continue
            for key in (span[2], "all"):
                counts[key].found += 1
                counts[key].right += span in true
        for span in true:
            counts[span[2]].true += 1
            counts["all"].true += 1
    return counts


def report(
    samples: list[Sample], found: list[list[Found]], thresholds: list[float]
) -> dict[str, dict[str, dict[str, float]]]:
    """Scores by threshold and label."""
    return {
        f"{threshold:g}": {
            label: {key: round(value, 4) for key, value in one.scores().items()}
            for label, one in count(samples, found, threshold=threshold).items()
        }
        for threshold in thresholds
    }


def main(
    model: Annotated[str, typer.Argument(help="folder or name of the pipeline")],
    folder: Annotated[Path, typer.Argument(help="folder of samples")],
    part: Annotated[list[str], typer.Option(help="samples to score: wiki_ner.test")],
    threshold: Annotated[list[float], typer.Option(help="least confidence")] = [0.0],  # noqa: B006
    out: Annotated[Path | None, typer.Option(help="scores as JSON")] = None,
) -> None:
    """Print precision, recall and F1 of each part by label and threshold."""
    nlp = spacy.load(model)
    results = {}
    for name in part:
        samples = list(read_samples(folder / f"{name}.jsonl"))
        results[name] = report(samples, read_all(nlp, samples), threshold)
        for least, labels in results[name].items():
            for label, scores in labels.items():
                row = " ".join(f"{key} {scores[key]:.3f}" for key in ("precision", "recall", "f1"))
                typer.echo(f"{name:18} >={least:5} {label:7} {row} of {scores['items']}")
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
