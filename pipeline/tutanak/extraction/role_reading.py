"""A title phrase as a title: its wording, the body it belongs to and the body it leads."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.lexicon import RoleForm, is_place_word, role_words
from tutanak.extraction.role_boards import Board, split_board
from tutanak.extraction.role_bodies import implied_body
from tutanak.extraction.role_parts import TitleParts
from tutanak.extraction.role_shared import kind_word_of, shared_bodies
from tutanak.extraction.role_spelling import is_roman
from tutanak.extraction.role_splitting import Split, split_phrase
from tutanak.extraction.role_text import role_text
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.role_walk import Reach
from tutanak.extraction.role_wording import Wording
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.resources.places import countries
from tutanak.text.fold import capitalise
from tutanak.text.suffixes import possessed

_SEVERAL: Final = (
    *("lerinden", "larından", "lerimizden", "larımızdan"),
    *("lerden", "lardan"),
)


def read_title(
    words: Sequence[Word],
    reach: Reach,
    last: int,
    bodies: Bodies,
    *,
    head: RoleForm,
    end: int,
    acting: bool,
) -> Title:
    """The title from `reach` to its head at word `last`; `end` is that of an `V.` behind it."""
    first = reach.first
    own = [] if reach.stranger else list(words[first:last])
    split = split_phrase(words, first, own, head.noun, reach.body)
    acronym, subject = _acronym(words, first, split, reach.body)
    board = split_board(words, reach.body, bodies) if reach.body is not None else Board(None)
    implied = board.parent or _led(words, bodies, split, subject, head, board)
    implied = _with_acronym(acronym, _with_ordinal(split, head, implied, reach.body))
    implied = implied or _town_abroad(words, first, split)
    subject, modifiers = _board_moved(subject, split.modifiers)
    modifiers = [*board.words, *modifiers]
    marked = head.marked or head.ours
    wording = Wording(head.noun, marked, subject, modifiers, acting, implied, board.body)
    numbered = _numbered(words, first, last, head)
    if numbered and implied is not None and not split.place:
        implied = None  # Şube II. Başkanı, Meclis 1. Başkan Vekili
    kind = kind_word_of(words, first, subject, split.place, board.body)
    leads = bool(subject) and subject[0].lower == kind and kind in role_words("leading_kinds")
    if leads and (modifiers or head.noun not in ("başkan", "müdür")):
        wording = replace(wording, subject=subject[1:])  # Vakıf | Gönüllüsü Koordinatörü
    number = f"{split.ordinal}. " if split.ordinal and split.committee else ""
    unplaced = not split.place and board.body is None
    return Title(
        first,
        end,
        numbered or f"{number}{role_text(wording)}",
        board.body,
        implied,
        head.ours,
        head.plural or words[last].lower.endswith(_SEVERAL),
        unplaced and (not subject or is_roman(subject[0].lower)),
        head.noun,
        shared_bodies(words, first, split.place, implied, plural=head.plural),
        kind,
    )


_NUMBERED: Final = ("meclis", "şube", "oda", "baro", "kurul", "belediye")


def _numbered(words: Sequence[Word], first: int, last: int, head: RoleForm) -> str:
    """A title whose holder is one of several, as it stands: `Meclis 1. Başkan Vekili`, or ""."""
    inside = words[first:last]
    kinds = bool(inside) and inside[0].lower in _NUMBERED
    if not kinds or not any(_is_ordinal(words, first + n) for n in range(1, len(inside))):
        return ""
    parts = [w.text + ("." if _is_ordinal(words, first + n) else "") for n, w in enumerate(inside)]
    noun = possessed(head.noun) if head.marked else head.noun
    return " ".join([*(part.replace("..", ".") for part in parts), capitalise(noun)])


def _is_ordinal(words: Sequence[Word], k: int) -> bool:
    """`1.`, `II.`: a number before the rest of a title."""
    number = words[k].shape == "digit" or is_roman(words[k].lower.strip("."))
    return number and (words[k].text.endswith(".") or words[k + 1].gap.startswith("."))


def _led(
    words: Sequence[Word],
    bodies: Bodies,
    split: Split,
    subject: Sequence[Word],
    head: RoleForm,
    board: Board,
) -> str | None:
    """The body that the words of a title imply."""
    place, modifiers, folded = tuple(split.place), tuple(split.modifiers), tuple(split.folded)
    own = tuple(subject)
    return implied_body(
        TitleParts(head.noun, place, own, modifiers, folded, board.body, words, bodies)
    )


_SHORT: Final = 4  # letters


def _acronym(
    words: Sequence[Word], first: int, split: Split, body: int | None
) -> tuple[str, list[Word]]:
    """(the acronym of the body that a title tells, the subject without an acronym)."""
    subject = split.subject
    joined = len(subject) > 1 and subject[1].lower in ("ve", "ile")
    opens = bool(subject) and not joined and is_acronym_shape(subject[0])
    if opens and len(subject) > 1 and subject[1].shape == "upper" and len(subject[1].text) > _SHORT:
        opens = False  # a line in capitals
    if body is not None:
        return "", subject[1:] if opens and len(subject) > 1 else subject
    if opens and not split.place and _names_body(subject[0]):
        return subject[0].text, subject[1:]
    bracketed = first > 0 and words[first].gap.strip() == ")" and is_acronym_shape(words[first - 1])
    if bracketed and words[first - 1].lower not in role_words("keeps"):
        return words[first - 1].text, subject  # ... Mali Yardım Programı (FRIT) Başkanı
    return "", subject


def _town_abroad(words: Sequence[Word], first: int, split: Split) -> str | None:
    """`Zerka (Ürdün) | Belediye Başkanı`: the municipality of the town before the bracket."""
    if split.folded[:1] != ["belediye"] or split.subject or split.place or first < 2:
        return None
    country, town = words[first - 1], words[first - 2]
    bracket = words[first].gap.strip() == ")" and country.gap.strip() == "("
    named = town.capital and not town.suffix and country.text in countries()
    return f"{town.text} Belediyesi" if bracket and named else None


def _names_body(word: Word) -> bool:
    """Whether an acronym can stand for a body: no `MYK`, no `II`."""
    return word.lower not in word_list("acronyms", "refused") and not is_roman(word.lower)


def _with_ordinal(
    split: Split, head: RoleForm, implied: str | None, body: int | None
) -> str | None:
    """`10. Cumhurbaşkanı` leads nothing any more, `3. Piyade Tümen Komutanı` a numbered troop."""
    if not split.ordinal or implied is None:
        return implied
    if head.noun == "cumhurbaşkanı":
        return None
    return f"{split.ordinal}. {implied}" if head.noun == "komutan" and body is None else implied


def _with_acronym(acronym: str, implied: str | None) -> str | None:
    """The body that a title leads with its acronym, or the acronym alone."""
    return " ".join(part for part in (acronym, implied) if part) or None


def _board_moved(subject: list[Word], modifiers: list[Word]) -> tuple[list[Word], list[Word]]:
    """`Çocuk Hakları | Komisyonu Başkanı`: a board takes words of the subject into the title."""
    if not modifiers or not subject or modifiers[0].lower not in role_words("boards"):
        return subject, modifiers
    two = len(subject) > 1 and subject[-1].lower != "ve"
    take = 2 if two and not is_place_word(subject[-2].lower) else 1
    return subject[:-take], [*subject[-take:], *modifiers]
