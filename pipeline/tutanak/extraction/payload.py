"""Mentions on a Doc: JSON-only payloads beside spaCy spans, so that a Doc can be stored and sent.

`doc.spans["tutanak_<kind>"]` holds the spans, expanded to token edges; the exact characters and
everything else are in `doc._.tutanak[<kind>]`, in the same order.
"""

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tutanak.records import (
    CountMention,
    DateMention,
    InstitutionMention,
    MeetingMention,
    Notice,
    PersonMention,
    Span,
    Why,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

Mention = DateMention | InstitutionMention | PersonMention | CountMention | MeetingMention
M = TypeVar(
    "M", DateMention, InstitutionMention, PersonMention, CountMention, MeetingMention, Notice
)

KINDS: Final[dict[str, type[Any]]] = {
    "dates": DateMention,
    "institutions": InstitutionMention,
    "people": PersonMention,
    "counts": CountMention,
    "meetings": MeetingMention,
}
LABELS: Final = {
    "dates": "DATE",
    "institutions": "ORG",
    "people": "PERSON",
    "counts": "COUNT",
    "meetings": "EVENT",
}


# looked up for each value; `fields` and `asdict` find them anew each time
_FIELDS: Final[dict[type[Any], tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in (*KINDS.values(), Notice, Why)
}


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if type(value) in _FIELDS:
        return {name: _plain(getattr(value, name)) for name in _FIELDS[type(value)]}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


def _revive(kind: type[M], row: dict[str, Any]) -> M:
    values: dict[str, Any] = {}
    for name in _FIELDS[kind]:
        value = row[name]
        if name == "span":
            value = None if value is None else Span(*value)
        elif name == "why":
            value = Why(value["rule"], tuple(value["cues"]), tuple(value["beat"]))
        elif name in ("start", "end"):
            value = None if value is None else date.fromisoformat(value)
        elif isinstance(value, list):
            value = tuple(value)
        values[name] = value
    return kind(**values)


def store(doc: "Doc") -> dict[str, Any]:
    """The payloads of `doc`, made where there are none yet."""
    found: dict[str, Any] = doc.user_data.setdefault("tutanak", {})
    return found


def write(doc: "Doc", kind: str, mentions: list[Any]) -> None:
    """Keep `mentions` on `doc` under `kind`, in place of what was there."""
    store(doc)[kind] = [_plain(mention) for mention in mentions]
    spans = []
    for number, mention in enumerate(mentions):
        start, end = mention.span
        span = doc.char_span(
            start,
            end,
            label=LABELS[kind],
            span_id=str(number),
            alignment_mode="expand",
        )
        if span is not None:
            spans.append(span)
    doc.spans[f"tutanak_{kind}"] = spans


def read(doc: "Doc", kind: type[M], key: str) -> list[M]:
    """The mentions under `key`; empty where its component has not run."""
    return [_revive(kind, row) for row in store(doc).get(key, [])]


def write_notices(doc: "Doc", key: str, notices: list[Notice]) -> None:
    """Keep what the component `key` has to say."""
    store(doc).setdefault("notices", {})[key] = [_plain(notice) for notice in notices]


def read_notices(doc: "Doc") -> list[Notice]:
    """All notices, by component in the order of their names."""
    rows = store(doc).get("notices", {})
    return [_revive(Notice, row) for key in sorted(rows) for row in rows[key]]
