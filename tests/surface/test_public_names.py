"""What `import tutanak` promises, and what it costs."""

import importlib.util
import inspect
import subprocess
import sys
from importlib.metadata import entry_points

import pytest

import tutanak

HEAVY = (
    *("spacy", "pandas", "pyarrow", "numpy", "pydantic", "rapidfuzz", "rich", "typer"),
    *("stanza", "torch", "tr_tutanak_md"),
)
NAMES = (
    "Record",
    "__version__",
    "dates",
    "errors",
    "evaluate",
    "extract",
    "link",
    "load",
    "numbers",
    "read_tables",
    "run",
    "why",
)


def loaded_after(code: str) -> set[str]:
    """The heavy packages that a fresh interpreter holds after running `code`."""
    probe = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, check=True, encoding="utf-8"
    )
    return {name for name in HEAVY if name in done.stdout.splitlines()}


def test_the_public_names() -> None:
    assert sorted(tutanak.__all__) == sorted(NAMES)
    assert set(dir(tutanak)) >= set(NAMES)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"__version__", "errors", "Record"}))
def test_functions_are_documented_and_typed(name: str) -> None:
    function = getattr(tutanak, name)
    assert inspect.isfunction(function)
    assert inspect.getdoc(function)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    free = [p for p in signature.parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
    most = 2 if name == "why" else 1
    assert len(free) <= most, "all but the first argument are given by name"


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"__version__", "errors"}))
def test_no_module_hides_a_function(name: str) -> None:
    assert importlib.util.find_spec(f"tutanak.{name}") is None


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        tutanak.extrakt  # noqa: B018


def test_importing_costs_nothing() -> None:
    assert loaded_after("import tutanak") == set()


def test_help_does_not_pay_for_the_work() -> None:
    code = "import tutanak.cli\ntry: tutanak.cli.app(['--help'])\nexcept SystemExit: pass"
    assert loaded_after(code) <= {"typer", "rich"}


@pytest.mark.parametrize("command", ["extract", "run", "models", "evaluate"])
def test_help_of_a_command_loads_no_model(command: str) -> None:
    """Typer itself may want pydantic."""
    asked = f"['{command}', '--help']"
    code = f"import tutanak.cli\ntry: tutanak.cli.app({asked})\nexcept SystemExit: pass"
    assert loaded_after(code) <= {"typer", "rich", "pydantic"}


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("tutanak.read_tables", {"spacy"}),
        ("tutanak.extract('Kurul toplandı.', model='none')", {"stanza", "tr_tutanak_md"}),
        ("tutanak.Record", {"spacy", "pandas", "pyarrow"}),
        ("tutanak.dates('5 Mart 2021')", {"spacy", "pandas", "pyarrow"}),
        ("tutanak.numbers('beş')", {"spacy", "pandas", "pyarrow"}),
    ],
)
def test_each_name_brings_only_what_it_needs(code: str, absent: set[str]) -> None:
    assert loaded_after(f"import tutanak; {code}").isdisjoint(absent)


OURS = [
    point
    for group in ("console_scripts", "spacy_factories")
    for point in entry_points(group=group)
    if point.value.startswith("tutanak.")
]


def test_entry_points_are_registered() -> None:
    assert len(OURS) == 8


@pytest.mark.parametrize("point", OURS, ids=[point.name for point in OURS])
def test_entry_points_resolve(point: object) -> None:
    assert callable(getattr(point, "load")())  # noqa: B009


def test_error_tree_is_drawn_as_it_is() -> None:
    drawn = tutanak.errors.__doc__ or ""
    classes = [c for _, c in inspect.getmembers(tutanak.errors, inspect.isclass)]
    assert len(classes) > 5
    for error in classes:
        assert issubclass(error, tutanak.errors.TutanakError)
        assert error.__name__ in drawn
