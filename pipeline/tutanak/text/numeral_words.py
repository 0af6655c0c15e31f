"""The words that Turkish numerals are made of, in all their case forms."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tutanak.text.suffixes import declensions, possessed

HALF: Final = -1
VALUES: Final = {
    "sıfır": 0, "bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8,
    "dokuz": 9, "on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60,
    "yetmiş": 70, "seksen": 80, "doksan": 90, "yüz": 100, "bin": 1_000, "milyon": 1_000_000,
    "milyar": 1_000_000_000, "trilyon": 1_000_000_000_000, "buçuk": HALF,
}  # fmt: skip
_SOFTENED: Final = {"dört": "dörd"}


class Form(NamedTuple):
    """What one word says: the values of its parts in order, and its case suffix."""

    values: tuple[int, ...]
    suffix: str


def _forms() -> dict[str, Form]:
    """Every form of every base word: plain cases, and cases on the possessive (`üçünü`)."""
    table: dict[str, Form] = {}
    for base, value in VALUES.items():
        marked = "dördü" if base == "dört" else possessed(base)
        for noun, is_marked in ((base, False), (marked, True)):
            for form, case in declensions(noun, possessed=is_marked):
                if case in ("equ", "cop", "ki"):
                    continue
                spelling, stem = form, base
                soft = _SOFTENED.get(base)
                if soft and not is_marked and form[len(base) :][:1] in tuple("aeıioöuü"):
                    spelling, stem = soft + form[len(base) :], soft
                table.setdefault(spelling, Form((value,), spelling[len(stem) :]))
    return table


FORMS: Final = _forms()
# `altın...` is `alt` ("under") with its possessive; six takes `y`: `altıya`, `altıyı`, `altının`.
_UNDER: Final = frozenset({"altın", "altına", "altında", "altından", "altını"})
_EACH_OTHER: Final = "birbir"
_BASE: Final = "|".join(sorted(VALUES, key=len, reverse=True))
_BASES: Final = re.compile(rf"(?:{_BASE})+")
_PART: Final = re.compile(_BASE)


@lru_cache(maxsize=16384)
def read_word(word: str) -> Form | None:
    """The numeral that a folded word is: `onbine` -> (10, 1000), `e`; None for another word."""
    if word in _UNDER:
        return None
    single = FORMS.get(word)
    if single is not None:
        return single
    if len(word) < 5 or word.startswith(_EACH_OTHER):
        return None
    # The longest tail that is a form of a base word, with only base words before it.
    for cut in range(2, len(word) - 1):
        tail = FORMS.get(word[cut:])
        if tail is None:
            continue
        head = word[:cut]
        if _BASES.fullmatch(head):
            parts = tuple(VALUES[part] for part in _PART.findall(head))
            return Form((*parts, *tail.values), tail.suffix)
    return None
