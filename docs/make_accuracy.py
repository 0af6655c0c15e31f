"""Writes the figures of docs/accuracy.md (`make docs`): numbers only, never a text."""

from pathlib import Path
from typing import Final

import tutanak
from tests.golden.floors import PARTS
from tutanak.evaluation import intervals
from tutanak.evaluation.score import FIELDS, Score

PAGE: Final = Path(__file__).parent / "accuracy.md"
BEGIN: Final = "<!-- figures: begin -->"
END: Final = "<!-- figures: end -->"


def field_table(scores: dict[str, Score]) -> list[str]:
    """F1 with its interval, precision, recall and number of items, by field and part."""
    rows = [
        "| field | part | items | precision | recall | F1 | 95 % |",
        "|---|---|--:|--:|--:|--:|---|",
    ]
    bounds = {part: intervals(score) for part, score in scores.items()}
    for field in FIELDS:
        for part, score in scores.items():
            tally, (low, high) = score.fields[field], bounds[part][field]
            rows.append(
                f"| {field} | {part} | {tally.expected} | {tally.precision:.3f} | "
                f"{tally.recall:.3f} | **{tally.f1:.3f}** | {low:.3f}-{high:.3f} |"
            )
    return rows


def share_table(scores: dict[str, Score]) -> list[str]:
    """The accuracies of matched items, by part."""
    names = sorted({name for score in scores.values() for name in score.accuracies})
    rows = [f"| of the matched items, right | {' | '.join(scores)} |"]
    rows.append("|---|" + "--:|" * len(scores))
    for name in names:
        cells = (f"{score.accuracy(name).accuracy:.3f}" for score in scores.values())
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return rows


def main() -> None:
    """Measure all parts that are here, and put the figures into the page."""
    scores = {
        part: tutanak.evaluate(gold, texts=texts)
        for part, (gold, texts) in PARTS.items()
        if gold.is_dir()
    }
    sizes = ", ".join(f"{score.gold} {part}" for part, score in scores.items())
    figures = [f"Documents: {sizes}.", "", *field_table(scores), "", *share_table(scores)]
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text("\n".join([head + BEGIN, *figures, END + tail]), encoding="utf-8")


if __name__ == "__main__":
    main()
