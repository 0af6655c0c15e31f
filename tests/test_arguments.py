"""Wrong types and values at the public functions: an error of our tree that says what was given."""

from pathlib import Path
from typing import Any

import pytest

import tutanak
from tutanak.errors import OptionError, TutanakError

TEXT = "Kurul toplandı."
CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("extract", (None,), {}, "text is None; give a string"),
    ("extract", (b"x",), {}, "text is b'x' (bytes); decode the bytes first"),
    ("extract", (5,), {}, "text is 5 (int); give a string"),
    ("extract", (["a"],), {}, "text is ['a'] (list); give a string"),
    ("extract", (Path("a.txt"),), {}, "give the text of the file, or the file to `tutanak.run`"),
    ("extract", (TEXT,), {"published": 5}, "published is 5 (int)"),
    ("extract", (TEXT,), {"publisher": 5}, "publisher is 5 (int)"),
    ("extract", (TEXT,), {"title": 5}, "title is 5 (int)"),
    ("extract", (TEXT,), {"id": 5}, "id is 5 (int)"),
    ("extract", (TEXT,), {"registry": 5}, "registry is 5 (int); give a path or several"),
    ("extract", (TEXT,), {"registry": [5]}, "registry is 5 (int); give a path"),
    ("extract", (TEXT,), {"verdicts": None}, "verdicts is None"),
    ("why", (None,), {}, "text is None"),
    ("why", (TEXT, 5), {}, "field is 5"),
    ("why", (TEXT,), {"index": "x"}, "index is 'x' (str); give a whole number"),
    ("why", (TEXT,), {"index": -1}, "index is -1; it must be 0 or more"),
    ("why", (TEXT,), {"value": 3}, "value is 3 (int)"),
    ("link", (None,), {}, "name is None"),
    ("link", ("x",), {"on": 5}, "on is 5 (int)"),
    ("dates", (None,), {}, "text is None"),
    ("dates", ("x",), {"reference": 5}, "reference=5 is no date"),
    ("numbers", (5,), {}, "text is 5 (int)"),
    ("run", (None,), {"out": "x"}, "inputs is None"),
    ("run", ([5],), {"out": "x"}, "inputs is 5 (int)"),
    ("run", ("x",), {"out": None}, "out is None; give a path"),
    ("run", ("x",), {"out": "x", "workers": "2"}, "workers is '2' (str)"),
    ("run", ("x",), {"out": "x", "workers": 0}, "workers is 0; it must be 1 or more"),
    ("run", ("x",), {"out": "x", "as_of": "tomorrow"}, "as_of is 'tomorrow'"),
    ("run", ("x",), {"out": "x", "publisher": 3}, "publisher is 3 (int)"),
    ("read_tables", (None,), {}, "source is None"),
    ("evaluate", (None,), {"texts": "x"}, "gold is None"),
    ("load", (), {"registry": 5}, "registry is 5 (int)"),
]


@pytest.mark.parametrize(("function", "arguments", "options", "message"), CASES)
def test_wrong_arguments(
    function: str, arguments: tuple[Any, ...], options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError) as caught:
        getattr(tutanak, function)(*arguments, **options)
    assert message in str(caught.value)
    assert isinstance(caught.value, TutanakError | ValueError)


def test_long_values_are_cut() -> None:
    with pytest.raises(OptionError) as caught:
        tutanak.extract([TEXT] * 1000)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 100
