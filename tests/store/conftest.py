"""Stores of which each test gets an empty one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tutanak.store import open_store
from tutanak.store.store import Store

START = datetime(2024, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store whose clock goes a minute at each look."""
    minutes = iter(range(10_000))
    with open_store(store_url, clock=lambda: START + timedelta(minutes=next(minutes))) as store:
        yield store
