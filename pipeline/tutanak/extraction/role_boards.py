"""Boards of a body, which go into the title: `X Belediyesi | Çocuk Meclisi Başkanı`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    institution_heads,
    is_ordinary,
    is_place_word,
    role_words,
)
from tutanak.extraction.role_companies import is_strange
from tutanak.extraction.role_spelling import spell
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.tokens import Word
from tutanak.text.fold import plain


@dataclass(frozen=True, slots=True)
class Board:
    """A body without its board: an index or the name `parent`, and the words of the board."""

    body: int | None
    words: tuple[Word, ...] = ()
    parent: str | None = None


def split_board(words: Sequence[Word], body: int, bodies: Bodies) -> Board:
    """`X Belediyesi Çocuk Meclisi | Başkanı`: the board goes into the title."""
    first, last = bodies.first[body], bodies.last[body]
    if words[last].lower not in role_words("boards") or words[last].lower == "dalı":
        return Board(body)
    if last > first and words[last - 1].lower == "kent":
        return Board(body)  # X Belediyesi Kent Konseyi
    if is_known_key(" ".join(plain(w.lower) for w in words[first : last + 1])):
        return Board(body)  # AB Komisyonu, BM Güvenlik Konseyi
    for k in range(last - 1, first - 1, -1):
        if _ends_name(words, k):
            name = " ".join(spell(w) for w in words[first : k + 1])
            while k < last - 1 and _is_site(words[k + 1].lower):
                k += 1  # TMMOB Adana İl Koordinasyon Kurulu
            return Board(None, tuple(words[k + 1 : last + 1]), name)
    board = last - 1
    if board > first and words[board].lower in _OF_COMPANIES and is_strange(words[first]):
        name = " ".join(spell(w) for w in words[first:board])
        return Board(None, tuple(words[board : last + 1]), name)  # Vestel Yönetim Kurulu
    return Board(body)


# What boards of companies are called: `Yönetim Kurulu`
_OF_COMPANIES: Final = frozenset(["yönetim", "icra", "denetim", "danışma"])


def parent_of_board(words: Sequence[Word], body: int, bodies: Bodies) -> str | None:
    """The body that a board named with it belongs to: `X Barosu` of `X Barosu ... Komisyonu`."""
    if body not in bodies.first:
        return None
    return split_board(words, body, bodies).parent


def _ends_name(words: Sequence[Word], k: int) -> bool:
    """Whether the name of the body itself ends at word `k`: `X Barosu | Çocuk Komisyonu`."""
    inner = institution_heads().get(words[k].lower)
    named = inner is not None and inner.case == "nom" and inner.level == 0
    if words[k].lower == "parti" and k > 0 and is_acronym_shape(words[k - 1]):
        # CHP | Parti Meclisi, but İYİ Parti | Genel İdare Kurulu
        return not words[k + 1].lower.startswith("meclis")
    return named or is_acronym_shape(words[k]) or words[k].lower.endswith(("-iş", "-sen"))


def _is_site(folded: str) -> bool:
    """Whether a word is a place and no ordinary word as well (`Genç` is a district)."""
    return is_place_word(folded) and not is_ordinary(folded)
