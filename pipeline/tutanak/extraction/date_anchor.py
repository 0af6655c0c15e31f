"""What the rules of relative days share: the text with its day, an answer, the words before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from tutanak.extraction.date_tables import ENDING, alternatives
from tutanak.records import Granularity
from tutanak.resources import table

SentenceOf = Callable[[int], tuple[int, int]]
BACK: Final = 40  # characters before a word in which its determiner stands
_ENDING: Final = re.compile(ENDING + r"(?!\w)")


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A resolved expression; `[start, end)` without ending."""

    start: int
    end: int
    stop: int
    first: date
    last: date
    granularity: Granularity
    rule: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """A text, its flat form, and the day that it is counted from."""

    text: str
    flat: str
    anchor: date
    sentence_of: SentenceOf
    wide: bool


@cache
def determiners() -> dict[str, int]:
    """`geçen` -> -1, `bu` -> 0, `önümüzdeki` -> 1."""
    rows = table("relative_days")["determiners"]
    shifts = {"last": -1, "this": 0, "next": 1}
    return {word: shifts[key] for key, words in rows.items() for word in words}


@cache
def words_before() -> re.Pattern[str]:
    """A determiner (`which`, perhaps with `week`), `haftaya` or `her` at the end of a stretch."""
    return re.compile(
        rf"(?<![\w'])(?:(?P<which>{alternatives([*determiners()])})(?:[ ](?P<week>hafta(?:nın)?))?"
        r"|(?P<next_week>haftaya)|(?P<every>her|hafta(?:nın)?))[ ]$"
    )


def made(
    seen: Anchored, start: int, end: int, first: date, last: date | None, rule: str
) -> RelativeDay | None:
    """The answer, unless the word goes on in a way that no case ending does."""
    tail = _ENDING.match(seen.flat, end)
    if tail is None:
        return None
    last = first if last is None else last
    granularity: Granularity = (
        "day" if first == last else "month" if rule.endswith("month") else "range"
    )
    return RelativeDay(start, end, tail.end(), first, last, granularity, rule)
