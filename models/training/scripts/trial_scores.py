"""Trials of scores that are not part of the package: a beam over entities, two models that vote."""

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final

import spacy
import typer
from spacy.language import Language

from scripts.evaluate import BATCH, Found, count, read_all
from scripts.samples import Sample, read_samples
from scripts.turkish import SPANS_KEY  # noqa: F401  registers what a folder needs to load

PARTS: Final = ("wiki_ner.dev", "nakbatr_news.dev")
DENSITY: Final = 0.0001  # of the best parse, what a parse must have to stay in the beam

Read = Callable[[list[Sample]], list[list[Found]]]


def beam(nlp: Language, width: int) -> Read:
    """Each entity of the `width` best parses, with the share of their weight that has it."""
    ner: Any = nlp.get_pipe("ner")

    def read(samples: list[Sample]) -> list[list[Found]]:
        texts = [sample.text for sample in samples]
        docs = list(nlp.pipe(texts, disable=["ner"], batch_size=BATCH))
        beams = ner.beam_parse(docs, beam_width=width, beam_density=DENSITY)
        found = []
        for doc, one in zip(docs, beams, strict=True):
            shares: defaultdict[tuple[int, int, str], float] = defaultdict(float)
            for weight, entities in ner.moves.get_beam_parses(one):
                for start, end, label in entities:
                    span = doc[start:end]
                    shares[span.start_char, span.end_char, label] += weight
            found.append([Found(span, share) for span, share in shares.items()])
        return found

    return read


def vote(models: list[Language]) -> Read:
    """Each name that any of `models` finds, with the mean of their scores."""

    def read(samples: list[Sample]) -> list[list[Found]]:
        found = []
        for votes in zip(*(read_all(nlp, samples) for nlp in models), strict=True):
            sums: defaultdict[tuple[int, int, str], float] = defaultdict(float)
            for names in votes:
                for name in names:
                    sums[name.span] += name.score / len(models)
            found.append([Found(span, score) for span, score in sums.items()])
        return found

    return read


def main(
    models: Annotated[list[Path], typer.Argument(help="folders of trained pipelines")],
    samples: Annotated[Path, typer.Option(help="folder of samples")] = Path("corpus/samples"),
    width: Annotated[int, typer.Option(help="of the beam, for one model with an ner")] = 0,
) -> None:
    """Print F1 on the development data and the time, for a beam, or for several models' votes."""
    texts = [sample for part in PARTS for sample in read_samples(samples / f"{part}.jsonl")]
    loaded = [spacy.load(path) for path in models]
    read = beam(loaded[0], width) if width else vote(loaded)
    read(texts[:50])
    start = time.process_time()
    found = read(texts)
    spent = time.process_time() - start
    typer.echo(f"{sum(len(s.text.split()) for s in texts) / spent:.0f} words/s")
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        scores = count(texts, found, threshold=least)["all"].scores()
        row = " ".join(f"{key} {scores[key]:.3f}" for key in ("precision", "recall", "f1"))
        typer.echo(f">={least} {row}")


if __name__ == "__main__":
    typer.run(main)
