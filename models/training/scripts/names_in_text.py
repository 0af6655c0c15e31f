"""Finds names that an annotation gives as strings: whatever their case, ending and apostrophe."""

import re
from collections.abc import Iterator
from typing import Final

from scripts.samples import Name
from scripts.turkish import lower
from tutanak.text.suffixes import is_suffix

_APOSTROPHE: Final = re.compile(r"['’‘`´]")
_LETTERS: Final = re.compile(r"[^\W\d_]*")
_GENERIC: Final = ("miz", "mız", "muz", "müz", "mizin", "mızın")
# A surname that is as well the name of a place or an everyday word says nothing by itself.
_SHORT: Final = 4


class NamesInText:
    """Names of one document. Longer names win over shorter ones inside them."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, bool]] = {}

    def add(self, name: str, label: str, *, optional: bool = False) -> None:
        """Look for `name` as well; of a person also for the surname alone."""
        name = " ".join(name.split())
        if len(name) < 2:
            return
        self._names.setdefault(name, (label, optional))
        words = name.split()
        if label == "PERSON" and len(words) > 1 and len(words[-1]) >= _SHORT:
            self._names.setdefault(words[-1], (label, optional))

    def add_alias(self, alias: str, name: str, label: str, *, optional: bool = False) -> None:
        """Look for `alias` of `name`, unless it is a bare common noun (`Oda`, `Üniversitemiz`)."""
        if not _is_generic(alias, name):
            self.add(alias, label, optional=optional)

    def find(self, text: str) -> Iterator[Name]:
        """The names in `text`, in order and without overlaps; ends before an apostrophe."""
        folded = lower(text)
        taken = bytearray(len(text))
        found: list[Name] = []
        for name in sorted(self._names, key=lambda n: (-len(n), n)):
            label, optional = self._names[name]
            pattern = r"\s+".join(re.escape(word) for word in lower(name).split())
            pattern = _APOSTROPHE.sub("['’‘`´]", pattern)
            for match in re.finditer(rf"(?<!\w){pattern}", folded):
                end = _end(folded, match.end(), loose=label == "ORG" and len(name) > _SHORT)
                if end is None or any(taken[match.start() : end]):
                    continue
                if not any(letter.isupper() for letter in text[match.start() : end]):
                    continue
                taken[match.start() : end] = b"\1" * (end - match.start())
                found.append(Name(match.start(), end, label, optional))
        yield from sorted(found, key=lambda name: name.start)


def _end(text: str, end: int, *, loose: bool) -> int | None:
    """Where the name that reaches to `end` ends; None where the word is another one."""
    rest = _LETTERS.match(text, end)
    letters = rest.group() if rest else ""
    if not letters:
        return end if end == len(text) or not text[end].isdigit() else None
    return end + len(letters) if loose and is_suffix(letters) else None


def _is_generic(alias: str, name: str) -> bool:
    words = alias.split()
    if len(words) > 1:
        return False
    word = lower(alias)
    if word.endswith(_GENERIC):
        return True
    if sum(letter.isupper() for letter in alias) > 1:
        return False
    return any(lower(other)[:3] == word[:3] for other in name.split()[1:])
