"""The bodies of titles that name none: `Vali`, `Okul Müdürü`, `Genel Sekreter`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tutanak.extraction.affiliation_main import main_body
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    is_place_word,
    our_heads,
    role_heads,
    role_words,
)
from tutanak.extraction.person_bearers import GUESTS, Bearer
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.resources import table
from tutanak.resources.places import provinces
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed


@dataclass(frozen=True, slots=True)
class Seats:
    """What a text knows of bodies that titles can mean.

    `by_head`: head noun -> names. `placed`: (offset, head noun, name) in order. `home`: the place
    that the text is about. `main`: the body with boards it is about, `lead`: the body of any kind.
    """

    by_head: dict[str, set[str]]
    placed: tuple[tuple[int, str, str], ...]
    home: str | None
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
    for offset, name in sorted([*placed, *([(-1, publisher)] if publisher else [])]):
        tail = institution_heads().get(lower(name.split()[-1]))
        if tail is not None and not tail.plural:
            rows.append((offset, tail.noun, name))
            if len(name.split()) <= 6:
                by_head.setdefault(tail.noun, set()).add(name)
    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    province = _main_province(sequence, named)
    if province is not None:
        by_head.setdefault("valilik", {f"{province} {capitalise(possessed('valilik'))}"})
        by_head.setdefault("belediye", {f"{province} Belediyesi"})
    return Seats(
        by_head,
        tuple(rows),
        _home_of(publisher) or _home_in(institutions) or province,
        main_body(institutions, publisher),
        main_body(institutions, publisher, any_head=True),
        publisher,
    )


def seat(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The body that a title without one belongs to, or None."""
    ours = title.ours or (title.first > 0 and sequence[title.first - 1].lower in our_heads())
    if ours and (seats.publisher or seats.lead):
        return seats.publisher or seats.lead
    if title.noun in GUESTS:
        return None
    kinds = _kinds(title)
    if kinds:
        return _of_kind(kinds, sequence[title.first].start, seats)
    return _own_office(title, seats) or _of_place(title, seats) or _inside(title, seats)


_BRANCH_POSTS = frozenset({"başkan", "sekreter", "sayman", "üye", "temsilci", "eşbaşkan"})


def _kinds(title: Title) -> frozenset[str]:
    """The heads of bodies that a title names by kind: `Dernek Başkanı`, `Okul Müdürü`."""
    if title.body is not None:
        return frozenset()
    first = lower(title.role.split()[0])
    bare = bare_heads().get(title.kind_word) if title.kind_word else None
    if bare is not None:
        first = bare.noun
    elif first == lower(title.role) or (first == "şube" and title.noun not in _BRANCH_POSTS):
        return frozenset()
    known = table("roles")["kinds"].get(first, first if bare is not None else "")
    return frozenset(known.split())


def _of_kind(kinds: frozenset[str], offset: int, seats: Seats) -> str | None:
    """The body of one of `kinds` that the text is about, or the one named last before."""
    main = institution_heads().get(lower(seats.main.split()[-1])) if seats.main else None
    if main is not None and main.noun in kinds:
        return seats.main
    before = [name for at, noun, name in seats.placed if noun in kinds and at < offset]
    if not before:
        return seats.main if kinds == {"şube"} else None
    last = plain(before[-1])
    return max((n for n in before if plain(n).endswith(last)), key=len)


def _own_office(title: Title, seats: Seats) -> str | None:
    """`İl Müdürü X` in a text of an `... İl Müdürlüğü`."""
    noun = title.noun
    parts = lower(title.role).split()
    if noun in ("vekil", "yardımcı") and len(parts) > 1 and parts[-2] in role_heads():
        noun = role_heads()[parts[-2]].noun  # İl Müdürü Vekili
    wanted = implied_heads().get(noun)
    if not title.bare or wanted is None or noun in ("başkan", "vali", "kaymakam", "bakan"):
        return None
    for body in (seats.publisher, seats.lead):
        head = institution_heads().get(lower(body.split()[-1])) if body else None
        if head is not None and head.noun == wanted and not head.plural:
            return body
    return None


def _of_place(title: Title, seats: Seats) -> str | None:
    """`Vali`, `Belediye Başkanı`, `Rektör`: the seat at the place that the text is about."""
    if not title.bare:
        return None
    noun = lower(title.role.split()[0])
    if noun in ("belediye", "büyükşehir"):
        names = seats.by_head.get("belediye", set())
        if noun == "büyükşehir":
            names = {n for n in names if "Büyükşehir" in n}
    elif noun in ("vali", "kaymakam", "bakan", "rektör"):
        names = seats.by_head.get(implied_heads()[noun], set())
    else:
        return None
    shortest = {plain(n).removeprefix("t.c. "): n for n in names}
    if seats.home is not None:
        home = plain(seats.home) + " "
        own = [n for n in names if plain(n).removeprefix("t.c. ").startswith(home)]
        if own:
            return min(own, key=lambda n: (len(n), n))
        if noun in ("belediye", "büyükşehir"):
            large = " Büyükşehir" if noun == "büyükşehir" else ""
            return f"{seats.home}{large} Belediyesi"
        if noun == "kaymakam" and not names and seats.home not in provinces():
            return f"{seats.home} Kaymakamlığı"
    return next(iter(shortest.values())) if len(shortest) == 1 else None


def _inside(title: Title, seats: Seats) -> str | None:
    """`Yönetim Kurulu Başkanı`, `Sayman`, `Genel Sekreter` of the body a text is about."""
    publisher = seats.publisher
    mayor = title.role == "Başkan" and title.bare
    if mayor and publisher and lower(publisher.split()[-1]) == "belediyesi":
        return publisher
    if title.body is not None:
        return None
    folded = lower(title.role)
    if title.noun in role_words("staff") and publisher and seats.main == publisher:
        return seats.main
    local = folded.startswith(("şube", "bölge temsilci", "il temsilci"))
    if not (title.bare or local) or "düzenleme" in folded or "organizasyon" in folded:
        return None
    board = any(word in ("kurulu", "heyeti", "divanı") for word in folded.split())
    inner = tuple(table("roles")["inner"])
    return seats.main if board or folded.startswith(inner) else None


def _home_of(name: str | None) -> str | None:
    """The place that a body governs: `Kastamonu` of `Kastamonu Valiliği`."""
    parts = name.split() if name else []
    if parts and plain(parts[0]).startswith("t.c"):
        parts = parts[1:]
    if len(parts) < 2:
        return None
    head = institution_heads().get(lower(parts[-1]))
    if head is None:
        return None
    if lower(parts[1]) in ("il", "ilçe") and is_place_word(lower(parts[0])):
        return parts[0]  # Sivrihisar İlçe Millî Eğitim Müdürlüğü
    if head.noun not in ("valilik", "kaymakamlık", "belediye"):
        return None
    place = " ".join(p for p in parts[:-1] if lower(p) != "büyükşehir")
    return place if is_place_word(lower(place)) else None


def _home_in(institutions: Sequence[InstitutionMention]) -> str | None:
    """The one place whose governor or district governor the text names."""
    offices = ("valiliği", "kaymakamlığı")
    named = [m.name for m in institutions if m.form == "full"]
    places = {_home_of(name) for name in named if lower(name).endswith(offices)}
    places.discard(None)
    return places.pop() if len(places) == 1 else None


def _main_province(sequence: Sequence[Word], named: Collection[int]) -> str | None:
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
