"""Boards that a heading or an announcement names, and their members in the rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.person_bearers import Bearer, lines_of
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise

_BOARDS: Final = frozenset(
    {
        *("yönetim", "denetim", "denetleme", "disiplin", "onur", "yürütme", "haysiyet", "icra"),
        *("danışma", "etik", "mütevelli"),
    }
)
_HEADS: Final = frozenset({"kurulu", "heyeti", "komitesi"})
_FULL: Final = frozenset({"asıl", "asil"})
_SEATS: Final = frozenset({"üyeler", "üyeleri", "üyelikler", "üyelikleri", "listesi"})
_RESERVE: Final = "yedek"
_FILLERS: Final = frozenset({"yeni"})
_WORDS: Final = _BOARDS | _HEADS | _FULL | _SEATS | _FILLERS | {_RESERVE}
_LABEL: Final = 6  # words of a heading
_ROW: Final = 24  # words of a row
_VERBS: Final = ("dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "tır", "tir", "dır", "dir")


def add_organs(sequence: Sequence[Word], people: Sequence[Bearer]) -> None:
    """Seat the people in the rows below `DENETLEME KURULU`, `Asıl Üyeler:`, `Yedek`.

    A row is one name or a list of names; prose and an empty heading end the board.
    """
    board, reserve = "", False
    for first, last in lines_of(sequence):
        here = [p for p in people if first <= p.name.first <= last]
        label = _label(sequence, first, last, here)
        if label is not None:
            own, reserve = label
            board = own or board
            first = _behind_label(sequence, first, last)
        elif not here:
            board, reserve = _announced(sequence, first, last), False
            continue
        elif not _is_row(sequence, first, last, here[0]):
            board, reserve = "", False
            continue
        for person in _members(sequence, here, first) if board or label is not None else []:
            _seat(person, board, reserve=reserve)


def _label(
    sequence: Sequence[Word], first: int, last: int, here: Sequence[Bearer]
) -> tuple[str, bool] | None:
    """(the board or "", whether of its reserves) where a line is a heading or begins with one."""
    end = _behind_label(sequence, first, last)
    inside = [w.lower for w in sequence[first:end]]
    if not inside or len(inside) > _LABEL or (end <= last and ":" not in sequence[end].gap):
        return None
    if here and here[0].name.title_first < end:
        return None
    heads = [k for k, w in enumerate(inside) if w in _HEADS]
    named = bool(heads) and any(w in _BOARDS for w in inside[: heads[0]])
    seats = any(w in _SEATS or w in _FULL or w == _RESERVE for w in inside)
    if not (named or seats) or (len(inside) == 1 and inside[0] not in (*_FULL, _RESERVE)):
        return None
    start = 1 if inside[0] in _FILLERS else 0
    board = " ".join(capitalise(w) for w in inside[start : heads[0] + 1]) if named else ""
    return board, _RESERVE in inside


def _behind_label(sequence: Sequence[Word], first: int, last: int) -> int:
    """The word behind the words of boards and seats that a line begins with."""
    k = first
    while k <= last and (k == first or ":" not in sequence[k].gap):
        word = sequence[k].lower
        joint = word == "ve" and k > first
        if not joint and word not in _WORDS:
            break
        k += 1
    return k


def _announced(sequence: Sequence[Word], first: int, last: int) -> str:
    """The board of `... Yürütme Kurulu şu isimlerden oluştu:` at the end of a line, or ""."""
    if last + 1 >= len(sequence) or ":" not in sequence[last + 1].gap:
        return ""
    if not sequence[last].lower.startswith(("oluş", "belirlen", "seçil", "isim")):
        return ""
    for k in range(last, first, -1):
        if sequence[k].lower in _HEADS and sequence[k - 1].lower in _BOARDS:
            return f"{capitalise(sequence[k - 1].lower)} {capitalise(sequence[k].lower)}"
    return ""


def _is_row(sequence: Sequence[Word], first: int, last: int, person: Bearer) -> bool:
    """Whether a line opens with a name, past the number of a list, and is no sentence."""
    opens = person.titles[0].first if person.titles else person.name.title_first
    opens = min(opens, person.name.title_first)
    prose = sequence[last].shape == "lower" and sequence[last].lower.endswith(_VERBS)
    return opens <= first + 1 and last - first < _ROW and not prose


def _members(sequence: Sequence[Word], here: Sequence[Bearer], first: int) -> Iterator[Bearer]:
    """The people of a row: all of a plain list, else the first."""
    k = first
    for person in here:
        if person.name.title_first > k + 1:
            return
        yield person
        k = person.name.last + 1
        while k < len(sequence) and sequence[k].gap.strip() == "(":
            while k < len(sequence) and ")" not in sequence[k].gap:
                k += 1


def _seat(person: Bearer, board: str, *, reserve: bool) -> None:
    title = person.titles[0] if person.titles else None
    role = f"{board} Yedek Üyesi" if reserve and board else "Yedek Üye" if reserve else ""
    role = role or (f"{board} Üyesi" if board else "")
    if not role:
        return
    if title is None and not person.other:
        k = person.name.first
        person.titles.append(Title(k, k, role, None, None, False, False, True, "üye"))
    elif title is not None and title.role in ("Üye", "Yedek Üye", "Asıl Üye", "Asil Üye"):
        person.titles[0] = replace(title, role=role, bare=True)
