"""Our own annotated texts (`tests/golden/tuned`) to samples: one paragraph each."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

import tutanak
from scripts.names_in_text import NamesInText
from scripts.samples import Name, Sample, write_samples


def read_golden(annotation: Path, text: Path) -> Iterator[tuple[Sample, Sample]]:
    """The paragraphs of one document, as its annotation names them and as our rules read them."""
    gold: dict[str, Any] = json.loads(annotation.read_text(encoding="utf-8"))
    record = tutanak.extract(
        text.read_text(encoding="utf-8-sig"),
        published=gold.get("published"),
        publisher=gold.get("publisher"),
    )
    finder = names_of(gold)
    rules = [
        Name(mention.start, mention.end, label)
        for items, label in ((record.people, "PERSON"), (record.institutions, "ORG"))
        for item in items
        for mention in item.mentions
    ]
    for line in re.finditer(r"[^\n]+", record.text or ""):
        paragraph, start = line.group(), line.start()
        if not paragraph.strip():
            continue
        inside = tuple(
            Name(name.start - start, name.end - start, name.label)
            for name in sorted(rules, key=lambda name: name.start)
            if start <= name.start and name.end <= line.end()
        )
        names = tuple(finder.find(paragraph))
        yield (
            Sample(paragraph, names, "golden", annotation.stem),
            Sample(paragraph, inside, "rules", annotation.stem),
        )


def names_of(gold: dict[str, Any]) -> NamesInText:
    """The people and bodies of an annotation, with their other forms."""
    finder = NamesInText()
    for person in gold["people"]:
        optional = bool(person.get("optional"))
        finder.add(person["name"], "PERSON", optional=optional)
        words = person["name"].split()
        if len(words) > 2:  # two surnames: `Ayşe Kaya Demir`, then `Kaya Demir`
            finder.add(" ".join(words[-2:]), "PERSON", optional=optional)
    for body in gold["institutions"]:
        optional = bool(body.get("optional"))
        finder.add(body["name"], "ORG", optional=optional)
        for alias in body.get("aliases", ()):
            finder.add_alias(alias, body["name"], "ORG", optional=optional)
    return finder


def main(
    annotations: Annotated[Path, typer.Argument(help="folder of gold, one JSON a document")],
    texts: Annotated[Path, typer.Argument(help="folder of their texts, NAME.txt")],
    out: Annotated[Path, typer.Argument(help="folder of samples")],
) -> None:
    """Write golden.jsonl, and rules.jsonl with what our rules find in the same paragraphs."""
    paths = sorted(annotations.glob("*.json"))
    if not paths:
        raise typer.BadParameter(f"no annotation (*.json) in {annotations}")
    pairs = [pair for path in paths for pair in read_golden(path, texts / f"{path.stem}.txt")]
    for name, samples in zip(("golden", "rules"), zip(*pairs, strict=True), strict=True):
        typer.echo(f"{name}: {write_samples(samples, out / f'{name}.jsonl')} paragraphs")


if __name__ == "__main__":
    typer.run(main)
