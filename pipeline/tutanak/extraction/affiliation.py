"""Names of people joined to their titles and bodies: what stands before, after, and earlier."""

from collections.abc import Sequence

from tutanak.extraction.affiliation_main import inner_seat, main_body
from tutanak.extraction.affiliation_seats import (
    home_in,
    home_of,
    main_province,
    own_office,
    seat_of,
    seats_of,
)
from tutanak.extraction.people import covered_words, find_names
from tutanak.extraction.person_bearers import GUESTS, Bearer
from tutanak.extraction.person_beside import read_beside
from tutanak.extraction.person_duties import add_duties, add_moderators
from tutanak.extraction.person_labels import add_labels
from tutanak.extraction.person_lists import inherit_bodies, share_labels, share_plural
from tutanak.extraction.person_surnames import find_surnames
from tutanak.extraction.role_bodies import parent_of_board
from tutanak.extraction.role_titles import Bodies, bodies_at
from tutanak.extraction.tokens import Word, words
from tutanak.records import InstitutionMention, PersonMention, Span, Why


def find_named(text: str, *, institutions: Sequence[InstitutionMention]) -> list[PersonMention]:
    """Names of people alone, without roles: full names in order."""
    sequence = words(text)
    covered = covered_words(sequence, [m.span for m in institutions if m.form != "implied"])
    return [
        PersonMention(
            Span(sequence[n.first].start, sequence[n.last].end),
            n.name,
            n.title,
            None,
            (),
            None,
            Why(n.rule, n.cues),
        )
        for n in find_names(sequence, covered)
    ]


def find_people(
    text: str,
    *,
    institutions: Sequence[InstitutionMention],
    publisher: str | None = None,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    """People of `text` with their roles, and the bodies that only their roles imply.

    `institution` of a mention indexes `institutions` followed by the second list.
    """
    sequence = words(text)
    order = sorted(range(len(institutions)), key=lambda n: institutions[n].span)
    named = [n for n in order if institutions[n].form != "implied"]
    covered = covered_words(sequence, [institutions[n].span for n in named])
    bodies = bodies_at(sequence, [institutions[n].span for n in range(len(institutions))])
    names = find_names(sequence, covered)
    people: list[Bearer] = []
    for name in names:
        previous = people[-1] if people else None
        people.append(read_beside(text, sequence, name, bodies, previous))
    share_plural(sequence, people)
    share_labels(sequence, people, bodies)
    inherit_bodies(sequence, people, bodies)
    add_moderators(sequence, people)
    add_duties(sequence, people)
    add_labels(sequence, people)
    return _mentions(text, sequence, people, institutions, bodies, publisher)


def _mentions(
    text: str,
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    institutions: Sequence[InstitutionMention],
    bodies: Bodies,
    publisher: str | None,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    implied: list[InstitutionMention] = []

    def imply(name: str, span: Span, rule: str) -> int:
        implied.append(InstitutionMention(span, name, "implied", Why(rule)))
        return len(institutions) + len(implied) - 1

    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    home = home_of(publisher) or home_in(institutions) or main_province(sequence, named)
    seats = seats_of(sequence, people, institutions, publisher)
    main = main_body(sequence, institutions, publisher)
    lead = main_body(sequence, institutions, publisher, any_head=True)
    mentions: list[PersonMention] = []
    for person in people:
        name = person.name
        span = Span(sequence[name.first].start, sequence[name.last].end)
        roles = [t.role for t in person.titles]
        title = person.titles[0] if person.titles else None
        body = person.body
        if body is not None and person.implied is None:
            parent = parent_of_board(sequence, body, bodies)
            if parent is not None:
                body = imply(
                    parent,
                    Span(sequence[bodies.first[body]].start, sequence[bodies.last[body]].end),
                    "body of the board",
                )
        if person.implied is not None and title is not None:
            first = title.first if title.body is None else bodies.first.get(title.body, title.first)
            body = imply(
                person.implied,
                Span(sequence[first].start, sequence[title.last].end),
                "body that a role implies",
            )
        elif body is None and title is not None and title.ours and (publisher or lead):
            publisher_or_lead = publisher or lead or ""
            body = imply(
                publisher_or_lead,
                Span(sequence[title.last].start, sequence[title.last].end),
                "our, of the publisher",
            )
        elif body is None and title is not None and title.noun not in GUESTS:
            seat = (
                own_office(title, publisher, lead)
                or seat_of(title, seats, home)
                or inner_seat(title, seats, main, publisher)
            )
            if seat is not None:
                body = imply(
                    seat,
                    Span(sequence[title.first].start, sequence[title.last].end),
                    "the only seat of the text",
                )
        other = [*roles[1:], *person.other]
        role = roles[0] if roles else None
        if role is None and other:
            role, other = other[0], other[1:]
        rank = name.title
        if (
            rank is None
            and title is not None
            and title.first > 0
            and sequence[title.first - 1].lower == "sayın"
        ):
            rank = sequence[title.first - 1].text
        mentions.append(
            PersonMention(
                span,
                name.name,
                rank,
                role,
                tuple(dict.fromkeys(r for r in other if r != role)),
                body,
                Why(person.rule, name.cues),
            )
        )
    mentions += find_surnames(sequence, people, institutions)
    return mentions, implied
