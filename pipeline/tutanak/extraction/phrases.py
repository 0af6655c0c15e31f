"""Where a capitalised phrase that ends at a given word begins: shared by bodies and titles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tutanak.extraction.lexicon import institution_heads, is_ordinary, is_place_word
from tutanak.extraction.openers import drop_first
from tutanak.extraction.phrase_joins import (
    and_joins,
    comma_joins,
    may_cross,
    person_before,
)
from tutanak.extraction.phrase_stops import stop_reason
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import (
    adjacent,
    comma,
    is_opener,
    is_title,
    looks_inflected,
    name_words,
)
from tutanak.resources import word_list

__all__ = [
    "Walk",
    "adjacent",
    "comma",
    "comma_joins",
    "drop_first",
    "is_opener",
    "is_title",
    "looks_inflected",
    "person_before",
    "walk_left",
]

_AND = frozenset({"ve", "&", "ile", "veya"})


@dataclass(slots=True)
class Walk:
    """A walk to the left: the first word of the phrase, heads of bodies in it, what ended it."""

    start: int
    inner_heads: list[int] = field(default_factory=list)
    stopped_by: str = ""


def walk_left(
    words: Sequence[Word], last: int, *, floor: int = 0, upper: bool = False, topical: bool = True
) -> Walk:
    """Walk from word `last` to the left while words belong to the same name.

    Args:
        words: The words of the text.
        last: The last word of the name.
        floor: The first word that may be taken.
        upper: The sentence is in capitals, so that capitals say nothing.
        topical: Whether commas and `ve` may stand inside.
    """
    walk = Walk(last)
    in_list = False
    while walk.start > floor:
        k = walk.start
        if not adjacent(words[k]):
            if comma(words[k]) and topical and in_list and comma_joins(words, k - 1):
                walk.start = k - 1
                continue
            if _two_provinces(words, k, last):
                walk.start = k - 1
                continue
            walk.stopped_by = "gap"
            break
        before = words[k - 1]
        if before.lower in _AND and before.shape != "title":
            if not topical or k - 2 < floor or not _and_inside(words, k):
                walk.stopped_by = "ile" if before.lower == "ile" else "list"
                break
            in_list = True
            walk.start = k - 2
        elif before.shape == "lower" and before.lower in name_words("inside"):
            step = _small_step(words, k, floor)
            if step == 0:
                walk.stopped_by = "lower"
                break
            walk.start = k - step
        else:
            reason = _reason(words, k, last, upper=upper)
            if reason:
                walk.stopped_by = reason
                break
            if before.lower in institution_heads():
                walk.inner_heads.append(k - 1)
                in_list = False
            walk.start = k - 1
    return walk


def _two_provinces(words: Sequence[Word], k: int, last: int) -> bool:
    """`Isparta - Burdur Tabip Odası`: a chamber or bar of two places."""
    head = institution_heads().get(words[last].lower)
    if head is None or head.noun not in ("oda", "baro") or words[k].gap != " - ":
        return False
    places = is_place_word(words[k].lower) and is_place_word(words[k - 1].lower)
    return places and words[k - 1].shape == words[k].shape and not words[k - 1].suffix


def _and_inside(words: Sequence[Word], k: int) -> bool:
    """Whether the `ve` or `ile` before word `k` stands inside the name."""
    if words[k - 1].lower == "ile" and words[k].lower not in name_words("with_ile"):
        return False
    return and_joins(words, k - 2, k)


def _small_step(words: Sequence[Word], k: int, floor: int) -> int:
    """How many words to take over a small word before word `k`; 0 where it ends the name."""
    small = words[k - 1]
    if small.lower == "arası":
        return 2 if k - 2 >= floor and words[k - 2].lower == "uluslar" else 0
    if small.lower in name_words("before_head"):
        return 1
    if small.lower == "de" and is_ordinary(words[k].lower):
        return 0  # Nalan Kırca de Çocuk Meclisi: the particle
    if k - 2 < floor or not adjacent(small):
        return 0
    return 2 if words[k - 2].capital and not words[k - 2].suffix else 0


def _reason(words: Sequence[Word], k: int, last: int, *, upper: bool) -> str:
    """Why the word before word `k` may not be taken, or ""."""
    reason = stop_reason(words, k - 1, upper=upper)
    if reason == "title" and _is_trade(words, k - 1):
        reason = ""  # Avukat Hakları Merkezi, Aydın SMMM Odası
    if reason == "title" and _named_after(words, k - 1, last):
        reason = ""
    if reason == "role" and _named_after_holder(words, k - 1, last):
        reason = ""  # Mevlana Vali Zübeyir Kemelek Ortaokulu
    if reason and _is_province(words, k - 1, last):
        reason = ""
    if not reason and words[k - 1].lower in institution_heads():
        return "" if may_cross(words, k - 1, k, last) else "body before"
    return reason


def _is_province(words: Sequence[Word], k: int, last: int) -> bool:
    """`Burdur İli Damızlık Sığır Yetiştiricileri Birliği`: unions of a province are named so."""
    if words[k].lower not in ("ili", "ilçesi") or not words[k].capital or k == 0:
        return False
    head = institution_heads().get(words[last].lower)
    union = head is not None and head.noun == "birlik"
    return union and adjacent(words[k]) and is_place_word(words[k - 1].lower)


def _is_trade(words: Sequence[Word], k: int) -> bool:
    """Whether a profession is what a body is for, and no rank of a person."""
    following = words[k + 1]
    if words[k].shape == "upper" and following.lower in institution_heads():
        return True
    trade = words[k].lower in ("avukat", "mimar", "doktor", "polis")
    return trade and following.capital and following.lower.endswith(("ları", "leri"))


def _named_after_holder(words: Sequence[Word], k: int, last: int) -> bool:
    """A title inside the name of a school, which goes on to the left of it."""
    head = institution_heads().get(words[last].lower)
    if head is None or head.noun not in word_list("institution_rules", "named_after") or k == 0:
        return False
    before = words[k - 1]
    inside = before.shape == "title" and not before.suffix and not before.first
    inside = inside and before.lower not in institution_heads()
    return words[k].lower in ("vali", "kaymakam", "başkan") and adjacent(words[k]) and inside


def _named_after(words: Sequence[Word], k: int, last: int) -> bool:
    """`Kartal Dr. Lütfi Kırdar Şehir Hastanesi`: a rank inside the name of a school or hospital."""
    head = institution_heads().get(words[last].lower)
    rank = words[k].lower in word_list("titles", "military")  # Şehit Teğmen X Lisesi
    if head is None or not (words[k].text.endswith(".") or rank):
        return False
    return head.noun in word_list("institution_rules", "named_after")
