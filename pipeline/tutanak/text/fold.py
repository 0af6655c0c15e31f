"""Turkish case: one character to one, so that offsets survive. The package's only lower()."""

from typing import Final

_UPPER: Final = str.maketrans({"i": "İ", "ı": "I", "ß": "ß"})
_ASCII: Final = str.maketrans("çğıöşüâîû", "cgiosuaiu")

APOSTROPHES: Final = "'’‘ʼ`´′ʹ＇‛"
DASHES: Final = "-–—‐‑‒―−"


def lower(text: str) -> str:
    """`text` in Turkish lower case, of the same length: `IŞIK İL` -> `ışık il`."""
    # called for every word many times over; two replacements take a third of one translation
    return text.replace("İ", "i").replace("I", "ı").lower()


def upper(text: str) -> str:
    """`text` in Turkish upper case: `istanbul` -> `İSTANBUL`."""
    return text.translate(_UPPER).upper()


def capitalise(word: str) -> str:
    """The first letter upper, the rest lower: `YANIK` -> `Yanık`."""
    return upper(word[:1]) + lower(word[1:])


def plain(text: str) -> str:
    """`text` in lower case without circumflexes: `Resmî` -> `resmi`. Same length."""
    return lower(text).replace("â", "a").replace("î", "i").replace("û", "u")


def ascii_fold(text: str) -> str:
    """`text` in lower case, Turkish letters typed as ASCII: `Göç İdaresi` -> `goc idaresi`."""
    folded = lower(text)
    return folded if folded.isascii() else folded.translate(_ASCII)
