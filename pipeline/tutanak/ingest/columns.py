"""Which column of a table holds what: as the user says, else by the column's name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tutanak.errors import InputError, NoTextsError, OptionError
from tutanak.resources import table
from tutanak.text.fold import ascii_fold

FIELDS: Final = ("text", "title", "publisher", "published", "url", "id")
_MOST_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each field; None where the table has none."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None


def check_columns(columns: Mapping[str, str]) -> None:
    """Whether a map names fields that documents have.

    Raises:
        OptionError: It does not.
    """
    if strange := sorted(set(columns) - set(FIELDS)):
        raise OptionError(
            f"{strange[0]!r} is no field of a document; map one of: {', '.join(FIELDS)}"
        )


def columns_of(names: Sequence[str], given: Mapping[str, str], source: str) -> Columns:
    """The columns of a table with these names.

    Raises:
        NoTextsError: No column holds texts.
        InputError: One that the user names is not there.
    """
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(_key(name), name)
    found: dict[str, str | None] = {}
    for field in FIELDS:
        if field not in given:
            known = (by_key[key] for key in _known()[field] if key in by_key)
            found[field] = next(known, None)
        elif given[field] in names:
            found[field] = given[field]
        else:
            raise InputError(f"{source}: no column {given[field]!r} ({_shown(names)})")
    text = found.pop("text")
    if text is None:
        raise NoTextsError(
            f"{source}: no column holds texts ({_shown(names)}); name it with --column text=NAME"
        )
    return Columns(text=text, **found)


def _shown(names: Iterable[str]) -> str:
    listed = [repr(name) for name in names]
    more = "" if len(listed) <= _MOST_SHOWN else ", …"
    return f"columns: {', '.join(listed[:_MOST_SHOWN])}{more}"


def _key(name: str) -> str:
    return "".join(letter for letter in ascii_fold(name) if letter.isalnum())


@cache
def _known() -> dict[str, list[str]]:
    fields = table("columns")["fields"]
    return {field: [_key(name) for name in fields[field]] for field in FIELDS}
