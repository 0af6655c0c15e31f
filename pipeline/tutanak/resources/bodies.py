"""The registry's rows: organisations with their names, periods, parents and successors.

Sources: `registry/*.csv`, a `source` in every row (see SOURCES.md). A body has one name for one
period; a renamed body is a new row, and the old one names its `successor`. Days are inclusive at
both ends; a year alone means that the day is not known (its first or last day is taken).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from tutanak.errors import ResourceError
from tutanak.text.fold import lower

TABLES: Final = ("national", "units", "international", "civil", "universities", "agencies")
_JSON: Final = (".json", ".jsonl", ".ftm")
_REQUIRED: Final = ("id", "name", "kind")
_PERIOD: Final = ("parent", "valid_from", "valid_to", "successor", "continues")
_OPTIONAL: Final = (*_PERIOD, "source", "acronyms", "aliases")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation under one name for one period.

    `successors`: who went on with its work; the first one is the main one. `continues`: the
    predecessors that it is the same body as, where a merger leaves more than one.
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    source: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether the body bore this name on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class Alias(NamedTuple):
    """Another name of a body; `kind` is `alias`, `acronym`, `english` or `former`."""

    id: str
    alias: str
    kind: str


class Period(NamedTuple):
    """The parent that a body had for a time, where it was not the one in its row."""

    id: str
    parent: str
    valid_from: date
    valid_to: date


def parse_day(text: str, *, last: bool, where: str) -> date | None:
    """A day from `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None if empty.

    Args:
        text: The cell.
        last: Whether a year stands for its last day and not for its first one.
        where: File, row and field for the error.

    Raises:
        ResourceError: The cell is no date.
    """
    if not text:
        return None
    try:
        if len(text) == 4:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        return date.fromisoformat(text if len(text) > 7 else f"{text}-{'28' if last else '01'}")
    except ValueError:
        raise ResourceError(f"{where}: {text!r} is not YYYY-MM-DD or YYYY") from None


def read_rows(
    text: str, name: str, required: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV table with their numbers, all cells stripped.

    Raises:
        ResourceError: A required column or cell is missing, or a row has too many cells.
    """
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in required if column not in (reader.fieldnames or ())]
    if missing:
        raise ResourceError(f"{name}, row 1: column {missing[0]!r} is missing")
    for row in reader:
        number = reader.line_num
        if None in row:
            raise ResourceError(f"{name}, row {number}: more cells than columns; quote the commas")
        cells = {column: (cell or "").strip() for column, cell in row.items()}
        for column in required:
            if not cells[column]:
                raise ResourceError(f"{name}, row {number}, {column}: empty")
        yield number, cells


def parse_bodies(text: str, name: str) -> tuple[list[Body], list[Alias]]:
    """Bodies of one table, and the aliases that stand in their rows (`|` between them).

    Args:
        text: A CSV table with at least the columns `id`, `name`, `kind`.
        name: Its name in errors.

    Raises:
        ResourceError: A cell is broken; file, row and field are named.
    """
    bodies: list[Body] = []
    aliases: list[Alias] = []
    seen: dict[str, int] = {}
    for number, row in read_rows(text, name, _REQUIRED):
        where = f"{name}, row {number}"
        if unknown := set(row) - set(_REQUIRED) - set(_OPTIONAL):
            raise ResourceError(f"{name}, row 1: unknown column {sorted(unknown)[0]!r}")
        identity = row["id"]
        if not identity.isascii() or identity != identity.lower() or " " in identity:
            raise ResourceError(
                f"{where}, id: {identity!r} must be lower-case ASCII without spaces"
            )
        if identity in seen:
            raise ResourceError(f"{where}, id: {identity!r} is taken by row {seen[identity]}")
        seen[identity] = number
        if row["kind"] not in kinds():
            raise ResourceError(f"{where}, kind: unknown {row['kind']!r}")
        start = parse_day(row.get("valid_from", ""), last=False, where=f"{where}, valid_from")
        end = parse_day(row.get("valid_to", ""), last=True, where=f"{where}, valid_to")
        if start and end and end < start:
            raise ResourceError(f"{where}, valid_to: {end} is before valid_from {start}")
        successors = tuple(filter(None, row.get("successor", "").split("|")))
        if successors and end is None:
            raise ResourceError(f"{where}, successor: given, but valid_to is empty")
        bodies.append(
            Body(
                identity,
                row["name"],
                row["kind"],
                row.get("parent") or None,
                start,
                end,
                successors,
                tuple(filter(None, row.get("continues", "").split("|"))),
                row.get("source", ""),
            )
        )
        for column, kind in (("acronyms", "acronym"), ("aliases", "alias")):
            cells = filter(None, row.get(column, "").split("|"))
            aliases.extend(Alias(identity, cell.strip(), kind) for cell in cells)
    return bodies, aliases


def registry_text(table: str) -> str:
    """The text of `registry/<table>.csv` in the package."""
    return (files("tutanak.resources") / "registry" / f"{table}.csv").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def kinds() -> frozenset[str]:
    """The kinds that a body may be of; `registry/kinds.csv` says what each means."""
    rows = read_rows(registry_text("kinds"), "registry/kinds.csv", ("kind", "meaning"))
    return frozenset(row["kind"] for _, row in rows)


@lru_cache(maxsize=1)
def listed() -> Mapping[str, Body]:
    """All bodies that have a row of their own, by id. Raises ResourceError where one is broken."""
    found: dict[str, Body] = {}
    for table in TABLES:
        for body in parse_bodies(registry_text(table), f"registry/{table}.csv")[0]:
            if body.id in found:
                raise ResourceError(f"registry/{table}.csv, id: {body.id!r} is in two tables")
            found[body.id] = body
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def aliases() -> tuple[Alias, ...]:
    """Other names of listed and composed bodies, from `aliases.csv`."""
    rows = read_rows(registry_text("aliases"), "registry/aliases.csv", Alias._fields)
    return tuple(Alias(row["id"], row["alias"], row["kind"]) for _, row in rows)


@lru_cache(maxsize=1)
def parent_periods() -> tuple[Period, ...]:
    """Parents that bodies had before the one in their rows, from `parents.csv`."""
    table = "registry/parents.csv"
    found = []
    for number, row in read_rows(registry_text("parents"), table, ("id", "parent")):
        where = f"{table}, row {number}"
        start = parse_day(row.get("valid_from", ""), last=False, where=f"{where}, valid_from")
        end = parse_day(row.get("valid_to", ""), last=True, where=f"{where}, valid_to")
        found.append(Period(row["id"], row["parent"], start or date.min, end or date.max))
    return tuple(found)


def read_file(path: Path) -> tuple[list[Body], list[Alias]]:
    """Bodies and aliases of a user's own table: CSV, or FollowTheMoney JSON by its ending.

    Raises:
        ResourceError: The file is not readable, or a row is broken.
    """
    from tutanak.resources.ftm import parse_ftm

    parse = parse_ftm if path.suffix in _JSON else parse_bodies
    try:
        return parse(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError:
        raise ResourceError(f"{path}: no such registry file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: not readable as UTF-8: {error}") from error


@lru_cache(maxsize=1)
def acronyms() -> Mapping[str, tuple[str, ...]]:
    """Acronym as written -> names of the bodies that bear it: `TBB` -> three names."""
    from tutanak.resources.composed import find

    found: dict[str, tuple[str, ...]] = {}
    for alias in aliases():
        if alias.kind == "acronym":
            body = listed().get(alias.id) or find(alias.id)
            if body and body.name not in found.get(alias.alias, ()):
                found[alias.alias] = (*found.get(alias.alias, ()), body.name)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Nominative names, aliases and acronyms of the listed bodies, in Turkish lower case.

    Composed bodies (`Pendik Kaymakamlığı`) are not among them: ask `is_known`.
    """
    names = [body.name for body in listed().values()]
    names.extend(alias.alias for alias in aliases())
    return frozenset(lower("\n".join(names)).split("\n"))


def is_known(name: str) -> bool:
    """Whether `name`, in any case, is a name of a listed or composed body."""
    from tutanak.resources.composed import is_composed

    return lower(name) in known_names() or is_composed(name)
