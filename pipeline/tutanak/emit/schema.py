"""The eight tables: their columns, types and order. Every writer and reader derives from here.

One row a thing, keys first. A thing inside a document is named by `document_id` and its position
in that list of the record (`person_index` 0 is `people[0]`). Lists are joined by `; `.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Kind = Literal["text", "integer", "number", "flag", "day"]
Value = str | int | float | bool | None
Row = dict[str, Value]

LIST_SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `day` is an ISO date; all kinds may be empty except in keys."""

    name: str
    kind: Kind
    key: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name is also that of its files."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)


_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}


def _table(name: str, *, keys: str, columns: str) -> Table:
    """A table from `name:kind` words; text where no kind is given."""
    parts: list[Column] = []
    for words, key in ((keys, True), (columns, False)):
        for word in words.split():
            label, _, kind = word.partition(":")
            parts.append(Column(label, _KINDS[kind or "text"], key))
    return Table(name, tuple(parts))


_SPAN: Final = "span_start:integer span_end:integer rule"

TABLES: Final = (
    _table(
        "documents",
        keys="document_id",
        columns="source sha256 title publisher published:day published_from url "
        "characters:integer dates:integer institutions:integer people:integer counts:integer "
        "meetings:integer warnings:integer unread_characters:integer unread_pages:integer copy_of",
    ),
    _table(
        "meetings",
        keys="document_id meeting_index:integer",
        columns="type title ordinal:integer start:day end:day place format status organizers "
        f"people:integer institutions:integer counts:integer {_SPAN}",
    ),
    _table(
        "institutions",
        keys="document_id institution_index:integer mention_index:integer",
        columns="organisation_id name surface canonical_name kind parent match_method "
        f"match_score:number runner_up {_SPAN}",
    ),
    _table(
        "organisations",
        keys="organisation_id",
        columns="name linked:flag kind parent documents:integer mentions:integer names name_counts",
    ),
    _table(
        "people",
        keys="document_id person_index:integer",
        columns=f"name title role other_roles institution organisation_id mentions:integer {_SPAN}",
    ),
    _table(
        "participations",
        keys="document_id meeting_index:integer participant_kind participant_index:integer",
        columns="name role institution organisation_id organizer:flag",
    ),
    _table(
        "dates",
        keys="document_id date_index:integer",
        columns=f"text start:day end:day role granularity {_SPAN}",
    ),
    _table(
        "counts",
        keys="document_id count_index:integer",
        columns=f"text low:integer high:integer qualifier unit noun mode meeting_index:integer "
        f"{_SPAN}",
    ),
)
