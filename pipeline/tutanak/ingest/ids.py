"""Ids that are unique in a run, also those of texts inside archives, and names in an archive."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from tutanak.ingest.content import Content
from tutanak.records import Notice


class Ids:
    """The ids of a run that are taken. `reserved` belong to files; archives come after them."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._reserved = set(reserved)
        self._taken: set[str] = set()

    def settle(self, content: Content) -> Content:
        """The content with an id of its own; a notice tells where it had to be made."""
        wanted = content.id
        inside = content.depth > 0
        if wanted not in self._taken and not (inside and wanted in self._reserved):
            self._taken.add(wanted)
            return content
        digest = hashlib.sha256(content.source.encode("utf-8", "surrogatepass")).hexdigest()
        length = 8
        unique = f"{wanted}-{digest[:length]}"
        while unique in self._taken or unique in self._reserved:
            length += 1
            unique = f"{wanted}-{digest[:length]}"
        self._taken.add(unique)
        notice = Notice("id_made_unique", f"the id {wanted!r} was taken; this one is {unique!r}")
        return replace(content, id=unique, notices=(*content.notices, notice))


class Names:
    """Names of what lies in one archive, mail or table; it may hold several of one name."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def settle(self, name: str) -> str:
        """The name, or for a later one of the same name that with a number behind it."""
        unique, number = name, 1
        while unique in self._taken:
            number += 1
            unique = f"{name} ({number})"
        self._taken.add(unique)
        return unique
