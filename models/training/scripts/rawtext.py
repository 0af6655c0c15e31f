"""Raw text as spaCy's pretraining reads it, a line of a document each: a trial."""

import json
from pathlib import Path
from typing import Annotated

import typer

from scripts.raw import read_raw
from scripts.samples import read_samples


def main(
    corpora: Annotated[Path, typer.Argument(help="the folder with raw/")],
    samples: Annotated[Path, typer.Argument(help="folder of samples, for their *.test.jsonl")],
    out: Annotated[Path, typer.Argument(help="JSON lines")],
    share: Annotated[int, typer.Option(help="take each so-manieth document")] = 1,
) -> None:
    """Write the raw corpora without test sentences."""
    tests = [s.text for path in sorted(samples.glob("*.test.jsonl")) for s in read_samples(path)]
    out.parent.mkdir(parents=True, exist_ok=True)
    words = 0
    with out.open("w", encoding="utf-8") as file:
        for number, document in enumerate(read_raw(corpora, tests)):
            for line in document.splitlines() if number % share == 0 else ():
                if line.strip():
                    words += len(line.split())
                    file.write(json.dumps({"text": line}, ensure_ascii=False) + "\n")
    typer.echo(f"{out}: {words} words")


if __name__ == "__main__":
    typer.run(main)
