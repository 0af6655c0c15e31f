"""Roles and bodies of people, over the tables that `test_people.py` describes."""

import pytest

from tests.extraction.people_rows import ROLES, Person, differences, read_people
from tests.marked import Row

ROWS = read_people()


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=[row.id for row, _ in ROWS])
def test_roles_and_bodies(row: Row, expected: list[Person]) -> None:
    assert differences(row, expected, ROLES) == "", row.phenomenon
