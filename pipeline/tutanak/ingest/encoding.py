"""Bytes to text: UTF-8 where they are UTF-8, else the encoding in which they are Turkish.

Nothing is guessed by statistics alone: of the encodings of Turkish archives the one counts in which
the letters come out Turkish. chardet is heard beside it: it breaks ties, and where it says
otherwise, the notice tells so.
"""

import codecs
import re
from typing import BinaryIO, Final

from tutanak.errors import EncodingError
from tutanak.ingest.letters import fit
from tutanak.records import Notice

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TURKISH: Final = ("cp1254", "cp857", "mac_turkish")
_LIKE_1254: Final = (None, "cp1254", "cp1252", "iso8859-9", "iso8859-1")
_NAMES: Final = {"cp1254": "windows-1254", "cp857": "cp857", "mac_turkish": "MacTurkish"}
_TEXT_CONTROLS: Final = frozenset(b"\t\n\v\f\r\x1a\x1b")
# One control character in ten is far beyond any text that scrapers leave behind.
_BINARY_SHARE: Final = 0.1
_ZERO_SHARE: Final = 0.2
_LATIN_SHARE: Final = 0.9
# A text is Turkish where so many points come on each letter beyond ASCII.
_TURKISH_SHARE: Final = 0.4
_SAMPLE: Final = 200_000
_PROOF: Final = 4
_BROKEN: Final = re.compile("[\udc80-\udcff]")
_ESCAPED: Final = re.compile("[\udc80-\udcff]+")

Decoded = tuple[str, tuple[Notice, ...]]


def decode(content: bytes, name: str, *, declared: str | None = None) -> Decoded:
    """Bytes as text, and a notice where their encoding was not plain UTF-8.

    Args:
        content: The bytes of a text.
        name: For messages.
        declared: The encoding that a header names; believed where the letters do not speak
            against it.

    Raises:
        EncodingError: They are binary, or no Turkish text in any encoding known here.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, name), ()
    if (wide := _without_mark(content)) is not None:
        return _strict(content, wide, name), (_notice(wide, "by its zero bytes"),)
    _refuse_binary(content, name)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    return _mostly_utf8(content) or _legacy(content, name, declared, broken)


def encoding_of(stream: BinaryIO, name: str) -> tuple[str, tuple[Notice, ...]]:
    """The encoding of a stream that is too long to hold, by all of its bytes.

    Raises:
        EncodingError: It is no Turkish text in any encoding known here.
    """
    head = stream.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            # These two read the mark away.
            return {"utf-8": "utf-8-sig"}.get(encoding, encoding.removesuffix("-le")), ()
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            around = max(0, error.start - _SAMPLE // 2)
            sample = chunk[around : around + _SAMPLE]
            if _mostly_utf8(sample) is not None:
                return "utf-8", (Notice("repaired_encoding", "read as UTF-8 with broken places"),)
            _legacy(sample, name, None, error)
            encoding, _ = _best(sample)
            return encoding, (_notice(encoding, "by its Turkish letters"),)
        chunk = stream.read(_SAMPLE)
    return "utf-8", ()


def _notice(encoding: str, reason: str) -> Notice:
    return Notice("repaired_encoding", f"read as {_NAMES.get(encoding, encoding)} {reason}")


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{name}: it says that it is {encoding} and is not at byte {error.start}; save it again"
        ) from error


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of its ASCII part is zero."""
    head = content[:2000]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even > half * _ZERO_SHARE or odd > half * _ZERO_SHARE:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        text = head.decode(encoding, errors="replace")
        latin = sum(sign < "\u0250" and (sign.isprintable() or sign.isspace()) for sign in text)
        if min(even, odd) == 0 and latin > _LATIN_SHARE * len(text):
            return encoding
    return None


def _refuse_binary(content: bytes, name: str) -> None:
    if (at := content.find(0)) >= 0:
        raise EncodingError(f"{name}: binary (a zero byte at {at}), not a text")
    head = content[:8192]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    if controls > _BINARY_SHARE * len(head):
        raise EncodingError(f"{name}: binary ({controls} control bytes at its head), not a text")


def _mostly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with broken places: lines of another encoding pasted in, or cut inside a letter."""
    text = content.decode("utf-8", errors="surrogateescape")
    broken = len(_BROKEN.findall(text))
    whole = sum(character >= "\x80" for character in text) - broken
    # Single bytes hardly ever make up a letter of UTF-8 by chance: a few of them are proof.
    if whole < _PROOF or whole * _PROOF < broken:
        return None
    lines = text.split("\n")
    other, gone = 0, 0
    for number, line in enumerate(lines):
        if _BROKEN.search(line) is None:
            continue
        raw = line.encode("utf-8", errors="surrogateescape")
        encoding, points = _best(raw)
        if points > 0 and _all_broken(line):
            lines[number] = raw.decode(encoding, errors="replace")
            other += 1
        else:
            lines[number], count = _ESCAPED.subn("\ufffd", line)
            gone += count
    notices = []
    if other:
        message = f"{other} lines were in another encoding than the rest (UTF-8)"
        notices.append(Notice("repaired_encoding", message))
    if gone:
        notices.append(Notice("not_read", f"{gone} places are no UTF-8 and were not read"))
    return "\n".join(lines), tuple(notices)


def _all_broken(line: str) -> bool:
    """Whether a line holds no letter of UTF-8 beside its broken ones."""
    return all(c < "\x80" or "\udc80" <= c <= "\udcff" for c in line)


def _best(content: bytes) -> tuple[str, int]:
    """The Turkish encoding that fits best, and its points; windows-1254 of equals."""
    points = {encoding: fit(content.decode(encoding, errors="replace")) for encoding in _TURKISH}
    best = max(_TURKISH, key=lambda encoding: points[encoding])
    return best, points[best]


def _legacy(content: bytes, name: str, declared: str | None, broken: UnicodeDecodeError) -> Decoded:
    sample = content[:_SAMPLE]
    encoding, points = _best(sample)
    opinion = _chardet(sample)
    letters = sum(sign.isalpha() and sign >= "\x80" for sign in sample.decode(encoding, "replace"))
    if points < _TURKISH_SHARE * letters or (points <= 0 and opinion not in _LIKE_1254):
        if (foreign := _declared(content, declared)) is not None:
            return foreign, ()
        line = content.count(b"\n", 0, broken.start) + 1
        says = f" (chardet takes it for {opinion})" if opinion else ""
        raise EncodingError(
            f"{name}: not UTF-8: byte 0x{content[broken.start]:02X} at {broken.start} "
            f"(line {line}), and no Turkish text in another encoding{says}; convert it to UTF-8"
        ) from broken
    text = content.decode(encoding, errors="replace")
    reason = "by its Turkish letters"
    if opinion is not None and not _same(content, opinion, text):
        reason += f" (chardet takes it for {opinion})"
    notices = [_notice(encoding, reason)]
    if gone := text.count("\ufffd"):
        message = f"{gone} places have no meaning in {_NAMES[encoding]} and were not read"
        notices.append(Notice("not_read", message))
    return text, tuple(notices)


def _declared(content: bytes, encoding: str | None) -> str | None:
    """The text in the encoding that a header names, if it is one and fits: no Turkish text."""
    try:
        return content.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _chardet(sample: bytes) -> str | None:
    """What chardet takes the bytes for, as the name of a Python codec."""
    import chardet

    return _codec(chardet.detect(sample)["encoding"])


def _codec(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return name


def _same(content: bytes, encoding: str, text: str) -> bool:
    try:
        return content.decode(encoding) == text
    except (LookupError, UnicodeError):
        return False
