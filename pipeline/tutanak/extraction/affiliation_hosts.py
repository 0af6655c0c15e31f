"""The body that receives a visit, as that of who meets the visitors there."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.lexicon import institution_heads
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word


def of_host(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """`X Belediyesi'ni ziyaret ederek Genel Sekreter A ile görüştü`: the body that is visited."""
    if title.noun not in _HOSTS or title.body is not None:
        return None
    own = sequence[title.first].sentence
    visit = next(
        (
            k
            for k in range(title.first - 1, max(0, title.first - _VISIT), -1)
            if sequence[k].sentence == own and sequence[k].lower in ("ziyaret", "ziyaretinde")
        ),
        None,
    )
    if visit is None or visit == 0:
        return None
    before = [(at, name) for at, name in seats.names if 0 <= at < sequence[visit].start]
    k = visit - 1
    if sequence[visit].gap.strip().startswith(")"):
        while k > 0 and "(" not in sequence[k].gap:
            k -= 1
        k -= 1  # Genel Müdürlüğünü (TİGEM) ziyaret ederek
    if not before or k < 0 or not _in_accusative(sequence[k]):
        return None
    return before[-1][1] if before[-1][0] >= sequence[visit].start - _HOST_NAME else None


_HOSTS: Final = frozenset({"başkan", "sekreter", "müdür", "yardımcı", "üye", "temsilci", "rektör"})
_VISIT: Final = 12  # words from a visit to who receives the visitors
_HOST_NAME: Final = 90  # characters of the name of a host


def gone_to(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """`X Odası'na geçerek Başkan A ile görüştü`, `X Odası'na geçildi. Burada Başkan A ...`."""
    at = title.first
    if title.noun not in _HOSTS or title.body is not None:
        return None
    own = sequence[at].sentence
    here = any(
        w.lower in ("burada", "burda") for w in sequence[max(0, at - 3) : at] if w.sentence == own
    )
    for k in range(at - 1, max(0, at - _VISIT), -1):
        word = sequence[k]
        if word.sentence != own and not (here and word.sentence == own - 1):
            return None
        if word.lower.startswith(_WENT) and k > 0:
            before = [(n, name) for n, name in seats.names if 0 <= n < word.start]
            near = bool(before) and before[-1][0] >= word.start - _HOST_NAME
            return before[-1][1] if near and _in_dative(sequence[k - 1]) else None
    return None


_WENT: Final = ("geçerek", "geçti", "geçildi", "geçen", "giderek", "gitti", "gidildi")


def _in_dative(word: Word) -> bool:
    if word.suffix:
        return word.suffix in ("na", "ne", "ya", "ye", "a", "e")
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "dat"


def _in_accusative(word: Word) -> bool:
    if word.suffix:
        return word.suffix in ("ni", "nı", "nu", "nü", "yi", "yı", "yu", "yü", "i", "ı", "u", "ü")
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "acc"
