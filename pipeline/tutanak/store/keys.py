"""What names a document for good: where it comes from, however the user spelt that."""

import os
import re
from typing import Final

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def key_of(source: str, *, part: str = "", id: str = "") -> str:
    """The key of a document in a store.

    Args:
        source: A URL, or a path, which counts from the folder we are in.
        part: What tells the texts of one source apart, where it holds several.
        id: The document's id, which is all that a text from the standard input has.
    """
    if source in ("", "-"):
        return id
    if not _URL.match(source):
        source = os.path.abspath(source).replace(os.sep, "/")  # noqa: PTH100 -- follows no links
    return f"{source}#{part}" if part else source
