"""From the trained folder to what is packaged: entities, meta with sources, licences, scores."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Annotated, Any, Final

import spacy
import typer

from scripts.turkish import SPANS_KEY  # registers, too, what the folder needs to load

Scores = dict[str, dict[str, dict[str, dict[str, float]]]]  # part, threshold, label, measure

SCORES: Final = "<!-- scores -->\n"  # where the card takes the table
THRESHOLD: Final = 0.5  # of confidence, for doc.ents; all spans stay in doc.spans


def read_meta(path: Path) -> dict[str, Any]:
    """What `package.toml` says of the package. ValueError names a missing key."""
    meta = tomllib.loads(path.read_text(encoding="utf-8"))
    for key in ("name", "version", "license", "description", "sources"):
        if key not in meta:
            raise ValueError(f"{path}: no {key!r}; spaCy's meta.json needs it")
    return meta


def table(scores: Scores) -> str:
    """`scores` as rows of a Markdown table: part, label, confidence, precision, recall, F1."""
    rows = ["| test set | label | least confidence | precision | recall | F1 | names |"]
    rows.append("|---|---|--:|--:|--:|--:|--:|")
    for part, thresholds in scores.items():
        for least, labels in thresholds.items():
            for label in ("PERSON", "ORG", "all"):
                one = labels[label]
                figures = " | ".join(f"{one[key]:.3f}" for key in ("precision", "recall", "f1"))
                rows.append(f"| {part} | {label} | {least} | {figures} | {one['items']} |")
    return "\n".join(rows) + "\n"


def main(
    trained: Annotated[Path, typer.Argument(help="folder that `spacy train` made")],
    about: Annotated[Path, typer.Argument(help="folder of package.toml, README.md, LICENSE")],
    out: Annotated[Path, typer.Argument(help="the pipeline to package")],
    scores: Annotated[Path | None, typer.Option(help="scores of evaluate, JSON")] = None,
) -> None:
    """Write the pipeline that is packaged to `out`."""
    nlp = spacy.load(trained)
    if "names" not in nlp.pipe_names:
        nlp.add_pipe("tutanak_names", name="names", config={"threshold": THRESHOLD})
    # Scores while training say little; those of the test sets count.
    figures: Scores = json.loads(scores.read_text(encoding="utf-8")) if scores else {}
    nlp.meta["performance"] = figures
    nlp.meta.update(read_meta(about / "package.toml"))
    nlp.to_disk(out)
    # Every word read in training would be kept: megabytes of other people's text, for nothing.
    strings = sorted({SPANS_KEY, *nlp.pipe_labels["spancat"]})
    (out / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    for name in ("LICENSE", "LICENSES_SOURCES"):
        shutil.copyfile(about / name, out / name)
    card = (about / "README.md").read_text(encoding="utf-8")
    (out / "README.md").write_text(card.replace(SCORES, table(figures)), encoding="utf-8")
    typer.echo(f"{out}: {', '.join(nlp.pipe_names)}")


if __name__ == "__main__":
    typer.run(main)
