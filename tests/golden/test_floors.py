"""Quality never falls: F1 by field on the gold. Messages hold numbers only, never a text."""

import pytest

from tests.golden.floors import FLOORS, PARTS, as_toml, measure, raised, read_floors
from tutanak.evaluation.score import FIELDS


def quietly(part: str) -> dict[str, float]:
    """F1 by field; a crash is told without its traceback, which would show the text."""
    try:
        return measure(part)
    except Exception as error:  # noqa: BLE001
        pytest.fail(f"{type(error).__name__} on the part {part!r}", pytrace=False)


@pytest.mark.parametrize("part", PARTS)
def test_reaches_its_floors(part: str) -> None:
    if not PARTS[part][0].is_dir():
        pytest.skip("this part of the gold is not here")
    floors, reached = read_floors()[part], quietly(part)
    short = {
        field: f"{reached[field]:.4f} < {floors[field]:.3f}"
        for field in floors
        if reached[field] < floors[field]
    }
    assert not short


def test_every_part_and_field_has_a_floor() -> None:
    assert {part: list(fields) for part, fields in read_floors().items()} == {
        part: list(FIELDS) for part in PARTS
    }


def test_the_file_is_as_the_script_writes_it() -> None:
    assert FLOORS.read_text(encoding="utf-8") == as_toml(read_floors())


@pytest.mark.parametrize(
    ("floor", "f1", "new"),
    [(0.9, 0.95, 0.95), (0.9, 0.85, 0.9), (0.9, 0.9, 0.9), (0.0, 0.98765, 0.987), (0.5, 1.0, 1.0)],
)
def test_floors_only_rise(floor: float, f1: float, new: float) -> None:
    assert raised({"tuned": {"dates": floor}}, {"tuned": {"dates": f1}}) == {
        "tuned": {"dates": new}
    }


def test_a_part_that_is_not_here_keeps_its_floors() -> None:
    assert raised({"seeds": {"dates": 0.9}}, {}) == {"seeds": {"dates": 0.9}}
