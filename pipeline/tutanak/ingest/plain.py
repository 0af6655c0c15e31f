"""Plain text files: UTF-8 and nothing else, so that no letter is guessed."""

import stat
from collections.abc import Iterator
from typing import Final

from tutanak.errors import EncodingError, InputError, TooLargeError
from tutanak.ingest.page import Page
from tutanak.ingest.sources import Source

_MAGIC: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (docx, xlsx, odt)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_TEXT_CONTROLS: Final = frozenset(b"\t\n\v\f\r\x1a\x1b")
# One control character in ten is far beyond any text that scrapers leave behind.
_BINARY_SHARE: Final = 0.1


def read_bytes(source: Source, max_bytes: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        TooLargeError: It is longer than `max_bytes`.
        InputError: It is no regular file, or the system refuses to read it.
    """
    name = source.source
    try:
        status = source.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{name}: not a regular file; give a text file")
        if status.st_size > max_bytes:
            raise TooLargeError(too_large(name, status.st_size, max_bytes))
        with source.path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise InputError(
            f"{name}: cannot be read: {error.strerror or error}; check that it is there and that "
            "you may read it"
        ) from error
    if len(content) > max_bytes:
        raise TooLargeError(too_large(name, len(content), max_bytes))
    return content


def too_large(name: str, size: int, max_bytes: int) -> str:
    """The message for an input over the limit."""
    return (
        f"{name}: {size:,} bytes are over the limit of {max_bytes:,}; "
        "split it, or raise the limit with --max-bytes"
    )


def decode(content: bytes, name: str) -> str:
    """UTF-8 bytes as text.

    Raises:
        EncodingError: They are binary, or in another encoding.
    """
    for magic, kind in _MAGIC.items():
        if content.startswith(magic):
            raise EncodingError(f"{name}: this is {kind}, not a text; export its text as UTF-8")
    if content.startswith(_UTF16):
        raise EncodingError(f"{name}: this text is in UTF-16; save it as UTF-8")
    if (at := content.find(0)) >= 0:
        raise EncodingError(f"{name}: binary (a zero byte at {at}), not a text")
    head = content[:8192]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    if controls > _BINARY_SHARE * len(head):
        raise EncodingError(f"{name}: binary ({controls} control bytes at its head), not a text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise EncodingError(
            f"{name}: not UTF-8: byte 0x{content[error.start]:02X} at {error.start} (line {line}); "
            "older Turkish files are often windows-1254: convert it to UTF-8"
        ) from error


def read_plain(source: Source, max_bytes: int) -> Iterator[Page]:
    """The one text of a `.txt` file.

    Raises:
        InputError: It is empty, too long, binary, not UTF-8, or cannot be opened.
    """
    content = read_bytes(source, max_bytes)
    if not content.strip():
        raise InputError(f"{source.source}: empty: there is nothing to read in it")
    yield Page(text=decode(content, source.source))
