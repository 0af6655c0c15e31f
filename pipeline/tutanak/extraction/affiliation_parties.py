"""Offices of parties told without their party: `İl Başkanı`, `Kadın Kolları Başkanı`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.lexicon import institution_heads, role_words
from tutanak.extraction.role_branches import branch_site
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.text.fold import lower

_LEVELS: Final = {"il": "İl", "ilçe": "İlçe"}
_CIRCLES: Final = ("kadın kol", "gençlik kol")


def of_party(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The party, or its office of a place, whose post a title without one names, or None.

    The publisher's; else the only party that the text names.
    """
    parts = lower(title.role).split()
    level = _LEVELS.get(parts[0]) if parts[1:2] in (["başkan"], ["başkanı"]) else None
    circle = lower(title.role).startswith(_CIRCLES)
    if title.body is not None or (level is None and not circle):
        return None
    own = seats.publisher if seats.publisher and party_in(seats.publisher) else None
    if own is None and (title.ours or _has_branches(seats.publisher)):
        return None  # İl Başkanımız, in a text of a union
    if own is None:
        named = {p for _, _, name in seats.mentions if (p := party_in(name))}
        if len(named) != 1:
            return None
        party = named.pop()
        offices = [n for _, _, n in seats.mentions if n != party and party_in(n) == party]
        own = offices[0] if len(set(offices)) == 1 else party
    party = party_in(own) or own
    site = branch_site(sequence, title.first)
    if level is None:
        return own
    if site and site not in own:
        return f"{party} {site} {level} Başkanlığı"
    told = [other for other in _LEVELS.values() if f" {other} " in own]
    return party if told and level not in told else own


def _has_branches(publisher: str | None) -> bool:
    """Whether a union or an association issued the text, which has provincial heads as well."""
    last = lower(publisher.split()[-1]) if publisher else ""
    head = institution_heads().get(last)
    union = last.rpartition("-")[2] in ("sen", "iş")
    return union or (head is not None and head.noun in _BRANCHED)


_BRANCHED: Final = frozenset(
    {"sendika", "konfederasyon", "dernek", "vakıf", "federasyon", "birlik"}
)


def party_in(name: str) -> str | None:
    """`CHP` of `CHP Milas İlçe Örgütü`, `Saadet Partisi` of `Saadet Partisi Bafra ...`, or None."""
    parts = name.split()
    for n, part in enumerate(parts):
        if lower(part) in ("parti", "partisi"):
            return " ".join(parts[: n + 1])
    return parts[0] if lower(parts[0]) in role_words("party_acronyms") else None


def is_party(name: str) -> bool:
    """Whether a body is a party, by its head or its acronym."""
    last = lower(name.split()[-1])
    return last in ("parti", "partisi") or last in role_words("party_acronyms")
