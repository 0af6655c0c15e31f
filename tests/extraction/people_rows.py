"""Reads `cases/people-*.txt`, and tells how what was found differs from a row."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.marked import CASES, Row, read_rows
from tutanak.extraction.affiliation import find_people
from tutanak.extraction.institutions import find_institutions
from tutanak.normalise.merge import group_institutions, group_people
from tutanak.records import InstitutionMention, Link, PersonMention

Values = tuple[str | None, ...]
ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class Person:
    """What a row expects of a person, or what was found; all readings that are right."""

    name: str
    title: Values
    role: Values
    institution: Values
    others: Values = (ANYTHING,)
    optional: bool = False


def _values(cell: str) -> Values:
    return tuple(None if part.strip() == "-" else part.strip() for part in cell.split("~"))


def parse_people(expected: str) -> list[Person]:
    """The people of the second half of a row. Raises ValueError where a cell is missing."""
    people = []
    for entry in expected.split(";") if expected.strip() != "-" else []:
        name, colon, rest = entry.strip().partition(":")
        cells = [cell.strip() for cell in rest.split(" / ")]
        if not colon or len(cells) not in (3, 4) or not all(cells):
            raise ValueError(f"not `Name: title / role / institution`: {entry!r}")
        optional = name.startswith("?")
        title, role, institution = map(_values, cells[:3])
        others = _values(cells[3]) if len(cells) == 4 else (ANYTHING,)
        people.append(Person(name.lstrip("?"), title, role, institution, others, optional))
    return people


def read_people() -> list[tuple[Row, list[Person]]]:
    """All rows of `cases/people-*.txt`, with whom they expect."""
    rows = [row for path in sorted(CASES.glob("people-*.txt")) for row in read_rows(path.stem)]
    for row in rows:
        if row.expected is None:
            raise ValueError(f"{row.id}: no `|`; write `| -` where nobody is to be found")
    return [(row, parse_people(row.expected or "")) for row in rows]


def unlinked(name: str) -> Link:
    """A registry that knows no body: grouping by what the text says alone."""
    return Link(None, None, "none", 0.0)


def people_in(row: Row) -> list[Person]:
    """Who is found in the sentence of a row, after grouping."""
    text = row.sentence
    bodies = find_institutions(text, publisher=row.publisher)
    mentions, implied = find_people(text, institutions=bodies, publisher=row.publisher)
    everybody = [*bodies, *implied]
    name_of = _group_names(everybody)
    people = []
    for group in group_people(mentions):
        rows = [mentions[i] for i in group.mentions if not mentions[i].surname_only]
        post = _post(rows)
        owner = post.institution
        if owner is None:
            owner = next((m.institution for m in rows if m.institution is not None), None)
        roles = [role for m in rows for role in (m.role, *m.other_roles) if role]
        people.append(
            Person(
                mentions[group.best].name,
                (next((m.title for m in rows if m.title), None),),
                (post.role,),
                (None if owner is None else name_of[owner],),
                tuple(dict.fromkeys(role for role in roles if role != post.role)),
            )
        )
    return people


def _group_names(mentions: list[InstitutionMention]) -> dict[int, str]:
    groups = group_institutions(mentions, unlinked)
    return {i: group.name for group in groups for i in group.mentions}


def _post(rows: list[PersonMention]) -> PersonMention:
    with_body = (m for m in rows if m.role and m.institution is not None)
    with_role = (m for m in rows if m.role)
    return next(with_body, None) or next(with_role, None) or rows[0]


Check = tuple[str, Callable[[Person], Values]]
NAMES: tuple[Check, ...] = (("title", lambda p: p.title),)
ROLES: tuple[Check, ...] = (
    ("role", lambda p: p.role),
    ("institution", lambda p: p.institution),
)


def differences(row: Row, expected: list[Person], checks: tuple[Check, ...]) -> str:
    """How those found differ from those expected, "" where they do not."""
    found = {person.name: person for person in people_in(row)}
    wanted = {person.name: person for person in expected}
    told = [f"missed {p.name}" for p in expected if p.name not in found and not p.optional]
    told += [f"found {name}" for name in found if name not in wanted]
    for name in wanted.keys() & found.keys():
        for label, value in checks:
            right, got = value(wanted[name]), value(found[name])
            if ANYTHING not in right and got[0] not in right:
                told.append(f"{name}: {label} {got[0]!r}, not {' or '.join(map(repr, right))}")
    missing = [
        f"{name}: also {role}"
        for name in wanted.keys() & found.keys()
        for role in wanted[name].others
        if checks is ROLES and role not in (ANYTHING, *found[name].others)
    ]
    return "; ".join([*told, *missing])
