"""Gold against records: precision, recall and F1 by field, and how sure they are."""

from tutanak.evaluation.gold import read_gold, read_records
from tutanak.evaluation.intervals import intervals
from tutanak.evaluation.score import Score, score

__all__ = ["Score", "intervals", "read_gold", "read_records", "score"]
