"""The names of rules as they stand in the code of `extraction`, read from its syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import tutanak.extraction
from tutanak.extraction.count_cues import _KINDS as KINDS
from tutanak.extraction.meeting_telling import Telling

ROOM: Final = Path(tutanak.extraction.__path__[0])
# Where a call takes the name of a rule: the place of the argument, and the table that lists it.
CALLS: Final = {
    "Found": (4, "institutions"),
    "_found": (4, "institutions"),
    "Atom": (7, "dates"),
    "RelativeDay": (6, "dates"),
    "made": (5, "dates"),
    "Settled": (1, "years"),
}
# Where `Why`, `rule=`, `rules = ...` and `Verdict(True, ...)` stand.
FILES: Final = {"date": "dates", "institution": "institutions", "person": "people"}
FILES_BY_NAME: Final = {
    "acronyms": "institutions",
    "own_names": "institutions",
    "affiliation": "institutions",
    "people": "people",
    "model_bodies": "institutions",
    "model_join": "institutions",
    "model_people": "people",
}


def table_of(file: Path) -> str:
    """The table in which the rules of a module stand."""
    return FILES_BY_NAME.get(file.stem) or FILES.get(file.stem.split("_")[0], "")


def strings(node: ast.expr, names: dict[str, set[str]]) -> Iterator[str]:
    """The strings that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from strings(node.body, names)
        yield from strings(node.orelse, names)
    elif isinstance(node, ast.Name):
        yield from names.get(node.id, ())


def assigned(tree: ast.Module) -> dict[str, set[str]]:
    """Strings that are given to a name anywhere in a module."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            targets = [node.target]
        for target in targets:
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            if isinstance(target, ast.Name) and node.value is not None:
                found.setdefault(target.id, set()).update(strings(node.value, {}))
    return found


def in_file(file: Path, shared: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Tables and names of the rules of one module; `shared` are constants of all modules."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names, table = shared | assigned(tree), table_of(file)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from in_call(node, node.func.id, names, table)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Attribute):
            if node.target.attr == "rule":
                yield from ((table, text.strip(", ")) for text in strings(node.value, names))
        elif isinstance(node, ast.Assign) and is_table(node):
            assert isinstance(node.value, ast.Tuple)
            for pair in node.value.elts:
                assert isinstance(pair, ast.Tuple)
                yield from ((table, text) for text in strings(pair.elts[1], names))


def is_table(node: ast.Assign) -> bool:
    """Whether it is `rules = ((condition, name), ...)`."""
    named = any(isinstance(target, ast.Name) and target.id == "rules" for target in node.targets)
    return named and isinstance(node.value, ast.Tuple)


def in_call(
    node: ast.Call, name: str, names: dict[str, set[str]], table: str
) -> Iterator[tuple[str, str]]:
    """Tables and names of the rules that a call is given."""
    if name in CALLS and len(node.args) > CALLS[name][0]:
        place, own = CALLS[name]
        yield from ((own, text) for text in strings(node.args[place], names))
    elif name in ("Why", "imply") and node.args:
        place = 3 if name == "imply" else 0
        yield from ((table, text) for text in strings(node.args[place], names))
    elif name == "Verdict" and isinstance(node.args[0], ast.Constant) and node.args[0].value:
        yield from (("counts", text) for text in strings(node.args[1], names))
    for keyword in node.keywords:
        if keyword.arg == "rule" and table:
            yield from ((table, text) for text in strings(keyword.value, names))


def rules_in_code() -> dict[str, set[str]]:
    """Table -> the names of its rules in the code."""
    found: dict[str, set[str]] = {"meetings": set(get_args(Telling)), "counts": set(KINDS)}
    files = sorted(ROOM.glob("*.py"))
    shared: dict[str, set[str]] = {}
    for file in files:
        shared |= {
            n: v for n, v in assigned(ast.parse(file.read_text("utf-8"))).items() if n.isupper()
        }
    for file in files:
        for table, name in in_file(file, shared):
            found.setdefault(table, set()).add(name)
    return found
