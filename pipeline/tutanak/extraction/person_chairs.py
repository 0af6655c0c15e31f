"""Who chairs a part of a meeting: `X'in yönettiği panel`, `oturumu X yönetti`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word

# What is chaired -> what one is who does it
_PARTS: Final = (
    *(("oturum", "Oturum Başkanı"), ("panel", "Moderatör"), ("söyleşi", "Moderatör")),
    *(("forum", "Moderatör"), ("webinar", "Moderatör")),
)
_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})
_LED: Final = frozenset({"yönetti", "yönetecek", "yönetiyor", "yönettiler"})
_BEFORE: Final = 16  # words between what is chaired and the name
_AFTER: Final = 3  # words between the name and its verb


def add_chairs(sequence: Sequence[Word], people: Sequence[Bearer]) -> None:
    """Add what people do in the chair, where nothing else says it."""
    for person in people:
        duty = _duty(sequence, person)
        if duty is not None and not any(_is_chair(role) for role in person.other):
            person.other.append(duty)


def _is_chair(role: str) -> bool:
    return role in ("Moderatör", "Oturum Başkanı", "Kolaylaştırıcı")


def _duty(sequence: Sequence[Word], person: Bearer) -> str | None:
    last = person.name.last
    after = [w for w in sequence[last + 1 : last + 2 + _AFTER] if _same(sequence, last, w)]
    if not after:
        return None
    if sequence[last].suffix in _GENITIVES:
        if after[0].lower == "yönettiği" and len(after) > 1:
            return next((_part(w.lower) for w in after[1:] if _part(w.lower)), None)
        if after[0].lower == "başkanlığındaki" and _part(after[1].lower if after[1:] else ""):
            return _part(after[1].lower)
        if [w.lower for w in after[:2]] == ["başkanlık", "ettiği"]:
            return next(
                (_part(w.lower) for w in sequence[last + 3 : last + 6] if _is_part(w)), None
            )
        chaired = after[0].lower in ("başkanlığında", "başkanlığındaki", "başkanlığını")
        if not chaired:
            return None
        at = next((w.lower for w in sequence[last + 2 : last + 5] if _is_part(w)), None)
        held = at is not None and _held(sequence[last + 2].lower) and _part(at)
        return held or _told_before(sequence, person, ("oturum",))
    led = next((n for n, w in enumerate(after) if w.lower in _LED), None)
    if led is None or any(w.capital for w in after[:led]):
        return None
    return _told_before(sequence, person, tuple(stem for stem, _ in _PARTS))


def _held(folded: str) -> bool:
    """`gerçekleştirilen`, `yapılan`: `X'in başkanlığında yapılan | oturumda`."""
    return folded.endswith(("ılan", "ilen", "ulan", "ülen", "lanan", "lenen"))


def _is_part(word: Word) -> bool:
    return word.shape == "lower" and word.lower.startswith("oturum")


def _same(sequence: Sequence[Word], last: int, word: Word) -> bool:
    return word.sentence == sequence[last].sentence


def _part(folded: str) -> str | None:
    return next((duty for stem, duty in _PARTS if folded.startswith(stem)), None)


def _told_before(sequence: Sequence[Word], person: Bearer, stems: tuple[str, ...]) -> str | None:
    """What the sentence names last before a person, of the parts with these stems."""
    first = person.name.first
    for k in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        word = sequence[k]
        if word.sentence != sequence[first].sentence:
            return None
        if word.shape == "lower" and word.lower.startswith(stems):
            return _part(word.lower)
    return None
