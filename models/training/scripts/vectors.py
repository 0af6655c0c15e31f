"""Subword vectors (floret) from the raw corpora: a trial, not part of the package."""

import tempfile
from pathlib import Path
from typing import Annotated

import floret
import typer

from scripts.raw import read_raw
from scripts.reader import blank
from scripts.samples import read_samples


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with raw/")],
    samples: Annotated[Path, typer.Argument(help="folder of samples, for their *.test.jsonl")],
    out: Annotated[Path, typer.Argument(help="vectors, for `spacy init vectors --mode floret`")],
    dim: Annotated[int, typer.Option(help="numbers a vector")] = 64,
    buckets: Annotated[int, typer.Option(help="rows of the table")] = 20_000,
    epochs: Annotated[int, typer.Option(help="passes over the text")] = 4,
) -> None:
    """Train vectors of folded tokens; one thread, so that they come out the same each time."""
    tests = [s.text for path in sorted(samples.glob("*.test.jsonl")) for s in read_samples(path)]
    nlp = blank()
    out.parent.mkdir(parents=True, exist_ok=True)
    words = 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        for document in read_raw(corpora, tests):
            for line in document.splitlines():
                tokens = [token.norm_ for token in nlp.make_doc(line) if not token.is_space]
                words += len(tokens)
                file.write(" ".join(tokens) + "\n")
        file.flush()
        typer.echo(f"vectors from {words} tokens")
        model = floret.train_unsupervised(
            file.name,
            model="cbow",
            mode="floret",
            hashCount=2,
            bucket=buckets,
            minn=3,
            maxn=5,
            minCount=3,
            dim=dim,
            epoch=epochs,
            lr=0.05,
            thread=1,
        )
    model.save_floret_vectors(str(out))


if __name__ == "__main__":
    typer.run(main)
