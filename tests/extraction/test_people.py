"""Names and titles of people: who is found in a sentence, and in which nobody is.

The tables are `cases/people-*.txt`: `sentence | Name: title / role / institution; Name: ...`, with
`-` for nothing, `*` for what the guide leaves open, `~` between readings that are both right and
`?` before a person who may be found or not. `tests/extraction/test_roles.py` reads them for roles.
"""

import pytest

from tests.extraction.people_rows import People, people_in, read_people
from tests.marked import Row


ROWS = read_people()


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=[row.id for row, _ in ROWS])
def test_people_in_a_sentence(row: Row, expected: People) -> None:
    found = people_in(row)
    assert sorted(found) == sorted(set(found) & set(expected) | set(expected.needed))
