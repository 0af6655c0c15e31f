"""People's decisions about names: a plain CSV file that outranks every score and is replayed.

Columns `verdict, name, id, into, note`, a decision a row:

- `accept`: the name means the body `id`; links say method `verdict`.
- `reject`: the name does not mean the body `id`; with `id` empty it means none at all.
- `alias`: the name is another name of the body `id`, misspellings of it included.
- `merge`: the body `id` is the same as the body `into`; whatever meant the one means the other.

Names are compared by their keys, so a decision holds for all spellings that share one.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from tutanak.errors import OutputError, ResourceError
from tutanak.normalise.keys import key
from tutanak.resources.bodies import Alias, read_rows

Kind = Literal["accept", "reject", "alias", "merge"]
COLUMNS: Final = ("verdict", "name", "id", "into", "note")
_KINDS: Final[tuple[Kind, ...]] = ("accept", "reject", "alias", "merge")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision; `name` is empty for a merge, `into` for all else."""

    verdict: Kind
    name: str
    id: str
    into: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Decisions ready to be asked: by key of the name, or by id."""

    accepted: dict[str, str] = field(default_factory=dict)
    rejected: dict[str, frozenset[str]] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    merged: dict[str, str] = field(default_factory=dict)

    def rejects(self, name_key: str, identity: str) -> bool:
        """Whether people said that the name does not mean the body."""
        refused = self.rejected.get(name_key, frozenset())
        return identity in refused or "" in refused

    def final(self, identity: str) -> str:
        """The body that this one was merged into, itself where it was not."""
        return self.merged.get(identity, identity)


def parse(text: str, name: str) -> list[tuple[str, Verdict]]:
    """The decisions of one file, each with where it stands.

    Raises:
        ResourceError: A row is broken; file, row and field are named.
    """
    found: list[tuple[str, Verdict]] = []
    for number, row in read_rows(text, name, ("verdict",)):
        where = f"{name}, row {number}"
        kind = next((one for one in _KINDS if one == row["verdict"]), None)
        if kind is None:
            raise ResourceError(
                f"{where}, verdict: {row['verdict']!r} is none of {', '.join(_KINDS)}"
            )
        one = Verdict(kind, *(row.get(column, "") for column in COLUMNS[1:]))
        if kind == "merge" and not (one.id and one.into):
            raise ResourceError(f"{where}, {'into' if one.id else 'id'}: empty")
        if kind != "merge" and not key(one.name):
            raise ResourceError(f"{where}, name: empty")
        if kind in ("accept", "alias") and not one.id:
            raise ResourceError(f"{where}, id: empty")
        found.append((where, one))
    return found


def read(paths: Sequence[Path], exists: Callable[[str], bool]) -> Verdicts:
    """All decisions of some files; a later one outranks an earlier one on the same name.

    Args:
        paths: CSV files.
        exists: Whether an id is in the registry.

    Raises:
        ResourceError: A file or row is broken, an id is unknown, merges are a circle.
    """
    rows: list[tuple[str, Verdict]] = []
    for path in paths:
        try:
            rows += parse(path.read_text(encoding="utf-8-sig"), str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise ResourceError(f"{path}: not readable as UTF-8 CSV: {error}") from error
    verdicts = Verdicts()
    aliases: dict[tuple[str, str], Alias] = {}
    for where, one in rows:
        for column, identity in (("id", one.id), ("into", one.into)):
            if identity and not exists(identity):
                raise ResourceError(f"{where}, {column}: unknown id {identity!r}")
        name_key = key(one.name)
        if one.verdict == "merge":
            verdicts.merged[one.id] = one.into
        elif one.verdict == "reject":
            refused = verdicts.rejected.get(name_key, frozenset())
            verdicts.rejected[name_key] = refused | {one.id}
            if one.id in ("", verdicts.accepted.get(name_key)):
                verdicts.accepted.pop(name_key, None)
        else:
            refused = verdicts.rejected.get(name_key, frozenset()) - {one.id, ""}
            verdicts.rejected[name_key] = refused
            if one.verdict == "accept":
                verdicts.accepted[name_key] = one.id
            else:
                aliases[name_key, one.id] = Alias(one.id, one.name, "alias")
    return Verdicts(
        verdicts.accepted, verdicts.rejected, tuple(aliases.values()), _to_the_end(verdicts.merged)
    )


def _to_the_end(merged: dict[str, str]) -> dict[str, str]:
    final: dict[str, str] = {}
    for start in merged:
        path = [start]
        while path[-1] in merged:
            path.append(merged[path[-1]])
            if path[-1] in path[:-1]:
                raise ResourceError(f"verdicts: merges come back: {' -> '.join(path)}")
        final[start] = path[-1]
    return final


def append(path: Path, verdict: Verdict) -> None:
    """Add a decision at the end of a file, which is made with its header where there is none.

    Raises:
        OutputError: The file cannot be written.
    """
    row = io.StringIO()
    writer = csv.writer(row, lineterminator="\n")
    try:
        if not path.exists() or not path.stat().st_size:
            writer.writerow(COLUMNS)
        writer.writerow([getattr(verdict, column) for column in COLUMNS])
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(row.getvalue())
    except OSError as error:
        raise OutputError(f"{path}: the decision could not be written: {error}") from error
