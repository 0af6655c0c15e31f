"""The registry out and in: CSV that `Registry.load` takes, FollowTheMoney JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tutanak.errors import OutputError, ResourceError
from tutanak.normalise.registry import Registry
from tutanak.resources import bodies as tables
from tutanak.resources.bodies import Alias, Body
from tutanak.resources.composed import find as composed_body
from tutanak.resources.ftm import entities
from tutanak.text.fold import ascii_fold

COLUMNS: Final = (
    *("id", "name", "kind", "parent", "valid_from", "valid_to", "successor", "continues"),
    *("source", "acronyms", "aliases"),
)


def write_csv(registry: Registry, path: Path, *, composed: bool = False) -> int:
    """Write bodies as a table with the columns of the registry's own; give their number.

    Args:
        registry: What to write.
        path: A file, replaced if it is there.
        composed: Whether composed bodies are written too.

    Raises:
        OutputError: The file cannot be written.
    """
    bodies = _chosen(registry, composed)
    _write(path, _table(bodies, registry.aliases()))
    return len(bodies)


def write_ftm(registry: Registry, path: Path, *, composed: bool = False) -> int:
    """Write bodies as FollowTheMoney entities, one JSON object a line; give their number.

    Args:
        registry: What to write.
        path: A file, replaced if it is there.
        composed: Whether composed bodies are written too.

    Raises:
        OutputError: The file cannot be written.
    """
    bodies = _chosen(registry, composed)
    lines = (
        json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"
        for entity in entities(bodies, registry.aliases())
    )
    _write(path, "".join(lines))
    return len(bodies)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many bodies an import added, and how many were in the registry or the file before."""

    added: int
    known: int


def import_file(source: Path, into: Path) -> Imported:
    """Add the bodies of a file to a table of one's own, which is made where there is none.

    Ids are folded to lower-case ASCII. A body whose id is known already is left as it is.

    Args:
        source: CSV, or FollowTheMoney JSON lines, by the ending.
        into: A CSV table for `--registry`.

    Raises:
        ResourceError: A row of either is broken, or the table would not be a good one; file, row
            and field are named, and nothing is written.
        OutputError: The table cannot be written.
    """
    bodies, aliases = tables.read_file(into) if into.exists() else ([], [])
    own = {body.id: body for body in bodies}
    found, names = tables.read_file(source)
    known = 0
    added: set[str] = set()
    for one in map(_folded, found):
        if one.id in own or one.id in tables.listed() or composed_body(one.id):
            known += 1
        else:
            own[one.id] = one
            added.add(one.id)
    names = [alias._replace(id=ascii_fold(alias.id)) for alias in names]
    aliases = [*aliases, *(alias for alias in names if alias.id in added)]
    text = _table(list(own.values()), aliases)
    try:
        tables.parse_bodies(text, str(into))
        Registry({**tables.listed(), **own}, [*tables.aliases(), *aliases])
    except ResourceError as error:
        raise ResourceError(f"{source}: not imported: {error}") from None
    _write(into, text)
    return Imported(len(added), known)


def _folded(body: Body) -> Body:
    return replace(
        body,
        id=ascii_fold(body.id),
        parent=ascii_fold(body.parent) if body.parent else None,
        successors=tuple(map(ascii_fold, body.successors)),
        continues=tuple(map(ascii_fold, body.continues)),
    )


def _table(bodies: Sequence[Body], aliases: Iterable[Alias]) -> str:
    names: dict[tuple[str, bool], list[str]] = {}
    for alias in aliases:
        names.setdefault((alias.id, alias.kind == "acronym"), []).append(alias.alias)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for body in bodies:
        acronyms, others = (names.get((body.id, kind), []) for kind in (True, False))
        row = (
            *(body.id, body.name, body.kind, body.parent, body.valid_from, body.valid_to),
            *("|".join(body.successors), "|".join(body.continues), body.source),
            *("|".join(acronyms), "|".join(others)),
        )
        writer.writerow(["" if cell is None else cell for cell in row])
    return text.getvalue()


def _write(path: Path, text: str) -> None:
    """Write a file aside and put it in place, so that it is never half a file."""
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise OutputError(
            f"{path}: the registry could not be written: {error.strerror or error}"
        ) from error


def _chosen(registry: Registry, composed: bool) -> list[Body]:
    return [body for body in registry.bodies() if composed or body.source != "composed"]
