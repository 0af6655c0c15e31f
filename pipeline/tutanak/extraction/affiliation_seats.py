"""The bodies of titles that name none: `Vali`, `Belediye Başkanı`, `İl Müdürü`."""

from collections.abc import Collection, Sequence

from tutanak.extraction.lexicon import (
    implied_heads,
    institution_heads,
    is_place_word,
)
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.resources.places import provinces
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed


def seats_of(
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
) -> dict[str, set[str]]:
    """Head of a body -> the names that the text has for it, to seat a bare `Vali`."""
    seats: dict[str, set[str]] = {}
    names = [m.name for m in institutions if m.form == "full"]
    names += [p.implied for p in people if p.implied]
    if publisher:
        names.append(publisher)
    for name in names:
        tail = institution_heads().get(lower(name.split()[-1]))
        if tail is not None and not tail.plural and len(name.split()) <= 6:
            seats.setdefault(tail.noun, set()).add(name)
    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    province = main_province(sequence, named)
    if province is not None:
        seats.setdefault("valilik", {f"{province} {capitalise(possessed('valilik'))}"})
        seats.setdefault("belediye", {f"{province} Belediyesi"})
    return seats


def home_of(publisher: str | None) -> str | None:
    """The place that the publisher governs: `Kastamonu` of `Kastamonu Valiliği`."""
    parts = publisher.split() if publisher else []
    if parts and plain(parts[0]).startswith("t.c"):
        parts = parts[1:]
    if len(parts) < 2:
        return None
    head = institution_heads().get(lower(parts[-1]))
    if head is None or head.noun not in ("valilik", "kaymakamlık", "belediye"):
        return None
    place = " ".join(p for p in parts[:-1] if lower(p) != "büyükşehir")
    return place if is_place_word(lower(place)) else None


def home_in(institutions: Sequence[InstitutionMention]) -> str | None:
    """The one place whose governor or district governor the text names."""
    places = {home_of(m.name) for m in institutions if m.form == "full" and "elediye" not in m.name}
    places.discard(None)
    return places.pop() if len(places) == 1 else None


def main_province(sequence: Sequence[Word], named: Collection[int]) -> str | None:
    """The province that the text names alone, or at least three times as often as any other."""
    known = provinces()
    counts: dict[str, int] = {}
    for i, word in enumerate(sequence):
        if word.text in known and i not in named:
            counts[word.text] = counts.get(word.text, 0) + 1
    ranked = sorted(counts, key=lambda p: (-counts[p], p))
    if not ranked:
        return None
    if len(ranked) == 1 or counts[ranked[0]] >= 3 * counts[ranked[1]]:
        return ranked[0]
    return None


def seat_of(title: Title, seats: dict[str, set[str]], home: str | None) -> str | None:
    if not title.bare:
        return None
    first = title.role.split()[0]
    noun = lower(first)
    if noun == "belediye" or noun == "büyükşehir":
        names = seats.get("belediye", set())
        if noun == "büyükşehir":
            names = {n for n in names if "Büyükşehir" in n}
    elif noun in ("vali", "kaymakam", "bakan", "rektör"):
        names = seats.get(implied_heads()[noun], set())
    else:
        return None
    shortest = {plain(n).removeprefix("t.c. "): n for n in names}
    if home is not None:
        own = [n for n in names if plain(n).removeprefix("t.c. ").startswith(plain(home) + " ")]
        if own:
            return min(own, key=lambda n: (len(n), n))
        if noun in ("belediye", "büyükşehir"):
            large = " Büyükşehir" if noun == "büyükşehir" else ""
            return f"{home}{large} Belediyesi"
    return next(iter(shortest.values())) if len(shortest) == 1 else None


def own_office(title: Title, publisher: str | None, lead: str | None) -> str | None:
    """`İl Müdürü X` in a text of an `... İl Müdürlüğü`."""
    wanted = implied_heads().get(title.noun)
    if not title.bare or wanted is None or title.noun in ("başkan", "vali", "kaymakam", "bakan"):
        return None
    for body in (publisher, lead):
        head = institution_heads().get(lower(body.split()[-1])) if body else None
        if head is not None and head.noun == wanted and not head.plural:
            return body
    return None
