"""A record as rows of the tables.

An `organisation_id` here that begins with `local:` or `ambiguous:` goes on with the name as it is;
organisations.py makes the ids of them when the run knows all names.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tutanak.emit.organisations import AMBIGUOUS, LOCAL
from tutanak.emit.schema import LIST_SEPARATOR, Row
from tutanak.records import InstitutionOut, PersonOut, Record, Span, WhyOut


def organisation_of(body: InstitutionOut) -> str:
    """The registry's id; where there is none, the name, until the run knows all names."""
    if body.id is not None:
        return body.id
    return (AMBIGUOUS if body.match.method == "ambiguous" else LOCAL) + body.name


def _body_of(person: PersonOut, bodies: dict[str, InstitutionOut]) -> str | None:
    """The organisation that a person belongs to, also where only the role implies it."""
    if person.institution is None:
        return None
    body = bodies.get(person.institution)
    if person.institution_id is not None:
        return person.institution_id
    return organisation_of(body) if body is not None else LOCAL + person.institution


def rows_of(record: Record) -> Iterator[tuple[str, Row]]:
    """The rows of one record, each with the name of its table; `organisations` is made later."""
    key: Row = {"document_id": record.id}
    yield "documents", _document(record)
    for i, meeting in enumerate(record.meetings):
        yield (
            "meetings",
            key
            | {
                "meeting_index": i,
                "type": meeting.type,
                "title": meeting.title,
                "ordinal": meeting.ordinal,
                "start": _iso(meeting.start),
                "end": _iso(meeting.end),
                "place": meeting.place,
                "format": meeting.format,
                "status": meeting.status,
                "organizers": _join(meeting.organizers),
                "people": len(meeting.people),
                "institutions": len(meeting.institutions),
                "counts": len(meeting.counts),
            }
            | _evidence(meeting.span, meeting.why),
        )
    for i, institution in enumerate(record.institutions):
        for j, span in enumerate(institution.mentions):
            yield "institutions", key | _mention(record, institution, i, j, span)
    bodies = {form: body for body in reversed(record.institutions) for form in _forms(body)}
    for i, person in enumerate(record.people):
        first = person.mentions[0] if person.mentions else None
        yield (
            "people",
            key
            | {
                "person_index": i,
                "name": person.name,
                "title": person.title,
                "role": person.role,
                "other_roles": _join(person.other_roles),
                "institution": person.institution,
                "organisation_id": _body_of(person, bodies),
                "mentions": len(person.mentions),
            }
            | _evidence(first, person.why),
        )
    yield from ((table, key | row) for table, row in _participations(record, bodies))
    for i, day in enumerate(record.dates):
        yield (
            "dates",
            key
            | {
                "date_index": i,
                "text": day.text,
                "start": _iso(day.start),
                "end": _iso(day.end),
                "role": day.role,
                "granularity": day.granularity,
            }
            | _evidence(day.span, day.why),
        )
    owners = {
        c: i for i, meeting in reversed([*enumerate(record.meetings)]) for c in meeting.counts
    }
    for i, count in enumerate(record.counts):
        yield (
            "counts",
            key
            | {
                "count_index": i,
                "text": count.text,
                "low": count.low,
                "high": count.high,
                "qualifier": count.qualifier,
                "unit": count.unit,
                "noun": count.noun,
                "mode": count.mode,
                "meeting_index": owners.get(i),
            }
            | _evidence(count.span, count.why),
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _join(values: Iterable[str]) -> str | None:
    return LIST_SEPARATOR.join(values) or None


def _evidence(span: Span | None, why: WhyOut) -> Row:
    start, end = span if span is not None else (None, None)
    return {"span_start": start, "span_end": end, "rule": why.rule}


def _forms(body: InstitutionOut) -> tuple[str, ...]:
    return (body.name, *body.aliases)


def _document(record: Record) -> Row:
    return {
        "document_id": record.id,
        "source": record.source,
        "sha256": record.sha256,
        "title": record.title,
        "publisher": record.publisher,
        "published": _iso(record.published),
        "published_from": record.published_from,
        "url": record.url,
        "characters": len(record.text) if record.text is not None else None,
        "dates": len(record.dates),
        "institutions": len(record.institutions),
        "people": len(record.people),
        "counts": len(record.counts),
        "meetings": len(record.meetings),
        "warnings": len(record.warnings),
        "unread_characters": record.coverage.unread,
        "unread_pages": len(record.coverage.unread_pages),
        "copy_of": record.copy_of,
    }


def _mention(record: Record, body: InstitutionOut, index: int, mention: int, span: Span) -> Row:
    row: Row = {
        "institution_index": index,
        "mention_index": mention,
        "organisation_id": organisation_of(body),
        "name": body.name,
        "surface": record.text[span.start : span.end] if record.text is not None else None,
        "canonical_name": body.canonical_name,
        "kind": body.kind,
        "parent": body.parent,
        "match_method": body.match.method,
        "match_score": body.match.score,
        "runner_up": body.match.runner_up,
    }
    return row | _evidence(span, body.why)


def _participations(record: Record, bodies: dict[str, InstitutionOut]) -> Iterator[tuple[str, Row]]:
    """Who took part in which meeting: its people with their roles, its institutions."""
    for i, meeting in enumerate(record.meetings):
        for p in meeting.people:
            person = record.people[p]
            yield (
                "participations",
                {
                    "meeting_index": i,
                    "participant_kind": "person",
                    "participant_index": p,
                    "name": person.name,
                    "role": person.role,
                    "institution": person.institution,
                    "organisation_id": _body_of(person, bodies),
                    "organizer": False,
                },
            )
        for b in meeting.institutions:
            body = record.institutions[b]
            yield (
                "participations",
                {
                    "meeting_index": i,
                    "participant_kind": "institution",
                    "participant_index": b,
                    "name": body.name,
                    "role": None,
                    "institution": body.name,
                    "organisation_id": organisation_of(body),
                    "organizer": not set(_forms(body)).isdisjoint(meeting.organizers),
                },
            )
