"""Turkish case: one character to one, so that offsets survive. The package's only lower()."""

from typing import Final

_LOWER: Final = str.maketrans({"I": "ı", "İ": "i"})
_UPPER: Final = str.maketrans({"i": "İ", "ı": "I", "ß": "ß"})
_CIRCUMFLEX: Final = str.maketrans("âîûÂÎÛ", "aiuAİU")
_ASCII: Final = str.maketrans("çğıöşüâîûÇĞİÖŞÜÂÎÛ", "cgiosuaiuCGIOSUAIU")

APOSTROPHES: Final = "'’‘ʼ`´′ʹ＇‛"
DASHES: Final = "-–—‐‑‒―−"


def lower(text: str) -> str:
    """`text` in Turkish lower case, of the same length: `IŞIK İL` -> `ışık il`."""
    return text.translate(_LOWER).lower()


def upper(text: str) -> str:
    """`text` in Turkish upper case: `istanbul` -> `İSTANBUL`."""
    return text.translate(_UPPER).upper()


def capitalise(word: str) -> str:
    """The first letter upper, the rest lower: `YANIK` -> `Yanık`."""
    return upper(word[:1]) + lower(word[1:])


def plain(text: str) -> str:
    """`text` in lower case without circumflexes: `Resmî` -> `resmi`. Same length."""
    return lower(text).translate(_CIRCUMFLEX)


def ascii_fold(text: str) -> str:
    """`text` in lower case, Turkish letters typed as ASCII: `Göç İdaresi` -> `goc idaresi`."""
    return lower(text).translate(_ASCII)
