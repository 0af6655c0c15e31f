"""How well a decoded text looks like Turkish: by its letters, and by signs inside words."""

import re
from typing import Final

ONLY_TURKISH: Final = frozenset("ğĞşŞıİ")
_TURKISH: Final = ONLY_TURKISH | frozenset("çÇöÖüÜâÂîÎûÛ")
# Signs of ordinary Turkish print. Those of the first row may also stand between two letters.
_BETWEEN: Final = frozenset("’‘ʼ´–—‐‑…·\u00ad\u200b\u200c\u200d\u00a0")
_SIGNS: Final = _BETWEEN | frozenset("“”„«»•●▪■◦°€₺£§²³½¼¾©®™×±→\ufeff\u2028\u2029\u2009\u202f")
_RARE: Final = frozenset("éèêáàãäåæíìóòôøßñëïúùÉÈÁÄÅØÑžščćŽŠČĆəƏ")
_INSIDE: Final = re.compile(r"(?<=[^\W\d_])[^\w\s](?=[^\W\d_])")


def fit(text: str) -> int:
    """Points for Turkish letters, less points for what Turkish texts do not hold.

    Each Turkish letter outside ASCII counts +1, a foreign letter that names may bring 0, any other
    letter -1, a sign between two letters or an unknown sign -2, a control or lost character -3.
    """
    points = 0
    for character in text:
        if character < "\x80" or character in _RARE:
            continue
        if character in _TURKISH:
            points += 1
        elif character in _SIGNS:
            continue
        elif "\x80" <= character <= "\x9f" or character == "\ufffd":
            points -= 3
        elif character.isalpha():
            points -= 1
        else:
            points -= 2
    inside = len([1 for sign in _INSIDE.findall(text) if sign >= "\x80" and sign not in _BETWEEN])
    return points - 2 * inside


def turkish_alone(text: str) -> int:
    """How many letters are those that, of the languages around, only Turkish has."""
    return sum(text.count(letter) for letter in ONLY_TURKISH)
