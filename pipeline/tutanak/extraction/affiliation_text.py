"""What a text knows of bodies that titles without one can mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.affiliation_homes import Home, read_home
from tutanak.extraction.affiliation_main import main_body
from tutanak.extraction.lexicon import (
    institution_heads,
)
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.resources.places import metropolitan
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed

# What chambers and exchanges are called for short behind their place: `Bolu TSO`
LOCAL: Final = {
    "tso": "oda",
    "to": "oda",
    "gto": "oda",
    "ito": "oda",
    "smmmo": "oda",
    "tb": "borsa",
}


@dataclass(frozen=True, slots=True)
class Seats:
    """What a text knows of bodies that titles can mean.

    `mentions`: (start, end, full name) of each. `by_head`: head noun -> names. `placed`: (offset,
    head noun, name) in order; `names` the same of any head. `home`: the place that the text is
    about. `main`: the body with boards that it is about, `lead`: the body of any kind.
    """

    mentions: tuple[tuple[int, int, str], ...]
    by_head: dict[str, set[str]]
    placed: tuple[tuple[int, str, str], ...]
    names: tuple[tuple[int, str], ...]
    home: Home
    main: str | None
    lead: str | None
    publisher: str | None


def read_seats(
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
) -> Seats:
    """Gather what the text names, for `seat`."""
    placed = [(m.span.start, m.name) for m in institutions if m.form == "full"]
    placed += [(sequence[p.name.first].start, p.implied) for p in people if p.implied]
    by_head: dict[str, set[str]] = {}
    rows: list[tuple[int, str, str]] = []
    placed = sorted([*placed, *([(-1, publisher)] if publisher else [])])
    for offset, name in placed:
        last = lower(name.split()[-1])
        if last in LOCAL:
            rows.append((offset, LOCAL[last], name))
        tail = institution_heads().get(last)
        if tail is not None and tail.noun == "rektörlük" and len(name.split()) > 1:
            name, tail = name.rsplit(" ", 1)[0], institution_heads()["üniversitesi"]
        if tail is not None and not tail.plural:
            rows.append((offset, tail.noun, name))
            if len(name.split()) <= 6:
                by_head.setdefault(tail.noun, set()).add(name)
        school, inside, _ = name.partition(" Üniversitesi ")
        if inside:  # also where only a unit of it is named
            by_head.setdefault("üniversite", set()).add(f"{school} Üniversitesi")
    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    implied = [p.implied for p in people if p.implied]
    main = main_body(institutions, publisher, sequence=sequence)
    home = read_home(sequence, named, institutions, implied, publisher, main)
    home = _of_district(home, people)
    if home.province is not None:
        by_head.setdefault("valilik", {f"{home.province} {capitalise(possessed('valilik'))}"})
        if home.place not in metropolitan():
            by_head.setdefault("belediye", {f"{home.place} Belediyesi"})
    return Seats(
        tuple(_spans(institutions)),
        by_head,
        tuple(rows),
        tuple(placed),
        home,
        main,
        main_body(institutions, publisher, any_head=True),
        publisher,
    )


def _spans(institutions: Sequence[InstitutionMention]) -> Iterator[tuple[int, int, str]]:
    """(start, end, full name) of the bodies that the text names, also by a short name."""
    for mention in institutions:
        owner = mention
        while owner.same_as is not None:
            owner = institutions[owner.same_as]
        if mention.form != "implied":
            yield mention.span.start, mention.span.end, owner.name


def _of_district(home: Home, people: Sequence[Bearer]) -> Home:
    """A text of a district governor and no governor is about the district."""
    roles = [title.role for person in people for title in person.titles]
    local = any(role.startswith("Kaymakam") for role in roles)
    if home.district is None or not local or any(role.startswith("Vali") for role in roles):
        return home
    return replace(home, place=home.district) if home.place == home.province else home
