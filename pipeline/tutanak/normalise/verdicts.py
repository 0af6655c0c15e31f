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


Placed = tuple[str, Verdict]
"""A decision with where it stands, for messages."""


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


def parse(text: str, name: str) -> list[Placed]:
    """The decisions of one file, each with where it stands.

    Raises:
        ResourceError: A row is broken; file, row and field are named.
    """
    found: list[Placed] = []
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


def _parse_file(path: Path) -> list[Placed]:
    try:
        return parse(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError:
        raise ResourceError(f"{path}: no such file of verdicts") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: not readable as UTF-8 CSV: {error}") from error


def read(
    paths: Sequence[Path], exists: Callable[[str], bool], decided: Sequence[Placed] = ()
) -> Verdicts:
    """All decisions of some files; a later one outranks an earlier one on the same name.

    Args:
        paths: CSV files.
        exists: Whether an id is in the registry.
        decided: Decisions that come after those of the files.

    Raises:
        ResourceError: A file or row is broken, an id is unknown, merges are a circle.
    """
    return _in_order([*(row for path in paths for row in _parse_file(path)), *decided], exists)


def _in_order(rows: Sequence[Placed], exists: Callable[[str], bool]) -> Verdicts:
    verdicts = Verdicts()
    aliases: dict[tuple[str, str], Alias] = {}
    merged_at: dict[str, str] = {}
    for where, one in rows:
        for column, identity in (("id", one.id), ("into", one.into)):
            if identity and not exists(identity):
                raise ResourceError(f"{where}, {column}: unknown id {identity!r}")
        name_key = key(one.name)
        if one.verdict == "merge":
            verdicts.merged[one.id] = one.into
            merged_at[one.id] = where
        elif one.verdict == "reject":
            refused = verdicts.rejected.get(name_key, frozenset())
            verdicts.rejected[name_key] = refused | {one.id}
            if one.id in ("", verdicts.accepted.get(name_key)):
                verdicts.accepted.pop(name_key, None)
            aliases.pop((name_key, one.id), None)
        else:
            refused = verdicts.rejected.get(name_key, frozenset()) - {one.id, ""}
            verdicts.rejected[name_key] = refused
            if one.verdict == "accept":
                verdicts.accepted[name_key] = one.id
            else:
                aliases[name_key, one.id] = Alias(one.id, one.name, "alias")
    merged = _to_the_end(verdicts.merged, merged_at)
    return Verdicts(verdicts.accepted, verdicts.rejected, tuple(aliases.values()), merged)


def _to_the_end(merged: dict[str, str], merged_at: dict[str, str]) -> dict[str, str]:
    final: dict[str, str] = {}
    for start in merged:
        path = [start]
        while path[-1] in merged:
            path.append(merged[path[-1]])
            if path[-1] in path[:-1]:
                where = merged_at[path[-2]]
                raise ResourceError(f"{where}, into: merges come back: {' -> '.join(path)}")
        final[start] = path[-1]
    return final


def decide(path: Path, verdict: Verdict, exists: Callable[[str], bool]) -> None:
    """Add a decision to a file, if the file with it would still be a good one.

    Args:
        path: A file of verdicts, made where there is none.
        verdict: The decision.
        exists: Whether an id is in the registry.

    Raises:
        ResourceError: The file or the decision is broken, or its id unknown; nothing is written.
        OutputError: The file cannot be written.
    """
    rows = _parse_file(path) if path.exists() else []
    checked(verdict, rows, exists)
    append(path, verdict)


def checked(verdict: Verdict, before: Sequence[Placed], exists: Callable[[str], bool]) -> Verdict:
    """A decision as it is kept, each part in one line, if it goes with those given before.

    Raises:
        ResourceError: The decision is broken, its id unknown, or merges would come back.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerow(_cells(verdict))
    try:
        ((_, one),) = parse(table.getvalue(), "new")
        _in_order([*before, ("new, row 2", one)], exists)
    except ResourceError as error:
        told = str(error).replace("new, row 2", verdict.verdict)
        hint = "; `tutanak registry lookup NAME` shows ids" if "unknown id" in told else ""
        raise ResourceError(f"{told}{hint}; nothing was written") from None
    return one


def _cells(verdict: Verdict) -> list[str]:
    """The cells of a decision, each in one line."""
    return [" ".join(getattr(verdict, column).split()) for column in COLUMNS]


def append(path: Path, verdict: Verdict) -> None:
    """Add a decision at the end of a file, which is made with its header where there is none.

    The columns of the file may stand in any order.

    Raises:
        OutputError: The file cannot be written, or lacks a column that the decision needs.
    """
    row = io.StringIO()
    writer = csv.writer(row, lineterminator="\n")
    cells = dict(zip(COLUMNS, _cells(verdict), strict=True))
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        columns = next(csv.reader(before.splitlines()), [])
        if not columns:
            columns = list(COLUMNS)
            writer.writerow(columns)
        elif not before.endswith("\n"):
            row.write("\n")
        if lost := [column for column in COLUMNS if cells[column] and column not in columns]:
            raise OutputError(f"{path}, row 1: no column {lost[0]!r} for the decision; add it")
        writer.writerow([cells.get(column, "") for column in columns])
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(row.getvalue())
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path}: the decision could not be written: {error}") from error
