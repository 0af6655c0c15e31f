"""The ordered map: the same results with any number of processes, also when one dies."""

import os
import signal
from functools import partial

import pytest

from tutanak.pool import map_ordered


def square(number: int) -> int:
    return number * number


def die_on(victims: frozenset[int], number: int) -> int:
    if number in victims:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return number


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("size", [0, 1, 100])
def test_keeps_the_order(workers: int, size: int) -> None:
    items = range(size)
    assert [*map_ordered(square, items, workers=workers, lost=lost)] == [n * n for n in items]


def test_reads_items_as_they_are_needed() -> None:
    items = iter(range(1, 10_001))
    results = map_ordered(square, items, workers=2, lost=lost)
    assert next(results) == 1
    assert next(items) < 200
    del results


def test_a_dead_worker_loses_one_item_only() -> None:
    victims = frozenset({20, 21, 50})
    results = map_ordered(partial(die_on, victims), range(1, 61), workers=2, lost=lost)
    assert [*results] == [-n if n in victims else n for n in range(1, 61)]
