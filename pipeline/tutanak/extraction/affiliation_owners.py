"""Whose titles are that name no body: the rules in their order."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.affiliation_hosts import gone_to, of_host
from tutanak.extraction.affiliation_local import of_district
from tutanak.extraction.affiliation_near import of_near
from tutanak.extraction.affiliation_parties import is_party, of_party
from tutanak.extraction.affiliation_publisher import of_publisher
from tutanak.extraction.affiliation_schools import of_school
from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.affiliation_units import fuller, unit_of
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    our_heads,
    role_heads,
    role_words,
)
from tutanak.extraction.person_bearers import GUESTS
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources import table
from tutanak.resources.places import metropolitan
from tutanak.text.fold import lower, plain


def owner_of(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The body that a title without one means by what the text says, or None."""
    if party := of_party(title, sequence, seats):
        return party
    ours = title.ours or (title.first > 0 and sequence[title.first - 1].lower in our_heads())
    if title.ours:
        return None if title.noun in role_words("free") else _our_own(title, sequence, seats)
    if ours:
        kind = our_heads()[sequence[title.first - 1].lower].noun
        own = seats.publisher or seats.lead
        head = institution_heads().get(lower(own.split()[-1])) if own else None
        if head is not None and head.noun == kind:
            return own
        return _of_kind(frozenset({kind}), sequence[title.first].start, seats)
    if (title.noun in GUESTS and not title.kind_word) or lower(title.role).startswith(
        ("katip", "kâtip")
    ):
        return None  # who keeps the minutes of one assembly holds no office
    if near := of_near(title, sequence, seats):
        return near
    if title.body is None and (before := reference_before(sequence, title.first, seats)):
        return before
    if went := gone_to(title, sequence, seats) or of_host(title, sequence, seats):
        return went
    if title.kind_word == "büyükşehir":
        return _metropolis(sequence[title.first].start, seats)
    if own := of_publisher(title, seats.publisher):
        return own
    kinds = _kinds(title)
    if kinds:
        return _of_kind(kinds, sequence[title.first].start, seats)
    unit = unit_of(title, sequence, seats.names)
    if unit is not None:
        return unit
    own = _own_office(title, seats) or of_district(title, sequence, seats)
    own = own or _of_place(title, seats) or _inside(title, seats)
    return own or of_school(title, sequence[title.first].start, seats)


# How posts begin that a body has at a place or in a trade
_LOCAL: Final = (
    *("şube", "bölge temsilci", "il temsilci", "ilçe temsilci", "meslek komitesi"),
    *("il sorumlu", "ilçe sorumlu", "bölge sorumlu", "il koordinatör", "ilçe koordinatör"),
)
_INITIALS: Final = frozenset({"myk", "yk", "pm", "mkyk", "gyk", "gik"})  # boards: `MYK Üyesi`
# Behind `Merkez`, the boards of a whole body
_CENTRAL: Final = (
    "konsey",
    "konseyi",
    "yönetim",
    "yürütme",
    "kurul",
    "kurulu",
    "denetleme",
    "disiplin",
)
# How posts of unions begin, whose words are no subject of their own: `Genel Eğitim Sekreteri`
_OF_UNIONS: Final = ("genel eğitim", "genel mali", "genel teşkilat", "genel örgüt", "genel hukuk")


def reference_before(sequence: Sequence[Word], k: int, seats: Seats) -> str | None:
    """The body that a reference right before word `k` means: `Ajansın`, `İl Müdürlüğünden`."""
    if k == 0 or not adjacent(sequence[k]):
        return None
    word = sequence[k - 1]
    if word.lower in ("firmanın", "firmadan", "şirketin", "işletmenin"):
        return _of_kind(frozenset({"şirket"}), word.start, seats)
    bare, marked = bare_heads().get(word.lower), institution_heads().get(word.lower)
    at = word.start
    if marked is not None and marked.case in ("abl", "gen", "loc") and k > 1:
        unit = (plain(sequence[k - 2].lower), plain(marked.nominative))
        generic = sequence[k - 2].lower in ("il", "ilçe", "genel", "bölge", "şube")
        return fuller(unit, seats.names, at) if generic else None
    if bare is None or not (bare.case in ("gen", "abl") or word.suffix):
        return None
    return _of_kind(frozenset({bare.noun}), at, seats)


def _our_own(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """`Başkanımız`: of the publisher; `Valimiz` in a text of a directorate: of the governorship."""
    own = seats.publisher or seats.lead
    if title.bare and title.noun in _OF_STATE:
        return None
    if own is not None and own.endswith("Üniversitesi"):
        at = sequence[title.first].start
        named = [name for offset, noun, name in seats.placed if noun == "bölüm" and offset < at]
        if title.role == "Bölüm Başkanı" and named:
            return named[-1]
        if (school := of_school(title, at, seats)) is not None:
            return school
    if title.role.startswith("Genel ") and own is not None and own.endswith("Şubesi"):
        return None  # Genel Başkanımız in a text of a branch: of a union that is not named
    governs = title.bare and lower(title.role.split()[0]) in _GOVERNING
    if not governs:
        return own
    head = institution_heads().get(lower(own.split()[-1])) if own else None
    if head is not None and head.noun == _GOVERNING[lower(title.role.split()[0])]:
        return own
    return _of_place(title, seats)


# Offices that are everybody's: `Başbakanımız` in a text of a university
_OF_STATE = frozenset({"başbakan", "cumhurbaşkanı", "milletvekili", "muhtar", "büyükelçi"})
# The first word of a title -> the head of the body that it governs
_GOVERNING = {
    "vali": "valilik",
    "kaymakam": "kaymakamlık",
    "belediye": "belediye",
    "büyükşehir": "belediye",
    "bakan": "bakanlık",
    "rektör": "üniversite",
}
_ASSEMBLIES = ("kadın meclisi", "gençlik meclisi", "çocuk meclisi", "engelli meclisi")
_OF_EVENTS = ("forum", "sempozyum", "kongre", "çalıştay", "kurultay", "konferans")
_BRANCH_POSTS = frozenset({"başkan", "sekreter", "sayman", "üye", "temsilci", "eşbaşkan"})


def _kinds(title: Title) -> frozenset[str]:
    """The heads of bodies that a title names by kind: `Dernek Başkanı`, `Okul Müdürü`."""
    if title.body is not None:
        return frozenset()
    first, *rest = lower(title.role).split()
    if first == "merkez" and not title.kind_word and rest[:1] and rest[0] in _CENTRAL:
        return frozenset()  # Merkez Konseyi Başkanı
    if title.noun == "sekreter" and first == "teşkilat":
        return frozenset()
    bare = bare_heads().get(title.kind_word) if title.kind_word else None
    if bare is not None:
        first = bare.noun
    elif title.kind_word in table("roles")["kinds"]:
        first = title.kind_word
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
    if not before and kinds == {"baro"} and seats.home.province is not None:
        return f"{seats.home.province} Barosu"  # one bar a province
    if not before:
        behind = {name for _, noun, name in seats.placed if noun in kinds}
        if len(behind) == 1:
            return behind.pop()  # Okul Müdürü A ... program X Ortaokulu'nda yapıldı
        return seats.main if kinds == {"şube"} else None
    last = plain(before[-1])
    return max((n for n in before if plain(n).endswith(last)), key=len)


def _metropolis(offset: int, seats: Seats) -> str | None:
    """The metropolitan municipality named last before, else that of the text's province."""
    large = [
        (at, name)
        for at, noun, name in seats.placed
        if noun == "belediye" and "Büyükşehir Belediyesi" in name
    ]
    before = [name for at, name in large if at < offset]
    if before or large:
        return before[-1] if before else large[0][1]
    province = seats.home.province
    return f"{province} Büyükşehir Belediyesi" if province in metropolitan() else None


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
    words = lower(title.role).split()
    noun = "belediye" if words[:2] == ["ilçe", "belediye"] else words[0]
    # a word that opens the sentence is no part of `Vali`: `Sergiyi Vali Yardımcısı A gezdi`
    bare = title.bare or noun in ("vali", "kaymakam")
    if not bare or noun not in _GOVERNING:
        return None
    names = seats.by_head.get(_GOVERNING[noun], set())
    place = seats.home.place
    if noun == "büyükşehir":
        names = {n for n in names if "Büyükşehir" in n}
    elif noun == "vali":
        place = seats.home.province or place
    elif noun == "kaymakam" or words[0] == "ilçe":
        place = seats.home.district
    elif noun == "belediye" and place in metropolitan():
        place = seats.home.district or place
    if noun == "belediye" and words[0] != "ilçe" and not seats.home.sure:
        told = {name for at, head, name in seats.placed if head == "belediye" and at >= 0}
        if len(told) == 1:
            return told.pop()
    if place is not None:
        own = [n for n in names if plain(n).removeprefix("t.c. ").startswith(plain(place) + " ")]
        if own:
            return min(own, key=lambda n: (len(n), n))
        if noun == "belediye" and place in metropolitan():
            return None  # one of its districts, or the metropolitan one
        if noun in ("belediye", "büyükşehir"):
            large = " Büyükşehir" if noun == "büyükşehir" else ""
            return f"{place}{large} Belediyesi"
        if noun == "kaymakam" and not names:
            return f"{place} Kaymakamlığı"
    shortest = {plain(n).removeprefix("t.c. "): n for n in names}
    if noun == "bakan" and len(shortest) > 1:
        return next(name for _, head, name in seats.placed if head == "bakanlık")
    return next(iter(shortest.values())) if len(shortest) == 1 else None


def _inside(title: Title, seats: Seats) -> str | None:
    """`Yönetim Kurulu Başkanı`, `Sayman`, `Genel Sekreter` of the body a text is about."""
    publisher = seats.publisher
    mayor = title.bare and title.role in ("Başkan", "Başkan Yardımcısı", "Başkan Vekili")
    if mayor and publisher and lower(publisher.split()[-1]) == "belediyesi":
        return publisher
    if title.body is not None:
        return None
    of_assembly = title.role.startswith("Meclis ") or " Komisyonu " in title.role
    if of_assembly and publisher and lower(publisher.split()[-1]) == "belediyesi":
        return publisher  # İmar Komisyonu Başkanı, Meclis 1. Başkan Vekili
    folded = lower(title.role).lstrip("0123456789. ")
    if folded == "divan üyesi" or folded.startswith(_OF_EVENTS):
        return None
    officer = folded.startswith(("genel sekreter", "rektör yardımcı")) and title.bare
    tail = institution_heads().get(lower(publisher.split()[-1])) if publisher else None
    if officer and tail is not None and tail.noun in ("üniversite", "belediye", "ajans"):
        return publisher
    if title.noun in role_words("staff") and publisher and seats.main == publisher:
        return seats.main
    if folded.startswith(("il başkan", "ilçe başkan")):
        return None
    council = seats.main is not None and seats.main.endswith("Kent Konseyi")
    if council and folded.startswith(_ASSEMBLIES):
        return f"{seats.main} {' '.join(title.role.split()[:2])}"
    if folded.startswith("il genel meclis"):
        return fuller(("il", "genel", "meclisi"), seats.names, 0) or "İl Genel Meclisi"
    if "birim" in folded.split() and title.implied is None:
        return seats.main or publisher  # Program Yönetimi Birim Başkanı
    union = title.noun in ("sekreter", "sayman", "yazman", "denetçi") and title.implied is None
    if union and seats.main is not None and not folded.startswith(("divan", "genel")):
        return seats.main  # Eğitim Sekreteri, Mali Sekreter
    if folded.startswith(_OF_UNIONS):
        return seats.main
    local = folded.startswith(_LOCAL) or folded.split()[0] in _INITIALS
    if not (title.bare or local) or {"düzenleme", "tertip", "organizasyon"} & set(folded.split()):
        return None
    if folded.startswith(("il seçim", "ilçe seçim")):
        return None
    board = any(word in ("kurulu", "heyeti", "divanı") for word in folded.split())
    board = board or folded.split()[0] in _INITIALS
    inner = tuple(table("roles")["inner"])
    if board and seats.main and seats.main != publisher and is_party(seats.main):
        return None  # a board that a text of many parties tells of
    return seats.main if board or folded.startswith(inner) else None
