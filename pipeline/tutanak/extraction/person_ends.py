"""Where a person's name ends, and whether it can be one."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
)
from tutanak.extraction.phrases import looks_inflected
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list

PARTICLES: Final = frozenset(
    ["von", "van", "der", "del", "della", "la", "el", "al", "bin", "ibn", "di", "du", "dos"]
)


_COMPASS: Final = frozenset(["kuzey", "güney", "doğu", "batı", "orta", "iç", "yukarı", "aşağı"])


_CALENDAR: Final = frozenset(
    [
        "pazartesi",
        "salı",
        "çarşamba",
        "perşembe",
        "cuma",
        "cumartesi",
        "pazar",
        "bölgesi",
        "günü",
        "yılı",
    ]
)


LONGEST: Final = 5


_LANGUAGES: Final = ("türkçe", "ingilizce", "arapça", "kürtçe", "farsça", "fransızca", "almanca")


def is_cased(folded: str) -> bool:
    return looks_inflected(folded) and not folded.endswith(("an", "en"))


def name_end(words: Sequence[Word], first: int, last: int, *, strict: bool) -> int:
    """Where the name ends: after surnames in capitals, before words of a heading."""
    if words[first].shape == "title" and not strict:
        for k in range(first + 1, last + 1):
            if words[k].shape == "upper" and len(words[k].text) > 1:
                while k < last and words[k + 1].shape == "upper":
                    k += 1
                return k
    if strict:
        k = first + 1
        while k < last and words[k].lower in PARTICLES and words[k].shape == "lower":
            k += 1
        if is_ordinary(words[k].lower) and looks_inflected(words[k].lower):
            return first
        while k < last and (
            (
                is_forename(words[k].lower)
                and not is_ordinary(words[k + 1].lower)
                and not looks_inflected(words[k + 1].lower)
            )
            or (
                not is_ordinary(words[k + 1].lower)
                and not looks_inflected(words[k + 1].lower)
                and k - first < 2
            )
        ):
            k += 1
        return k
    for k in range(first + 2, last + 1):
        if words[k].lower.startswith(_LANGUAGES):
            return k - 1
    for k in range(first + 2, last):
        if is_place_word(words[k].lower) and not is_forename(words[k].lower):
            return k - 1  # Dr. Yasin Özaslan Yalova Turizm ...
    return min(last, first + LONGEST)


def is_plausible(words: Sequence[Word], first: int, last: int, rule: str, *, heading: bool) -> bool:
    inside = words[first : last + 1]
    tail_word = inside[-1].lower
    if len(inside) > 4 and rule in ("given name", "list of people"):
        return False
    if any(
        w.lower in ("türk", "türkiye", "milli", "genel", "sosyal", "il", "ilçe", "yeni", "büyük")
        for w in inside
    ):
        return False
    if (
        rule != "title before the name"
        and not is_forename(inside[0].lower)
        and is_ordinary(inside[0].lower)
    ):
        return False
    generic = word_list("institution_heads", "generic")
    checked = inside
    if is_sure_forename(inside[0].lower) and not is_place_word(inside[0].lower):
        checked = inside[1:-1]
    if any(
        w.lower in generic and (is_ordinary(w.lower) or w.lower == "büyükşehir") for w in checked
    ):
        return False
    if inside[0].lower in _COMPASS and is_place_word(tail_word):
        return False
    if any(w.lower in _CALENDAR for w in inside[1:]):
        return False
    if rule in ("given name", "given names") and tail_word.endswith(("leri", "ları")):
        return False
    if rule in ("given name", "given names") and any(
        w.lower in word_list("name_topics") and not is_forename(w.lower) for w in inside
    ):
        return False
    if (
        rule == "role before the name"
        and is_place_word(inside[0].lower)
        and not is_forename(inside[0].lower)
    ):
        return not is_place_word(inside[-1].lower) and not is_ordinary(inside[-1].lower)
    tail = inside[-1].lower
    if is_ordinary(tail) and not inside[-1].shape == "upper":
        owned = tail.endswith(("sı", "si", "su", "sü")) or (
            tail[-1] in "ıiuü" and is_ordinary(tail[:-1])
        )
        trusted = rule not in ("given name", "given names")
        if owned and not (trusted and is_forename(inside[0].lower)):
            return False
    if rule in ("given name", "given names", "list of people"):
        if is_ordinary(tail) and (looks_inflected(tail) or heading):
            return False
        if is_place_word(inside[0].lower) and (is_place_word(tail) or is_ordinary(tail)):
            return False
    return True
