"""How sure a score is: bootstrap over documents.

Efron and Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13 (percentile intervals).
Documents are drawn, not items, since the items of one document succeed and fail together.
"""

import random

from tutanak.evaluation.score import FIELDS, Score, Tally


def intervals(
    score: Score, *, samples: int = 2000, level: float = 0.95, seed: int = 1
) -> dict[str, tuple[float, float]]:
    """The interval of F1 for each field.

    Args:
        score: Of several documents.
        samples: How often as many documents are drawn, with return, as there are.
        level: The share of samples that lie inside.
        seed: The same seed gives the same interval.
    """
    documents = list(score.documents.values())
    draw = random.Random(seed)
    values: dict[str, list[float]] = {name: [] for name in FIELDS}
    for _ in range(samples if documents else 0):
        drawn = draw.choices(documents, k=len(documents))
        for name in FIELDS:
            tallies = [one.fields[name] for one in drawn]
            total = Tally(
                sum(tally.right for tally in tallies),
                sum(tally.extra for tally in tallies),
                sum(tally.missed for tally in tallies),
            )
            values[name].append(total.f1)
    return {name: _middle(sorted(found), level) for name, found in values.items()}


def _middle(values: list[float], level: float) -> tuple[float, float]:
    """The bounds of the middle part of sorted values; the whole range of scores without any."""
    if not values:
        return 0.0, 1.0
    cut = int(len(values) * (1 - level) / 2)
    return values[cut], values[-1 - cut]
