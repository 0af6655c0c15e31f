"""What names a document for good: where it comes from, however the user spelt that."""

import os
import re
from collections.abc import Iterator
from typing import Final

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


PART: Final = "#"
"""Between the name of a source and that of one of the texts in it, as readers write it."""

_NAMELESS: Final = frozenset({"", "-", "standard input"})


def key_of(source: str, *, id: str = "") -> str:
    """The key of a document in a store.

    Args:
        source: A URL, or a path, which counts from the folder we are in; both may go on with the
            name of a text inside (`archive.zip#report.txt`).
        id: The document's id, which is all that a text from the standard input has.
    """
    if source.partition(PART)[0] in _NAMELESS:
        return id or source
    if not _URL.match(source):
        source = os.path.abspath(source).replace(os.sep, "/")  # noqa: PTH100 -- follows no links
    return source


def sources_of(key: str) -> Iterator[str]:
    """The keys of what a text lies in, innermost first: none where it is a source of its own."""
    while PART in key:
        key = key.rpartition(PART)[0]
        yield key
