"""The last place where text changes: every offset of a record counts what comes out of here.

Repairs are those that leave no doubt about the character that was meant. Each kind that was
needed becomes one notice.
"""

import html
import html.entities
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from tutanak.ingest.question_marks import restored
from tutanak.records import Notice

# C1 controls are bytes 0x80-0x9F of windows-1252 and -1254 (equal there but for two letters that
# Turkish lacks) that were decoded as ISO 8859-1 or -9. Bytes without a meaning fall away.
_C1: Final = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def _entity(found: re.Match[str]) -> str:
    """The character of a whole entity; `html.unescape` alone would also read the head of a word."""
    if found[0][1] == "#":
        return html.unescape(found[0])
    return html.entities.html5.get(found[0][1:], found[0])


_Replacement = str | Callable[[re.Match[str]], str]
# Entities first: they may stand for what the later rows repair.
_REPAIRS: Final[tuple[tuple[str, re.Pattern[str], _Replacement], ...]] = (
    ("byte order mark removed", re.compile(r"\A\ufeff"), ""),
    ("HTML entities read as characters", _ENTITY, _entity),
    ("HTML entities that were escaped twice read as characters", _ENTITY, _entity),
    (
        "characters of windows-1254 that had become control characters restored",
        re.compile(r"[\x80-\x9f]"),
        lambda found: _C1[ord(found[0])],
    ),
    ("line endings made plain", re.compile(r"\r\n?|[\v\f\u2028\u2029]"), "\n"),
    ("unusual spaces made plain", re.compile(f"[{_SPACES}]"), " "),
    ("invisible characters removed", re.compile(f"[{_INVISIBLE}]"), ""),
    ("soft hyphens removed", re.compile("\u00ad"), ""),
    ("control characters removed", re.compile(r"[\x00-\x08\x0e-\x1f\x7f]"), ""),
    ("dots that lower-casing left on i removed", re.compile("[iı]\u0307"), "i"),
)
LOST: Final = "\ufffd"


def clean(text: str) -> tuple[str, tuple[Notice, ...]]:
    """`text` in NFC without damage from decoding and scraping, and a notice for each repair."""
    notices: list[Notice] = []

    def note(count: int, repair: str) -> None:
        if count:
            notices.append(Notice("repaired_text", f"{repair}: {count}"))

    for repair, pattern, replacement in _REPAIRS:
        repaired, count = pattern.subn(replacement, text)
        if repaired != text:
            note(count, repair)
        text = repaired
    text, count = restored(text)
    note(count, "apostrophes and quotes that had become question marks restored")
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        note(max(1, len(text) - len(composed)), "letters and their marks joined")
    if lost := composed.count(LOST):
        message = f"{lost} characters were lost before the text came here (U+FFFD)"
        notices.append(Notice("lost_text", message))
    return composed, tuple(notices)


def clean_line(text: str | None) -> str | None:
    """A title or name from outside: cleaned, on one line; None where nothing is left."""
    if text is None:
        return None
    return " ".join(clean(text)[0].split()) or None
