"""Posts of faculties and hospitals that are named elsewhere: `Dekan`, `Başhekim`."""

from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.role_titles import Title
from tutanak.text.fold import lower


def of_school(title: Title, at: int, seats: Seats) -> str | None:
    """The faculty or hospital named last before `Dekan`, `Başhekim`; the one school of a text.

    The school is that of `Öğrenci`, `Sınıf Öğretmeni`, where the text names no second one.
    """
    if title.noun in _AT_SCHOOL and title.body is None and title.implied is None:
        told = {name for _, noun, name in seats.placed if noun in _OF_PUPILS}
        plain_role = lower(title.role).split()[0] in _TAUGHT
        return told.pop() if len(told) == 1 and plain_role else None
    kind = _SCHOOLS.get(lower(title.role.split()[0]))
    if kind is None or not (title.bare or title.ours):
        return None
    named = [(offset, name) for offset, noun, name in seats.placed if noun == kind]
    if kind == "fakülte":  # also where only a department of it is named
        named += [
            (at, n[: n.index(_FACULTY) + len(_FACULTY)]) for at, n in seats.names if _FACULTY in n
        ]
        named.sort()
    before = [name for offset, name in named if offset < at]
    if before:
        return before[-1]
    return named[0][1] if named else None


# The first word of a title -> the head of the body that its holder leads
_FACULTY = " Fakültesi"
_SCHOOLS = {"dekan": "fakülte", "başhekim": "hastane", "baştabip": "hastane"}
# Who learns and teaches at the one school that a text names
_AT_SCHOOL = frozenset({"öğrenci", "öğretmen"})
_TAUGHT = frozenset({"öğrenci", "öğretmen", "sınıf", "rehber", "müdür", "okul"})
_OF_PUPILS = frozenset({"okul", "ilkokul", "ortaokul", "lise", "anaokul", "kolej"})
