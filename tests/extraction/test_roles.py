"""Roles and bodies of people, over the tables that `test_people.py` describes."""

import pytest

from tests.extraction.people_rows import ROLES, Person, differences, read_people
from tests.marked import Row
from tutanak.extraction.role_titles import bodies_at
from tutanak.extraction.roles import title_ending
from tutanak.extraction.tokens import words

ROWS = read_people()


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=[row.id for row, _ in ROWS])
def test_roles_and_bodies(row: Row, expected: list[Person]) -> None:
    assert differences(row, expected, ROLES) == "", row.phenomenon


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Genel Müdürlüğü'ne Selin Aksoy atandı.", "Genel Müdür"),
        ("Bugün Başkanlığı'na Selin Aksoy seçildi.", "Başkan"),
        ("Müdürü Yardımcılığı'na Selin Aksoy atandı.", "Müdürü Yardımcısı"),
    ],
)
def test_an_office_with_an_apostrophe_is_a_title(text: str, role: str) -> None:
    title = title_ending(words(text), 1, bodies_at(words(text), []))
    assert title is not None
    assert title.role == role
