"""Extraction to Record: mentions become bodies and persons, each linked to the registry."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tutanak.normalise.merge import (
    InstitutionGroup,
    PersonGroup,
    group_institutions,
    group_people,
    name_key,
)
from tutanak.records import (
    CountOut,
    CoverageOut,
    DateOut,
    Extraction,
    InstitutionOut,
    Link,
    Match,
    MeetingOut,
    Notice,
    PersonMention,
    PersonOut,
    Record,
    Span,
    WarningOut,
    Why,
    WhyOut,
)

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry


def _why(why: Why) -> WhyOut:
    return WhyOut(rule=why.rule, cues=why.cues, beat=why.beat)


def _warning(notice: Notice) -> WarningOut:
    return WarningOut(code=notice.code, message=notice.message, span=notice.span)


class Normaliser:
    """Extraction to Record over a registry.

    `as_of`: the day whose names are wanted (`--as-of today`); None takes the document's own day.
    """

    def __init__(self, registry: "Registry | None" = None, *, as_of: date | None = None) -> None:
        if registry is None:
            from tutanak.normalise.registry import Registry

            registry = Registry.load()
        self._registry = registry
        self._as_of = as_of

    def __call__(self, extraction: Extraction, *, keep_text: bool = True) -> Record:
        """The record of one document."""
        document = extraction.document
        day = self._as_of or day_of(extraction)
        context = frozenset(m.name for m in extraction.institutions)

        def link(name: str) -> Link:
            return self._registry.link(name, on=day, context=context)

        groups = group_institutions(extraction.institutions, link)
        taken = {g.link.id for g in groups}
        for group in groups:
            for told in _told(extraction):
                if group.link.method == "ambiguous":
                    wider = self._registry.link(group.name, on=day, context=context | told)
                    if wider.id is not None and wider.id not in taken:
                        group.link = wider
                        taken.add(wider.id)
        people = group_people(extraction.people)
        named = [g for g in groups if _is_named(g, extraction)]
        place_of = {i: n for n, g in enumerate(named) for i in g.mentions}
        group_of = {i: g for g in groups for i in g.mentions}
        person_of = {i: n for n, p in enumerate(people) for i in p.mentions}
        return Record(
            id=document.id,
            source=document.source,
            sha256=document.sha256,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            published_from=document.published_from,
            url=document.url,
            coverage=CoverageOut(
                unread=document.coverage.unread,
                unread_pages=document.coverage.unread_pages,
                pages=document.coverage.pages,
                furniture=document.coverage.furniture,
            ),
            text=document.text if keep_text else None,
            dates=tuple(
                DateOut(
                    text=d.text,
                    start=d.start,
                    end=d.end,
                    role=d.role,
                    granularity=d.granularity,
                    span=d.span,
                    why=_why(d.why),
                )
                for d in extraction.dates
            ),
            institutions=tuple(_institution(g, extraction) for g in named),
            people=tuple(_person(p, extraction.people, group_of) for p in people),
            counts=tuple(
                CountOut(
                    text=c.text,
                    low=c.low,
                    high=c.high,
                    qualifier=c.qualifier,
                    unit=c.unit,
                    noun=c.noun,
                    mode=c.mode,
                    span=c.span,
                    why=_why(c.why),
                )
                for c in extraction.counts
            ),
            meetings=_meetings(extraction, group_of, place_of, person_of),
            warnings=tuple(_warning(n) for n in (*document.notices, *extraction.notices)),
        )


def _told(extraction: Extraction) -> Iterator[frozenset[str]]:
    """What may settle a body that the document's other names leave open: issuer, then places.

    Asked once short forms have joined their longer names: they settle more.
    """
    publisher = extraction.document.publisher
    if publisher:
        yield frozenset((publisher,))
    if places := frozenset(m.place for m in extraction.meetings if m.place):
        yield places


def day_of(extraction: Extraction) -> date | None:
    """The day of a text: of its publication, else of its newest meeting, else its newest date."""
    if extraction.document.published is not None:
        return extraction.document.published
    meetings = [m.end or m.start for m in extraction.meetings if m.start]
    days = [d for d in meetings if d] or [d.end for d in extraction.dates]
    return max(days) if days else None


def _is_named(group: InstitutionGroup, extraction: Extraction) -> bool:
    """Whether the text names the body itself; one that only a role implies is no item."""
    return any(extraction.institutions[i].form != "implied" for i in group.mentions)


def _spans(rows: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(rows)))


def _institution(group: InstitutionGroup, extraction: Extraction) -> InstitutionOut:
    mentions = [extraction.institutions[i] for i in group.mentions]
    explicit = [m for m in mentions if m.form != "implied"]
    link = group.link
    best = next((m for m in explicit if m.name == group.name), explicit[0])
    return InstitutionOut(
        name=group.name,
        aliases=group.aliases,
        id=link.id,
        canonical_name=link.canonical_name,
        kind=link.kind,
        parent=link.parent,
        match=Match(
            method=link.method,
            score=round(link.score, 4),
            runner_up=link.runner_up.id if link.runner_up else None,
            alternatives=tuple(c.id for c in link.alternatives),
            office=link.office,
        ),
        mentions=_spans([m.span for m in explicit]),
        why=_why(best.why),
    )


def _person(
    person: PersonGroup, mentions: Sequence[PersonMention], group_of: dict[int, InstitutionGroup]
) -> PersonOut:
    rows = [mentions[i] for i in person.mentions]
    full = [m for m in rows if not m.surname_only]
    post = next((m for m in full if m.role and m.institution is not None), None)
    post = post or next((m for m in full if m.role), None) or full[0]
    institution = post.institution
    if institution is None:
        institution = next((m.institution for m in full if m.institution is not None), None)
    group = group_of.get(institution) if institution is not None else None
    others: dict[str, str] = {}
    for row in rows:
        for role in (row.role, *row.other_roles):
            if role and name_key(role) != name_key(post.role or ""):
                others.setdefault(name_key(role), role)
    if post.role:
        others = {k: r for k, r in others.items() if not _shorter(k, name_key(post.role))}
    return PersonOut(
        name=full[0].name,
        title=next((m.title for m in full if m.title), None),
        role=post.role,
        other_roles=tuple(others.values()),
        institution=group.name if group else None,
        institution_id=group.link.id if group else None,
        mentions=_spans([m.span for m in rows]),
        why=_why(post.why),
    )


def _shorter(role: str, post: str) -> bool:
    """Whether a role is the post said in fewer words: `Başkan` beside `Belediye Başkanı`."""
    return post.split()[-1].startswith(role.split()[-1][:5]) and len(role) < len(post)


def _meetings(
    extraction: Extraction,
    group_of: dict[int, InstitutionGroup],
    place_of: dict[int, int],
    person_of: dict[int, int],
) -> tuple[MeetingOut, ...]:
    result = []
    for m in extraction.meetings:
        organizers = dict.fromkeys(group_of[i].name for i in m.organizers if i in group_of)
        result.append(
            MeetingOut(
                type=m.type,
                title=m.title,
                ordinal=m.ordinal,
                start=m.start,
                end=m.end,
                place=m.place,
                format=m.format,
                status=m.status,
                organizers=tuple(organizers),
                people=tuple(sorted({person_of[i] for i in m.people if i in person_of})),
                institutions=tuple(sorted({place_of[i] for i in m.institutions if i in place_of})),
                counts=m.counts,
                span=m.span,
                why=_why(m.why),
            )
        )
    return tuple(result)
