"""What is wrong with a user's registry files: all of it, each with file, row and field.

Loading stops at the first thing that is wrong; this goes on, a row at a time.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tutanak.errors import ResourceError
from tutanak.normalise.verdicts import parse as parse_verdicts
from tutanak.resources import bodies as tables
from tutanak.resources import composed
from tutanak.resources.bodies import Body, parse_bodies
from tutanak.resources.ftm import parse_ftm

_ROW: Final = re.compile(r", (row|line) \d+")
_JSON: Final = (".json", ".jsonl", ".ftm")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A body and where it stands: `own.csv, row 7`."""

    body: Body
    where: str


def check(paths: Sequence[Path]) -> tuple[str, ...]:
    """All that is wrong with registry files, those of one registry given together.

    Args:
        paths: CSV, or FollowTheMoney JSON lines, by the ending.

    Returns:
        Messages: row by row, then what rows say of each other; none where the files are good.
    """
    problems: list[str] = []
    placed: dict[str, _Placed] = {}
    broken: set[str] = set()
    for path in paths:
        for one in _rows(path, problems, broken):
            identity = one.body.id
            if identity in placed:
                problems.append(
                    f"{one.where}, id: {identity!r} is taken by {placed[identity].where}"
                )
            elif identity in tables.listed() or composed.find(identity):
                problems.append(f"{one.where}, id: {identity!r} is already in the registry")
            else:
                placed[identity] = one
    problems += _unknown(placed, broken)
    problems += _circles(placed, "parent", lambda body: (body.parent,) if body.parent else ())
    problems += _circles(placed, "successor", lambda body: body.successors)
    return tuple(dict.fromkeys(problems))


def check_verdicts(path: Path, exists: Callable[[str], bool]) -> tuple[str, ...]:
    """All that is wrong with the rows of a file of verdicts.

    Args:
        path: The file.
        exists: Whether an id is in the registry.
    """
    problems: list[str] = []
    for where, row in _single_rows(path, problems):
        try:
            found = parse_verdicts(row, str(path))
        except ResourceError as error:
            problems.append(_ROW.sub(where, str(error), count=1))
            continue
        for _, one in found:
            for column, identity in (("id", one.id), ("into", one.into)):
                if identity and not exists(identity):
                    problems.append(f"{path}{where}, {column}: unknown id {identity!r}")
    return tuple(problems)


def is_verdicts(path: Path) -> bool:
    """Whether a file has the columns of verdicts, not of bodies."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return "verdict" in file.readline().replace('"', "").strip().split(",")
    except (OSError, UnicodeDecodeError):
        return False


def _rows(path: Path, problems: list[str], broken: set[str]) -> Iterator[_Placed]:
    """The good bodies of a file; what is wrong with the others joins the problems."""
    parse = parse_ftm if path.suffix in _JSON else parse_bodies
    try:
        whole = tables.read_file(path)[0] if path.suffix in _JSON else []
    except ResourceError:
        whole = []
    successors = {body.id: body for body in whole}
    for where, row in _single_rows(path, problems):
        try:
            for body in parse(row, str(path))[0]:
                yield _Placed(successors.get(body.id, body), f"{path}{where}")
        except ResourceError as error:
            problems.append(_ROW.sub(where, str(error), count=1))
            broken.update(_identity(row))


def _identity(row: str) -> Iterator[str]:
    """The id of a broken row, so that those who point to it are not blamed too."""
    for cells in csv.DictReader(row.splitlines()):
        if cells.get("id"):
            yield str(cells["id"]).strip()


def _single_rows(path: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    """Each row as a table of its own, with where it stood."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.append(f"{path}: no such registry file")
        return
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path}: not readable as UTF-8: {error}")
        return
    if path.suffix in _JSON:
        for number, line in enumerate(text.splitlines(), start=1):
            yield f", line {number}", line
        return
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    try:
        parse = parse_verdicts if "verdict" in header else parse_bodies
        parse(_table(header), str(path))
    except ResourceError as error:
        problems.append(str(error))
        return
    for cells in reader:
        if cells:
            yield f", row {reader.line_num}", _table(header, cells)


def _table(*rows: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _unknown(placed: dict[str, _Placed], broken: set[str]) -> Iterator[str]:
    for one in placed.values():
        body = one.body
        links = (
            ("parent", (body.parent,) if body.parent else ()),
            ("successor", body.successors),
            ("continues", body.continues),
        )
        for field, targets in links:
            for target in targets:
                known = target in placed or target in broken or target in tables.listed()
                if not known and composed.find(target) is None:
                    yield f"{one.where}, {field}: unknown id {target!r}"


def _circles(
    placed: dict[str, _Placed], field: str, following: Callable[[Body], tuple[str, ...]]
) -> Iterator[str]:
    """Chains of own bodies that come back; those of the package never lead to own ones."""
    done: set[str] = set()
    for start in placed:
        path: list[str] = []
        stack = [(start, 0)]
        while stack:
            identity, depth = stack.pop()
            del path[depth:]
            if identity in path:
                circle = " -> ".join((*path[path.index(identity) :], identity))
                yield f"{placed[identity].where}, {field}: comes back to itself: {circle}"
                continue
            if identity in done or identity not in placed:
                continue
            done.add(identity)
            path.append(identity)
            stack += [(target, len(path)) for target in following(placed[identity].body)]
