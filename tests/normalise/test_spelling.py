"""Near words: how far a slip may go, and the digits and swaps that count as one."""

import pytest

from tutanak.normalise.spelling import Speller, allowed_edits

SPELLER = Speller(["bakanligi", "baskanligi", "mudurlugu", "izmir", "izmit", "baro", "un"])


@pytest.mark.parametrize(
    ("word", "edits"),
    [("un", 0), ("bar", 0), ("baro", 1), ("mudurluk", 1), ("bakanligi", 2), ("a1b2", 0)],
)
def test_allowed_edits(word: str, edits: int) -> None:
    assert allowed_edits(word) == edits


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("bakanlgi", [(1, "bakanligi")]),
        ("bkaanligi", [(1, "bakanligi")]),
        ("mudurlgu", [(1, "mudurlugu")]),
        ("izmi", [(1, "izmir"), (1, "izmit")]),
        ("braoo", []),
        ("in", []),
    ],
)
def test_near(word: str, near: list[tuple[int, str]]) -> None:
    assert [tuple(one) for one in SPELLER.near(word)] == near
