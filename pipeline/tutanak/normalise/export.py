"""The registry written out: CSV that `Registry.load` reads again, FollowTheMoney JSON lines."""

import csv
import json
from pathlib import Path
from typing import Final

from tutanak.errors import OutputError
from tutanak.normalise.registry import Registry
from tutanak.resources.bodies import Body
from tutanak.resources.ftm import entities

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
    names: dict[tuple[str, bool], list[str]] = {}
    for alias in registry.aliases():
        names.setdefault((alias.id, alias.kind == "acronym"), []).append(alias.alias)
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for body in bodies:
                acronyms, others = (names.get((body.id, kind), []) for kind in (True, False))
                row = (
                    *(body.id, body.name, body.kind, body.parent, body.valid_from, body.valid_to),
                    *("|".join(body.successors), "|".join(body.continues), body.source),
                    *("|".join(acronyms), "|".join(others)),
                )
                writer.writerow(["" if cell is None else cell for cell in row])
    except OSError as error:
        raise OutputError(f"{path}: the registry could not be written: {error}") from error
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
    try:
        with path.open("w", encoding="utf-8") as file:
            for entity in entities(bodies, registry.aliases()):
                file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
    except OSError as error:
        raise OutputError(f"{path}: the registry could not be written: {error}") from error
    return len(bodies)


def _chosen(registry: Registry, composed: bool) -> list[Body]:
    return [body for body in registry.bodies() if composed or body.source != "composed"]
