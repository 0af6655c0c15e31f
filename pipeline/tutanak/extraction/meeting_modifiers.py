"""Words before an event noun that belong to its type: `göç kurulu` of `göç kurulu toplantısı`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import type_modifiers
from tutanak.extraction.meeting_names import inside, rank_at
from tutanak.extraction.tokens import Word
from tutanak.records import Span
from tutanak.resources import word_list


def modifiers_of(
    layout: Layout, i: int, low: int, days: Sequence[Span], *, subject: bool
) -> tuple[tuple[str, ...], int]:
    """Words before the head at `i` that belong to its type, and where they begin.

    `subject`: a board some words before the head is who meets: `Meclisi olağan toplantısını yaptı`.
    """
    words = layout.words
    known, boards = type_modifiers(), word_list("meeting_types", "boards")
    transparent = word_list("meeting_types", "transparent")
    found: list[str] = []
    first = j = i
    skipped = False
    while j - 1 >= low and not words[j - 1].suffix:
        if words[j].gap.strip(" .") and not (words[j].gap == "-" and not skipped):
            break
        word = words[j - 1].lower
        pair = f"{words[j - 2].lower}-{word}" if j - 2 >= low else ""
        if word in boards:
            if subject and (found or skipped):
                break
            found = [*_board(layout, j - 2, low), word, *found]
            return tuple(found), j - 1 - (len(found) > 1)
        paired = pair in known and not skipped and words[j - 1].gap in (" ", "-")
        if paired or (word == "ve" and found and _is_joined(layout, j - 1, low, known)):
            found[:0] = [words[j - 2].lower, word]
            first = j = j - 2
        elif (word in known or _are_people(words[j - 1], j == i)) and not skipped:
            found.insert(0, word)
            first = j = j - 1
        elif _seen_through(layout, j - 1, transparent) and not inside(words[j - 1].start, days):
            skipped = True
            j -= 1
        else:
            break
    return tuple(found), first


def _is_joined(layout: Layout, j: int, low: int, known: frozenset[str]) -> bool:
    """Whether `ve` at word `j` joins two kinds: `planlama ve koordinasyon toplantısı`."""
    before = layout.words[j - 1] if j - 1 >= low else None
    return before is not None and not before.suffix and before.lower in known


def _are_people(word: Word, beside: bool) -> bool:
    """Whether a word says who meets: `muhtarlar toplantısı`, but not in a title's capitals."""
    return beside and word.shape == "lower" and word.lower in word_list("meeting_types", "people")


def _seen_through(layout: Layout, j: int, transparent: frozenset[str]) -> bool:
    word = layout.words[j]
    if word.lower in transparent or word.shape in ("digit", "initial"):
        return True
    return rank_at(layout, j) is not None


_NAMELESS: Final = frozenset({"il", "ilçe", "bu", "ve", "oda", "bir"})
_LONG_NAME: Final = 4  # words of `İl İstihdam ve Mesleki Eğitim Kurulu` before its last ones
_BOARD_KINDS: Final = frozenset({"yönetim", "danışma", "yürütme", "denetim"})


def _board(layout: Layout, j: int, low: int) -> list[str]:
    """What stands before a board's noun and names it: `göç` of `göç kurulu`."""
    words = layout.words
    found: list[str] = []
    while j >= low and words[j + 1].gap == " " and not words[j].suffix:
        word = words[j].lower
        if word not in type_modifiers() and (found or words[j].shape == "digit"):
            break
        found.insert(0, word)
        if word not in _BOARD_KINDS:
            break
        j -= 1
    if j - 1 >= low and words[j - 1].lower in ("mesleki", "ve") and words[j].shape == "title":
        return []  # `İstihdam ve Mesleki Eğitim Kurulu`: a name, and no kind of board
    kinds = [w for w in found if w not in _NAMELESS]
    return ["il", *kinds] if kinds and _is_local(layout, j - 1) else kinds


def _is_local(layout: Layout, j: int) -> bool:
    """Whether `İl` or `İlçe` opens a board's name within some words before `j`: it is a body."""
    start = max(0, j - _LONG_NAME)
    left = layout.words[start : j + 2]
    return any(w.lower in ("il", "ilçe") and w.capital and not w.suffix for w in left)
