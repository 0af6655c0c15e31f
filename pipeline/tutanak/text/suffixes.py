"""Case endings: how Turkish nouns take them, and how to see a name without them.

Grammar after Göksel and Kerslake, *Turkish: A Comprehensive Grammar* (2005), chapters 3 and 8.
"""

import re
from functools import lru_cache
from typing import Final, Literal

from tutanak.text.fold import lower

Case = Literal["nom", "gen", "dat", "acc", "loc", "abl", "ins", "equ", "ki", "cop", "pl"]

VOWELS: Final = "aeıioöuüâîû"
_HARMONY4: Final = dict(zip("aıouâûeiöüî", "ııuuıuiiüüi", strict=True))
_HARMONY2: Final = dict(zip("aıouâûeiöüî", "aaaaaaeeeee", strict=True))
_HARD: Final = "fstkçşhp"

# What may stand after an apostrophe: plural, possessive, case, copula; `'nin`, `'lerden`,
# `'ndaki`, `'ydı`, `'lı`, `'nci`. Loose in vowel harmony, since foreign names follow their sound.
_SUFFIX: Final = re.compile(
    r"(?:l[ae]r)?"
    r"(?:[ıiuü]?m[ıiuü]z|s?[ıiuü])?"
    r"(?:[ny]?[ıiuü]n|[ny]?[ae]|[ny]?[ıiuü]|n?[dt][ae]n?|y?l[ae]|n?c[ae]|n?[dt][ae]ki|n[ıiuü]nki|"
    r"l[ıiuü](?:k)?|s[ıiuü]z|[ıiuü]?nc[ıiuü]|ş[ae]r)?"
    r"(?:l[ae]r(?:[ıiuü]n?|[ae]|d[ae]n?)?)?"
    r"(?:d[ıiuü]r|t[ıiuü]r|y?d[ıiuü]|t[ıiuü]|y?m[ıiuü]ş|ys[ae]|yken)?"
)


@lru_cache(maxsize=4096)
def is_suffix(letters: str) -> bool:
    """Whether `letters` can be what stands after an apostrophe: `nin`, `DAN`, `ndaki`."""
    return 0 < len(letters) <= 12 and _SUFFIX.fullmatch(lower(letters)) is not None


def last_vowel(word: str) -> str:
    """The last vowel of a folded word, `e` where it has none (acronyms are read so: `TBMM'ye`)."""
    return next((letter for letter in reversed(word) if letter in VOWELS), "e")


@lru_cache(maxsize=4096)
def declensions(noun: str, *, possessed: bool) -> tuple[tuple[str, Case], ...]:
    """All case forms of a folded noun whose nominative they begin with, longest first.

    `possessed`: the noun carries the compound marker (`bakanlığı`), so that its cases take a
    buffer `n`: `bakanlığının`, not `bakanlığıyın`.
    """
    v4, v2 = _HARMONY4[last_vowel(noun)], _HARMONY2[last_vowel(noun)]
    vowel_end = noun[-1] in VOWELS
    d = "t" if noun[-1] in _HARD else "d"
    c = "ç" if noun[-1] in _HARD else "c"
    if possessed:
        buffer, genitive, instrumental = "n", f"n{v4}n", f"yl{v2}"
        d, c = "nd", "nc"
    else:
        buffer = "y" if vowel_end else ""
        genitive = f"n{v4}n" if vowel_end else f"{v4}n"
        instrumental = f"yl{v2}" if vowel_end else f"l{v2}"
    endings: list[tuple[str, Case]] = [
        ("", "nom"),
        (genitive, "gen"),
        (f"{buffer}{v2}", "dat"),
        (f"{buffer}{v4}", "acc"),
        (f"{d}{v2}", "loc"),
        (f"{d}{v2}n", "abl"),
        (instrumental, "ins"),
        (f"{c}{v2}", "equ"),
        (f"{d}{v2}ki", "ki"),
        (f"{d}{v2}kil{v2}r", "ki"),
        (f"{genitive}ki", "ki"),
        (f"d{v4}r" if d != "t" else f"t{v4}r", "cop"),
        (f"yd{v4}" if vowel_end else f"{d}{v4}", "cop"),
    ]
    return tuple(sorted(((noun + e, k) for e, k in endings), key=lambda f: (-len(f[0]), f[0])))


def plural(noun: str) -> str:
    """The plural of a folded bare noun: `temsilci` -> `temsilciler`."""
    return noun + ("lar" if _HARMONY2[last_vowel(noun)] == "a" else "ler")


_SOFT: Final = {"k": "ğ", "p": "b", "t": "d", "ç": "c"}
# Nouns of this field that keep their consonant before a vowel, or lose a vowel.
_IRREGULAR: Final = {
    "şehit": "şehidi",
    "nehir": "nehri",
    "şehir": "şehri",
    "grup": "grubu",
    "vakıf": "vakfı",
    "kurul": "kurulu",
    "meclis": "meclisi",
    "cumhuriyet": "cumhuriyeti",
    "millet": "milleti",
    "heyet": "heyeti",
    "hizmet": "hizmeti",
    "cemiyet": "cemiyeti",
    "teşkilat": "teşkilatı",
    "market": "marketi",
    "konsey": "konseyi",
    "avukat": "avukatı",
    "diplomat": "diplomatı",
    "sanat": "sanatı",
    "komiserlik": "komiserliği",
}
_HARD_STEMS: Final = (
    "st",
    "at",
    "et",
    "ot",
    "it",
    "ut",
    "üt",
    "aç",
    "üç",
    "ırk",
    "erk",
    "ank",
    "ap",
    "op",
)


def possessed(noun: str) -> str:
    """A folded bare noun with the compound marker: `bakanlık` -> `bakanlığı`, `oda` -> `odası`."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    v4 = _HARMONY4[last_vowel(noun)]
    if noun[-1] in VOWELS:
        return f"{noun}s{v4}"
    if noun.endswith("log"):  # psikolog, epidemiyolog
        return f"{noun[:-1]}ğ{v4}"
    syllables = sum(letter in VOWELS for letter in noun)
    if noun[-1] in _SOFT and syllables > 1 and not noun.endswith(_HARD_STEMS):
        return f"{noun[:-1]}{_SOFT[noun[-1]]}{v4}"
    return f"{noun}{v4}"


def possessed_plural(noun: str) -> str:
    """A folded bare noun in the plural with the compound marker: `belediye` -> `belediyeleri`."""
    many = plural(noun)
    return many + ("ı" if many.endswith("lar") else "i")
