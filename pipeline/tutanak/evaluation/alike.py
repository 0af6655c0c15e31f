"""When two strings count as the same: what gold and records are compared by.

Deliberately blind to case, apostrophe suffixes, punctuation, circumflexes and, in roles and
event types, to the possessive ending: `Başkan` and `Başkanı` agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from tutanak.text.fold import lower

_APOSTROPHE: Final = re.compile(r"['’‘`´ʼ]")
_SUFFIX: Final = re.compile(r"['’‘`´ʼ]\s?[a-zçğıöşüâîû]+")
_REPUBLIC: Final = re.compile(r"\bt\.?\s?c\.?\s")
_PUNCTUATION: Final = re.compile(r"[^\w]+")
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")
_POSSESSIVE_S: Final = re.compile(r"(?<=[aeıioöuü])s[ıiuü]$")
_POSSESSIVE: Final = re.compile(r"(?<=[^aeıioöuü])[ıiuü]$")


@lru_cache(maxsize=65536)
def key(text: str | None) -> str:
    """`text` reduced to what is compared: `T.C. İçişleri Bakanlığı'nın` -> `içişleri bakanlığı`."""
    if not text:
        return ""
    folded = lower(unicodedata.normalize("NFC", text)).replace("i\u0307", "i")
    if _APOSTROPHE.search(folded):
        folded = _SUFFIX.sub("", folded)
    folded = _REPUBLIC.sub("", folded).translate(_CIRCUMFLEX)
    return _PUNCTUATION.sub(" ", folded).strip()


def _readings(text: str | None) -> set[str]:
    """A role or event noun with and without its possessive ending."""
    folded = key(text)
    if not folded:
        return {""}
    *before, last = folded.split()
    forms = {last}
    if len(last) > 3:
        forms.add(_POSSESSIVE_S.sub("", last))
        bare = _POSSESSIVE.sub("", last)
        forms |= {bare, bare[:-1] + "k"} if bare.endswith("ğ") else {bare}
    return {" ".join([*before, form]) for form in forms}


def same_noun(a: str | None, b: str | None) -> bool:
    """Whether two roles or event types agree, possessive endings aside."""
    return bool(_readings(a) & _readings(b))


def _without_body(role: str | None, bodies: Iterable[str | None]) -> str:
    """A role without the words that its institution says already."""
    *before, last = key(role).split() or [""]
    said = {word[:5] for body in bodies for word in key(body).split()}
    return " ".join([*(word for word in before if word[:5] not in said), last])


def same_role(a: str | None, b: str | None, *bodies: str | None) -> bool:
    """Whether two roles agree, as they stand or without the words of either institution."""
    return same_noun(a, b) or same_noun(_without_body(a, bodies), _without_body(b, bodies))


def last_word(text: str | None) -> str:
    """The head of a noun phrase: Turkish has it at the end."""
    return (key(text).split() or [""])[-1]


def forms(body: dict[str, Any]) -> set[str]:
    """The keys of an institution's name and aliases."""
    aliases = (a if isinstance(a, str) else a.get("text", "") for a in body.get("aliases") or [])
    return {key(body.get("name")), *map(key, aliases)} - {""}


def name_of(value: Any) -> str:
    """The name in a value that is a name, an object that has one, or nothing."""
    if isinstance(value, dict):
        return value.get("name") or value.get("canonical_name") or value.get("text") or ""
    return value or ""
