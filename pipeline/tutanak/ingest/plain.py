"""Plain text: decoded, and mended where somebody decoded it wrongly before."""

import re
from typing import Final

from tutanak.errors import InputError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.encoding import decode
from tutanak.ingest.mojibake import mend
from tutanak.ingest.page import Page
from tutanak.records import Coverage, Notice

# A question mark inside a word stands for a letter that an older export could not write.
_GONE: Final = re.compile(r"(?<=[^\W\d_])\?+(?=[a-zçğıöşü])")
_FEWEST: Final = 3


def read_plain(content: Content, reading: Reading) -> Page:
    """The text of a plain file.

    Raises:
        InputError: It is empty, too long, binary, in no known encoding, or cannot be opened.
    """
    raw = content.read(reading.max_bytes)
    if not raw.strip():
        raise InputError(f"{content.source}: empty: there is nothing to read in it")
    text, decoded = decode(raw, content.source, declared=content.charset)
    text, mended = mend(text)
    gone = sum(map(len, _GONE.findall(text)))
    notices = [*decoded, *mended]
    if gone >= _FEWEST:
        message = f"{gone} letters were lost before the text came here (`?` inside words)"
        notices.append(Notice("lost_text", message))
    else:
        gone = 0
    return Page(text=text, coverage=Coverage(unread=gone), notices=tuple(notices))
