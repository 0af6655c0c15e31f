"""The bodies of titles that name none: `Vali`, `Okul Müdürü`, `Genel Sekreter`."""

from collections.abc import Sequence

from tutanak.extraction.affiliation_owners import owner_of, reference_before
from tutanak.extraction.affiliation_parties import is_party
from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.affiliation_units import fuller
from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_place_word,
)
from tutanak.extraction.role_branches import branch_site
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.text.fold import lower, plain


def seat(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The body that a title without one belongs to, or None."""
    owner = owner_of(title, sequence, seats)
    if owner is None or not title.role.startswith("Şube") or title.noun == "müdür":
        return owner
    site = branch_site(sequence, title.first)
    if is_party(owner):
        owner = _union_before(sequence[title.first].start, seats) or owner
    if not site or lower(owner).endswith("partisi"):
        return owner
    parts = owner.split()
    if lower(parts[-1]) == "şubesi":  # Düzce Şube Başkanı in a text of the Bolu Şubesi
        while parts and (
            lower(parts[-1]) in ("şubesi", "no'lu", "nolu")
            or parts[-1].isdigit()
            or is_place_word(lower(parts[-1]))
        ):
            parts.pop()
        if not parts:
            return f"{site} Şubesi"
        owner = " ".join(parts)
    return f"{owner} {site} Şubesi"


def _union_before(offset: int, seats: Seats) -> str | None:
    """The union, association or chamber that is named last before: parties have no `Şube`."""
    before = [name for at, noun, name in seats.placed if at < offset and noun in _WITH_BRANCHES]
    return before[-1] if before else None


_WITH_BRANCHES = frozenset({"sendika", "dernek", "vakıf", "oda", "birlik", "federasyon"})


def led_fuller(title: Title, implied: str, sequence: Sequence[Word], seats: Seats) -> str:
    """The body that a title implies, by the fullest name that the text has for it."""
    if implied.startswith("Büyükşehir Belediyesi ") and seats.home.province is not None:
        return f"{seats.home.province} {implied}"
    unit = tuple(plain(implied).split())
    if len(unit) < 2 or is_place_word(unit[0]):
        return implied
    return fuller(unit, seats.names, sequence[title.first].start) or implied


def same_place(sequence: Sequence[Word], k: int, seats: Seats) -> str | None:
    """The body that `aynı bölümden` right before word `k` means: the last of its kind."""
    if k < 2 or not adjacent(sequence[k]) or sequence[k - 2].lower != "aynı":
        return None
    bare = bare_heads().get(sequence[k - 1].lower)
    if bare is None or bare.case != "abl":
        return None
    at = sequence[k].start
    before = [name for offset, noun, name in seats.placed if noun == bare.noun and offset < at]
    return before[-1] if before else None


def board_seat(sequence: Sequence[Word], first: int, last: int, seats: Seats) -> str | None:
    """The body that a board, named in words `first` to `last` without it, belongs to, or None."""
    head = institution_heads().get(sequence[last].lower)
    if head is None or head.noun not in _BOARDS:
        return None
    for word in sequence[first:last]:
        inner = institution_heads().get(word.lower)
        if is_place_word(word.lower) or word.shape == "upper" or (inner and inner.level == 0):
            return None
    unit = tuple(plain(w.lower) for w in sequence[first : last + 1])
    whole = fuller(unit, seats.names, sequence[first].start)
    if whole is not None:
        parent = " ".join(whole.split()[: -len(unit)])
        tail = institution_heads().get(lower(parent.split()[-1])) if parent else None
        return parent if tail is not None and tail.level == 0 else None
    before = reference_before(sequence, first, seats)
    alone = is_known_key(" ".join(unit))  # Rekabet Kurulu
    small = head.noun in _SMALL_BOARDS or (head.noun in ("birim", "ofis") and _is_agency(seats))
    own = not alone and small and seats.main == (seats.publisher or seats.main)
    return before or (seats.main if own else None)


def _is_agency(seats: Seats) -> bool:
    """Whether a development agency tells of its own units: `Yatırım Destek Ofisi`."""
    return bool(seats.publisher) and lower((seats.publisher or "").split()[-1]) == "ajansı"


_BOARDS = frozenset({"komisyon", "komite", "birim", "kurul", "grup", "kol", "masa", "ofis"})
_SMALL_BOARDS = frozenset({"komisyon", "komite", "kurul"})
