"""Names of people joined to their titles and bodies: what stands before, after, and earlier."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from typing import Final

from tutanak.extraction.affiliation_chiefs import has_body, is_chief, leader_of
from tutanak.extraction.affiliation_crews import beside, crew_of
from tutanak.extraction.affiliation_publisher import is_medium, without_press_office
from tutanak.extraction.affiliation_seats import board_seat, led_fuller, same_place, seat
from tutanak.extraction.affiliation_text import Seats, read_seats
from tutanak.extraction.lexicon import is_sure_forename
from tutanak.extraction.model_values import is_of_model
from tutanak.extraction.people import Name, covered_words, find_names
from tutanak.extraction.person_appointed import add_appointed
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.person_beside import read_beside
from tutanak.extraction.person_chairs import add_chairs
from tutanak.extraction.person_duties import add_duties, add_moderators
from tutanak.extraction.person_elected import add_elected
from tutanak.extraction.person_labels import add_labels
from tutanak.extraction.person_lists import (
    inherit_bodies,
    share_labels,
    share_places,
    share_plural,
    share_senders,
)
from tutanak.extraction.person_organs import add_organs
from tutanak.extraction.person_surnames import find_surnames
from tutanak.extraction.refusing import Sink
from tutanak.extraction.role_boards import parent_of_board
from tutanak.extraction.role_titles import Bodies, bodies_at
from tutanak.extraction.role_wording import without_kind
from tutanak.extraction.tokens import Word, words
from tutanak.records import Form, InstitutionMention, PersonMention, Span, Why
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed

BOARD_BODY: Final = "body of the board"
STRANGER: Final = "strange words behind a name"


def find_named(text: str, *, institutions: Sequence[InstitutionMention]) -> list[PersonMention]:
    """Names of people alone, without roles: full names in order."""
    sequence = words(text)
    covered = covered_words(sequence, [m.span for m in institutions if m.form != "implied"])
    return bare_mentions(sequence, find_names(sequence, covered))


def bare_mentions(sequence: Sequence[Word], names: Iterable[Name]) -> list[PersonMention]:
    """The mentions of these names alone, without roles."""
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
        for n in names
    ]


def find_people(
    text: str,
    *,
    institutions: Sequence[InstitutionMention],
    publisher: str | None = None,
    told: Sequence[Name] = (),
    refused: Sink = None,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    """People of `text` with their roles, and the bodies that only their roles imply.

    `told` are names that a model found where the rules find none. `refused` takes runs of
    capitalised words that are no names, if they are wanted.

    `institution` of a mention indexes `institutions` followed by the second list.
    """
    sequence = words(text)
    publisher = without_press_office(publisher)
    if is_medium(publisher):
        publisher = None  # who writes of others has no posts in what it tells
    order = sorted(range(len(institutions)), key=lambda n: institutions[n].span)
    named = [n for n in order if institutions[n].form != "implied"]
    by_rules = [institutions[n].span for n in named if not is_of_model(institutions[n].why)]
    covered = covered_words(sequence, by_rules)
    bodies = bodies_at(sequence, [institutions[n].span for n in range(len(institutions))])
    names = _spelt_whole(sequence, find_names(sequence, covered, text=text, refused=refused))
    if told:
        names = sorted([*names, *told], key=lambda name: name.first)
    people: list[Bearer] = []
    for name in names:
        people.append(read_beside(text, sequence, name, bodies, people[-1] if people else None))
    people = _without_strangers(people)
    share_plural(sequence, people)
    share_places(sequence, people)
    share_labels(sequence, people, bodies)
    share_senders(sequence, people, bodies)
    inherit_bodies(sequence, people, institutions)
    add_elected(sequence, people, bodies)
    add_appointed(sequence, people, bodies)
    add_moderators(sequence, people)
    add_duties(sequence, people)
    add_chairs(sequence, people)
    add_labels(sequence, people)
    add_organs(sequence, people)
    seats = read_seats(sequence, people, institutions, publisher)
    _share_bodies(people, bodies)
    _seat_all(sequence, people, institutions, bodies, seats)
    inherit_bodies(sequence, people, institutions)
    _share_bodies(people, bodies)
    _as_told(people)
    return _mentions(sequence, people, institutions, bodies)


def _spelt_whole(sequence: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """`Arıkan Soyer` behind `Tomris Arıkan Soyer`: both surnames alone are the same person.

    `Nur Kaya` behind `Ayşe Nur Kaya` only where it opens a sentence without a title.
    """
    whole: dict[str, str] = {}
    found: list[Name] = []
    for name in names:
        parts = name.name.split()
        longer = whole.get(plain(name.name))
        opens = sequence[name.first].first and name.title is None
        same = longer is not None and (opens or not is_sure_forename(lower(parts[0])))
        found.append(replace(name, name=longer) if longer is not None and same else name)
        if len(parts) > 2:
            whole.setdefault(plain(" ".join(parts[-2:])), name.name)
    return found


def _without_strangers(people: list[Bearer]) -> list[Bearer]:
    """People without those whose words are the body of the one before: `A – IIS Leonardo Zei`."""
    taken = {k for p in people if p.seat_words for k in range(p.seat_words[0], p.seat_words[1] + 1)}
    return [p for p in people if p.name.first not in taken] if taken else people


def _seat_all(
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    institutions: Sequence[InstitutionMention],
    bodies: Bodies,
    seats: Seats,
) -> None:
    """Give the people whose titles name no body the one that the text has for them."""
    chief: Bearer | None = None
    crews: dict[int, int] = {}
    for n, person in enumerate(people):
        before = people[n - 1] if n else None
        title = person.titles[0] if person.titles else None
        if is_chief(person):
            chief = person
        if person.seat_words is not None:
            continue
        if title is None:
            if person.body is None:
                person.seat = same_place(sequence, person.name.title_first, seats)
            continue
        if person.body is not None:
            _lift_board(sequence, person, institutions, bodies, seats)
        elif person.implied is None and (crew := crew_of(sequence, person, crews, seats)):
            person.seat = crew
        elif person.implied is None:
            leader = leader_of(sequence, people, n, chief, seats.publisher)
            if leader is not None:
                person.body, person.implied, person.seat = leader.body, leader.implied, leader.seat
            else:
                person.seat = beside(sequence, person, before, seats)
                person.seat = person.seat or seat(title, sequence, seats)
                ours = next((t for t in person.titles[1:] if t.ours), None)
                if person.seat is None and ours is not None:
                    person.seat = seat(ours, sequence, seats)  # Komisyon Başkanı ve Üyemiz X
            if is_chief(person):
                chief = person
        else:
            person.implied = led_fuller(title, person.implied, sequence, seats)


def _share_bodies(people: Sequence[Bearer], bodies: Bodies) -> None:
    """People who bear one title together hold it in one body."""
    for before, person in pairwise(people):
        title = before.titles[0] if before.titles else None
        if title is None or not person.titles or person.titles[0] is not title:
            continue
        if before.body is not None and bodies.first.get(before.body, 0) > before.name.last:
            continue  # üyeler: A (Ege Üniversitesi), B
        if title.plural and not title.shared and has_body(before) and not has_body(person):
            person.body, person.implied, person.seat = before.body, before.implied, before.seat


def _as_told(people: Sequence[Bearer]) -> None:
    """`Vali X` among the governors of a list, whom the text calls `Kocaeli Valisi X` elsewhere."""
    told: dict[tuple[str, str], Bearer] = {}
    for person in people:
        if person.titles and (person.body is not None or person.implied is not None):
            told.setdefault((plain(person.name.name), person.titles[0].noun), person)
    for person in people:
        if not person.titles or person.seat is None or person.seat_words is not None:
            continue
        other = told.get((plain(person.name.name), person.titles[0].noun))
        if person.body is None and person.implied is None and other is not None:
            person.body, person.implied, person.seat = other.body, other.implied, None


def _lift_board(
    sequence: Sequence[Word],
    person: Bearer,
    institutions: Sequence[InstitutionMention],
    bodies: Bodies,
    seats: Seats,
) -> None:
    """`Göç ve İltica Komisyonu Başkanı` where the text has it as that of the `Van Barosu`."""
    body = person.body
    if body is None or body >= len(institutions) or body not in bodies.first:
        return
    if parent_of_board(sequence, body, bodies) is not None:
        return
    first, last = bodies.first[body], bodies.last[body]
    parent = board_seat(sequence, first, last, seats)
    if parent is None:
        return
    title = person.titles[0]
    if title.body == body:
        board = institutions[body].name
        words = title.role.split()
        if len(words) == 1:
            words[0] = capitalise(possessed(lower(words[0])))
        person.titles[0] = replace(title, role=" ".join([board, *words]), body=None)
    person.body, person.seat = None, parent


def _mentions(
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    institutions: Sequence[InstitutionMention],
    bodies: Bodies,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    implied: list[InstitutionMention] = []

    def imply(name: str, first: int, last: int, rule: str, *, form: Form = "implied") -> int:
        span = Span(sequence[first].start, sequence[last].end)
        implied.append(InstitutionMention(span, name, form, Why(rule)))
        return len(institutions) + len(implied) - 1

    mentions: list[PersonMention] = []
    for person in people:
        title = person.titles[0] if person.titles else None
        body = person.body
        parent = parent_of_board(sequence, body, bodies) if body is not None else None
        if person.seat_words is not None and person.seat is not None:
            first, last = person.seat_words
            body = imply(person.seat, first, last, STRANGER, form="full")
        elif person.implied is not None and title is not None:
            first = title.first if title.body is None else bodies.first.get(title.body, title.first)
            body = imply(person.implied, first, title.last, "body that a role implies")
        elif body is not None and parent is not None:
            last = bodies.first[body] + len(parent.split()) - 1
            body = imply(parent, bodies.first[body], last, BOARD_BODY, form="full")
        elif person.seat is not None:
            first = title.first if title is not None else person.name.title_first - 1
            last = title.last if title is not None else first
            body = imply(person.seat, first, last, "the only seat of the text")
        body_of = (
            next(islice(chain(institutions, implied), body, None)).name
            if body is not None
            else None
        )
        mentions.append(_mention(sequence, person, body, body_of))
    mentions += find_surnames(sequence, people, institutions)
    return mentions, implied


def _mention(
    sequence: Sequence[Word], person: Bearer, body: int | None, own: str | None
) -> PersonMention:
    name = person.name
    title = person.titles[0] if person.titles else None
    roles = [*(t.role for t in person.titles), *person.other]
    if title is not None and own is not None:
        roles[0] = without_kind(roles[0], own)
    role = roles[0] if roles else None
    rank = name.title
    before = title.first - 1 if title is not None else -1
    if rank is None and before >= 0 and sequence[before].lower == "sayın":
        rank = sequence[before].text
    return PersonMention(
        Span(sequence[name.first].start, sequence[name.last].end),
        name.name,
        rank,
        role,
        tuple(dict.fromkeys(other for other in roles if other != role)),
        body,
        Why(person.rule, name.cues),
    )
