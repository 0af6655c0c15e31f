"""A score as lines for people, and as an object for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from tutanak.evaluation.score import FIELDS, Score


def lines(
    score: Score,
    *,
    intervals: Mapping[str, tuple[float, float]] | None = None,
    mistakes: int = 0,
) -> Iterator[str]:
    """The printout of `tutanak evaluate`.

    Args:
        score: What to print.
        intervals: Bounds of F1 by field, if wanted.
        mistakes: How many mistakes to list for each field.
    """
    yield f"{score.gold} gold documents, {score.predicted} predicted"
    for name in FIELDS:
        tally = score.fields[name]
        bounds = ""
        if intervals is not None:
            low, high = intervals[name]
            bounds = f"  95% {low:.3f}-{high:.3f}"
        yield (
            f"{name:26} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  "
            f"(gold {tally.expected}){bounds}"
        )
    for name, share in sorted(score.accuracies.items()):
        yield f"  accuracy on matched: {name:18} {share.accuracy:.3f} of {share.total}"
    for name in FIELDS:
        for mistake in score.fields[name].mistakes[:mistakes]:
            yield f"{name:14} {mistake.document} {mistake.kind} {mistake.what}"


def as_json(
    score: Score, *, intervals: Mapping[str, tuple[float, float]] | None = None
) -> dict[str, Any]:
    """`p`, `r`, `f` and `n` by field, then the accuracies; rounded to four digits."""
    content: dict[str, Any] = {}
    for name in FIELDS:
        tally = score.fields[name]
        content[name] = {
            "p": round(tally.precision, 4),
            "r": round(tally.recall, 4),
            "f": round(tally.f1, 4),
            "n": tally.expected,
        }
        if intervals is not None:
            content[name]["f_95"] = [round(bound, 4) for bound in intervals[name]]
    for name, share in score.accuracies.items():
        content[name] = round(share.accuracy, 4)
    return content
