"""Every value that passes between stages, and the record that comes out.

Characters are half-open (`text[start:end]`), days are inclusive at both ends. `None` means that
the text does not say. What travels inside is frozen; `Record` and its parts are pydantic models:
the output contract and its JSON Schema.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Described

SCHEMA_VERSION: Final = "1.0"

DateRole = Literal["meeting", "publication", "other"]
Granularity = Literal["day", "range", "month"]
Qualifier = Literal["exact", "approx", "at_least", "more_than", "up_to", "range"]
Unit = Literal["person", "institution"]
Mode = Literal["in_person", "online"]
Format = Literal["in_person", "online", "hybrid"]
Form = Literal["full", "acronym", "short", "relative", "implied"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Method = Literal["verdict", "exact", "alias", "acronym", "fuzzy", "none", "ambiguous"]
Field = Literal["dates", "institutions", "people", "counts", "meetings"]


class Span(NamedTuple):
    """`[start, end)` in characters of the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Why:
    """What made a value: the rule (or model), the words it went by, what it beat."""

    rule: str
    cues: tuple[str, ...] = ()
    beat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of a record should know; becomes one of its `warnings`."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that were weighed as a value of `field` and not taken, with the reason.

    Made only when somebody asks why (`extraction/refusals.py`); never part of a record.
    """

    field: Field
    span: Span
    text: str
    reason: str


# ---- ingest -> extraction


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a source did not come into the text.

    `unread` characters and `unread_pages` (from 1) should be there and are not; `furniture`
    characters were left out on purpose: menus, running heads, page numbers.
    """

    unread: int = 0
    unread_pages: tuple[int, ...] = ()
    pages: int | None = None
    furniture: int = 0


ALL_READ: Final = Coverage()


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it from outside. `text` is final: all offsets count it."""

    id: str
    text: str
    source: str = ""
    sha256: str = ""
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    notices: tuple[Notice, ...] = ()
    published_from: str | None = None
    coverage: Coverage = ALL_READ


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was set aside: a line of `quarantine.jsonl`."""

    source: str
    stage: Literal["ingest", "extract", "normalise", "emit"]
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder or archive that is of no kind that is read: told, but not set aside."""

    source: str
    kind: str


# ---- extraction -> normalise


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or run of days. `text` and `span` exclude the case suffix and `tarihinde`, `günü`."""

    span: Span
    text: str
    start: date
    end: date
    role: DateRole
    granularity: Granularity
    why: Why


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """One place in the text that names a body. `span` excludes the case suffix.

    `name` is the nominative form with a shared head spelt out (`Pendik` of `Pendik ve Kartal
    Belediyeleri` -> `Pendik Belediyesi`). `same_as` is the index, in the same list, of the mention
    whose body this one abbreviates or repeats (an acronym in brackets), where the text says so.
    """

    span: Span
    name: str
    form: Form
    why: Why
    same_as: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place in the text that names a person. `institution` indexes the institutions."""

    span: Span
    name: str
    title: str | None
    role: str | None
    other_roles: tuple[str, ...]
    institution: int | None
    why: Why
    surname_only: bool = False


@dataclass(frozen=True, slots=True)
class CountMention:
    """How many people or bodies took part. Open ends are None."""

    span: Span
    text: str
    low: int | None
    high: int | None
    qualifier: Qualifier
    unit: Unit
    noun: str
    mode: Mode | None
    why: Why


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """An event that the text reports. `organizers` index the institutions."""

    span: Span
    type: str
    title: str | None
    ordinal: int | None
    start: date | None
    end: date | None
    place: str | None
    format: Format | None
    status: Status
    organizers: tuple[int, ...]
    people: tuple[int, ...]
    institutions: tuple[int, ...]
    counts: tuple[int, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document: mentions, linked by their positions in these lists."""

    document: Document
    dates: tuple[DateMention, ...] = ()
    institutions: tuple[InstitutionMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    notices: tuple[Notice, ...] = ()


# ---- inside normalise


class Candidate(NamedTuple):
    """A body that a name might mean, with its score in [0, 1]."""

    id: str
    canonical_name: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """What a name means in the registry. `id` is None when nothing is certain enough.

    `office`: the name is that of an office, a branch or a seat of the body, in these words.
    """

    id: str | None
    canonical_name: str | None
    method: Method
    score: float
    runner_up: Candidate | None = None
    kind: str | None = None
    parent: str | None = None
    alternatives: tuple[Candidate, ...] = ()
    office: str | None = None


# ---- normalise -> emit: the output contract


class Part(BaseModel):
    """Base of all parts of a record: frozen, nothing but the declared fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WhyOut(Part):
    """The rule behind a value, the words it went by, and what it beat."""

    rule: str
    cues: tuple[str, ...] = ()
    beat: tuple[str, ...] = ()


class DateOut(Part):
    """A day or run of days; `start` and `end` are ISO and inclusive."""

    text: str
    start: date
    end: date
    role: DateRole
    granularity: Granularity
    span: Span
    why: WhyOut


class Match(Part):
    """How an institution was linked to the registry; `office`: its `name` is that of an office."""

    method: Method
    score: float
    runner_up: str | None = None
    alternatives: tuple[str, ...] = ()
    office: str | None = None


class InstitutionOut(Part):
    """One body per document; `canonical_name`, `id`, `kind`, `parent` come from the registry."""

    name: str
    aliases: tuple[str, ...]
    id: str | None
    canonical_name: str | None
    kind: str | None
    parent: str | None
    match: Match
    mentions: tuple[Span, ...]
    why: WhyOut


class PersonOut(Part):
    """One person per document; `role` without the institution."""

    name: str
    title: str | None
    role: str | None
    other_roles: tuple[str, ...]
    institution: str | None
    institution_id: str | None
    mentions: tuple[Span, ...]
    why: WhyOut


class CountOut(Part):
    """How many people or bodies took part; open ends are null."""

    text: str
    low: int | None
    high: int | None
    qualifier: Qualifier
    unit: Unit
    noun: str
    mode: Mode | None
    span: Span
    why: WhyOut


class MeetingOut(Part):
    """An event. `people`, `institutions`, `counts` index the record's lists."""

    type: str
    title: str | None
    ordinal: int | None
    start: date | None
    end: date | None
    place: str | None
    format: Format | None
    status: Status
    organizers: tuple[str, ...]
    people: tuple[int, ...]
    institutions: tuple[int, ...]
    counts: tuple[int, ...]
    span: Span
    why: WhyOut


class WarningOut(Part):
    """Something the reader of the record should know."""

    code: str
    message: str
    span: Span | None = None


class CoverageOut(Part):
    """What of the source is not in `text`: unread by accident, or left out as page furniture."""

    unread: int = 0
    unread_pages: tuple[int, ...] = ()
    pages: int | None = None
    furniture: int = 0


class CopyOut(Part):
    """Another document of the run that is the same text from another place."""

    id: str
    source: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    similarity: float


class Record(Part):
    """What one document says: a line of `records.jsonl`."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str | None = Described(
        default=None, description="where the day was found; null if it was given as an option"
    )
    url: str | None = None
    copy_of: str | None = Described(
        default=None, description="id of the record, in the same run, that this one is a copy of"
    )
    also_in: tuple[CopyOut, ...] = Described(
        default=(), description="the copies of this one in the same run, with their sources"
    )
    coverage: CoverageOut = CoverageOut()
    text: str | None = Described(
        default=None, description="cleaned text; all spans count its characters"
    )
    dates: tuple[DateOut, ...] = ()
    institutions: tuple[InstitutionOut, ...] = ()
    people: tuple[PersonOut, ...] = ()
    counts: tuple[CountOut, ...] = ()
    meetings: tuple[MeetingOut, ...] = ()
    warnings: tuple[WarningOut, ...] = ()
