"""The word tables of dates as regular expressions, compiled once.

Expressions here match *flat* text: lower case, plain white space, one kind of dash and apostrophe,
as `flatten` makes it, one character to one.
"""

import re
from functools import cache
from typing import Any, Final

from tutanak.errors import ResourceError
from tutanak.resources import table
from tutanak.text.fold import APOSTROPHES, DASHES, lower

_SPACES: Final = "\t\x0b\x0c\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u200b\u200c\u200d\ufeff"
_FLAT: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(DASHES + "\xad﹘﹣－", "-")
    | dict.fromkeys(
        "\t\x0b\x0c\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u200b\u200c\u200d\ufeff", " "
    )
    | {"\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "-", "\x97": "-"}
    | {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)

_ODD: Final = re.compile(
    "[" + "".join(map(re.escape, map(chr, _FLAT.keys() - map(ord, "-'")))) + "]"
)

LETTER: Final = r"[^\W\d_]"
# Endings written without an apostrophe: `Martta`, `Kasımdan`, `Eylülde`, `Salıya`, `2021de`.
GLUED: Final = (
    r"(?:n?[dt][ae](?:n|ki(?:ler)?)?|[ny]?[ıiuü]n|[ny][ae]|[ae]|l[ae]|[dt][ıiuü]r|y[dl][ıiuüae])"
)
# What follows a date in its own word: an ending, behind an apostrophe (perhaps set apart) or not.
ENDING: Final = rf"(?P<ending>[ ]?'[ ]?{LETTER}{{1,9}}(?!{LETTER})|{GLUED}(?!{LETTER}))?"


def flatten(text: str) -> str:
    """`text` as the expressions of dates read it: folded, of the same length."""
    folded = lower(text)
    return folded.translate(_FLAT) if _ODD.search(folded) else folded


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _rows(name: str, count: int) -> list[dict[str, Any]]:
    rows = table(name)[name]
    if not isinstance(rows, list) or len(rows) != count:
        raise ResourceError(f"tr/{name}.toml: {count} rows of `[[{name}]]` are needed")
    return rows


@cache
def month_numbers() -> dict[str, int]:
    """Every spelling of a month -> 1..12; abbreviations excluded."""
    rows = _rows("months", 12)
    return {name: i + 1 for i, row in enumerate(rows) for name in [row["name"], *row["spellings"]]}


@cache
def short_month_numbers() -> dict[str, int]:
    """Abbreviations of months -> 1..12."""
    return {name: i + 1 for i, row in enumerate(_rows("months", 12)) for name in row["short"]}


@cache
def common_months() -> frozenset[str]:
    """Months whose name is a common noun as well."""
    return frozenset(table("months")["common_nouns"]["words"])


@cache
def weekday_numbers() -> dict[str, int]:
    """Every spelling of a weekday -> 0 (Monday) .. 6."""
    rows = _rows("weekdays", 7)
    return {name: i for i, row in enumerate(rows) for name in [row["name"], *row["spellings"]]}


@cache
def short_weekday_numbers() -> dict[str, int]:
    """Abbreviations of weekdays -> 0..6."""
    return {name: i for i, row in enumerate(_rows("weekdays", 7)) for name in row["short"]}


@cache
def spelt_numbers() -> dict[str, int]:
    """`bir`, `on beş`, `onbeş` ... `doksan dokuz` -> 1..99."""
    numerals = table("months")["numerals"]
    found = {word: i + 1 for i, word in enumerate(numerals["units"])}
    for i, ten in enumerate(numerals["tens"]):
        found[ten] = 10 * (i + 1)
        for j, unit in enumerate(numerals["units"]):
            found[f"{ten} {unit}"] = found[f"{ten}{unit}"] = 10 * (i + 1) + j + 1
    return found


@cache
def spelt_days() -> dict[str, int]:
    """The spelt-out numbers that can be days of a month."""
    return {word: value for word, value in spelt_numbers().items() if value <= 31}


@cache
def ordinal_numbers() -> dict[str, int]:
    """`ilk` -> 1, `ikinci` -> 2, `son` -> -1."""
    return dict(table("months")["numerals"]["ordinals"])


@cache
def stems(name: str, *keys: str) -> str:
    """The stems under `keys` of a table as alternatives.

    `_` in a stem stands for a space, a full stop at its end for the end of the word.
    """
    value: Any = table(name)
    for key in keys:
        value = value[key]
    words = value.split() if isinstance(value, str) else list(value)
    whole = [word[:-1] for word in words if word.endswith(".")]
    parts = [word for word in words if not word.endswith(".")]
    tidy = [[lower(word).replace("_", " ") for word in group] for group in (whole, parts)]
    return "|".join(
        filter(
            None,
            [f"(?:{alternatives(tidy[0])})(?!{LETTER})" if whole else "", alternatives(tidy[1])],
        )
    )


def spelt_year(words: str) -> int | None:
    """`iki bin yirmi bir` -> 2021, `bin dokuz yüz yetmiş iki` -> 1972; joined spellings too."""
    rest = words.replace(" ", "")
    if rest.startswith("ikibin"):
        base, rest = 2000, rest[6:]
    elif rest.startswith("bindokuzyüz"):
        base, rest = 1900, rest[11:]
    else:
        return None
    if not rest:
        return base
    value = spelt_numbers().get(rest)
    return None if value is None else base + value
