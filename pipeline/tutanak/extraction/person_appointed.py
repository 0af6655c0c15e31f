"""Offices told before a clause or a body: `danışmanlığını yürüten A`, `yazmanlıklara X'ten A`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.person_bearers import GUESTS, Bearer
from tutanak.extraction.role_relatives import held_office
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.roles import title_ending
from tutanak.extraction.tokens import Word

_HELD: Final = ("lığını", "liğini", "luğunu", "lüğünü")
_DOING: Final = ("yürüten", "yapan", "üstlenen", "sürdüren")
_GIVEN: Final = ("lığa", "liğe", "luğa", "lüğe", "lıklara", "liklere", "luklara", "lüklere")
_GIVEN_OWN: Final = ("lığına", "liğine", "luğuna", "lüğüne", "lıklarına", "liklerine")


def add_appointed(sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies) -> None:
    """Give untitled people the office of the clause or of the list before them."""
    for n, person in enumerate(people):
        if person.titles:
            continue
        k = person.name.title_first
        if k > 1 and sequence[k - 1].lower in _DOING and sequence[k - 2].lower.endswith(_HELD):
            office = held_office(sequence, k - 2, bodies)
            if office is not None and office.noun not in GUESTS:
                person.titles.append(office)
                if person.body is None and person.implied is None:
                    person.body, person.implied = office.body, office.implied
            continue
        first = bodies.first.get(person.body, 0) if person.body is not None else 0
        if not 0 < first < k:
            continue
        at = first - 1
        if sequence[at].lower in ("ise", "da", "de") and at > 0:
            at -= 1
        if sequence[at].lower.endswith((*_GIVEN, *_GIVEN_OWN)) and not sequence[at].suffix:
            office = title_ending(sequence, at, Bodies({}, {}, {}), label=True)
            if office is not None and office.noun not in GUESTS:
                person.titles.append(office)
            continue
        before = people[n - 1] if n else None
        joined = before is not None and before.titles and first - before.name.last in (1, 2)
        if before is None or not joined or before.titles[0].body is not None:
            continue
        last = sequence[before.titles[0].last].lower
        listed = sequence[first - 1].lower in ("ve", "ile") or sequence[first].gap.strip() == ","
        if listed and last.endswith((*_GIVEN[4:], *_GIVEN_OWN[4:])):
            person.titles.append(before.titles[0])
