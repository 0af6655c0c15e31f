"""Turkish cardinals in running text: digits, spelt-out, joined, mixed, suffixed, in any case.

    1.250   1 250   1,5 milyon   3 bin 450   iki bin üç yüz   ikibinüçyüz   ONBEŞ   yüz ellinin

What is decided here, since the words mean other things too:

- `bir` is the article. It is 1 only inside a numeral (`yirmi bir`, `bir milyon`) and before a
  counting word (`bir kişi`, `bir adet`).
- `ona`, `onu`, `ondan` are "him": they are 10 only inside a numeral or before a comparison
  (`ondan fazla`, `onu aşkın`). So are `yüzü`, `yüze` ("face") and `bine`, `binen` ("to board").
- `altı` after `su`, `yer`, `yaş`, ... and all of `altında`, `altına` are "under"; `yedi` before a
  full stop is "ate".
- `yüzde` and `binde` are "per cent", "per mille": only what follows them is a number.
- Ordinals (`üçüncü`, `3'üncü`, `3. toplantı`), distributives (`ikişer`), `onlarca`, fractions in
  words (`üçte biri`), decimals without a scale (`3,5`), dates and times of day are no cardinals. A
  comma before three digits groups them (`1,250` is 1250) unless a scale follows (`1,250 milyon`).

Grammar after Göksel and Kerslake, *Turkish: A Comprehensive Grammar* (2005), chapter 16.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tutanak.arguments import a_text
from tutanak.records import Span
from tutanak.text.fold import APOSTROPHES, lower
from tutanak.text.numeral_scan import Numeral, numerals, scan
from tutanak.text.numeral_words import read_word

__all__ = ["Number", "Numeral", "numbers", "numerals", "ordinal_of", "value_of"]


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal. `text` and `span` exclude its case suffix: `iki bine` -> `iki bin`."""

    text: str
    value: int
    span: Span


def numbers(text: str) -> list[Number]:
    """The cardinals of `text`, in order. See the module for what counts as one.

    Raises:
        OptionError: `text` is no string.
    """
    return [
        Number(text[n.span.start : n.span.end], n.value, n.span) for n in scan(a_text(text, "text"))
    ]


def value_of(words: str) -> int | None:
    """The value of one numeral that fills `words`, suffix allowed: `yüz elli` -> 150; else None."""
    stripped = words.strip()
    found = list(scan(stripped, isolated=True))
    if len(found) != 1 or found[0].span.start != 0 or found[0].stop != len(stripped):
        return None
    return found[0].value


_APOS: Final = re.escape(APOSTROPHES)
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DIGIT_ORDINAL: Final = re.compile(
    rf"(\d{{1,4}})(?:\.|[{_APOS}]? ?[ıiuü]?nc[ıiuü](?:s[ıiuü])?(?:n\w*|[dt]\w*)?)"
)
_WORD_ORDINAL: Final = re.compile(
    r"(?P<stem>.+?)(?:[ıiuü]?nc[ıiuü])(?:s[ıiuü]\w*|n[ıiuü]n|y[ıiuüae])?"
)
_FIRST: Final = re.compile(r"ilk(?:i\w*)?")


@lru_cache(maxsize=1024)
def ordinal_of(text: str) -> int | None:
    """The rank that `text` names: `II.`, `3'üncü`, `3.`, `üçüncü`, `on ikincisi`, `ilki`; or None.

    Roman numerals need capitals; a single `I`, `V`, `X` ... needs its full stop.
    """
    stripped = text.strip()
    roman = stripped.rstrip(".")
    if roman and _ROMAN.fullmatch(roman) and (len(roman) > 1 or stripped.endswith(".")):
        values = [_ROMAN_VALUES[letter] for letter in roman]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-a if a < b else a for a, b in pairs)
    folded = lower(stripped)
    if digits := _DIGIT_ORDINAL.fullmatch(folded):
        return int(digits[1]) or None
    if _FIRST.fullmatch(folded):
        return 1
    words = _WORD_ORDINAL.fullmatch(folded)
    if words is None:
        return None
    stem = re.sub(r"dörd$", "dört", words["stem"])
    *head, last = stem.split() or [""]
    for ending in ("", "i", "ı"):  # `ikinci`, `altıncı`: the vowel belongs to the numeral
        if read_word(last + ending):
            return value_of(" ".join([*head, last + ending])) or None
    return None
