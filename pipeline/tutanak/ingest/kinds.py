"""What kind of thing some bytes are: by their content first, by the ending of their name second."""

import json
import re
import zipfile
from pathlib import Path
from typing import Final, Literal

from tutanak.errors import InputError
from tutanak.ingest.content import HEAD, Content

Kind = Literal[
    "text", "html", "mht", "pdf", "docx", "eml", "jsonl", "json", "csv", "xlsx", "parquet", "zip"
]
SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mht": "mht",
    ".mhtml": "mht",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".zip": "zip",
}
# What cannot be read, by its first bytes, and what to do about it.
_STRANGE: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx or .xlsx"),
    (b"{\\rtf", "an RTF document", "save it as .docx"),
    (b"\x89PNG", "a PNG picture", "run OCR on it first"),
    (b"\xff\xd8\xff", "a JPEG picture", "run OCR on it first"),
    (b"GIF8", "a GIF picture", "run OCR on it first"),
    (b"II*\x00", "a TIFF picture", "run OCR on it first"),
    (b"MM\x00*", "a TIFF picture", "run OCR on it first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"SQLite format 3", "an SQLite database", "export its table as CSV"),
)
_OFFICE: Final = (("word/", "docx"), ("xl/", "xlsx"))
_STRANGE_OFFICE: Final = (
    ("ppt/", "a PowerPoint file", "save it as PDF"),
    ("content.xml", "an OpenDocument file", "save it as .docx or .xlsx"),
)
# Kinds that a file may turn out to be whatever it is called.
_RECOGNISED: Final = ("pdf", "docx", "xlsx", "html", "mht", "eml", "parquet")
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div|article|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP: Final = re.compile(
    r"</?(?:p|br|div|b|i|strong|em|table|td|span|a|li|h[1-6])\b[^>]*>", re.I
)
_MAIL: Final = re.compile(
    r"(?:From |(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|"
    r"x-[\w-]+|dkim-signature|content-type):[^\n]*\r?\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n)+)",
    re.IGNORECASE,
)
_MAIL_SIGNS: Final = re.compile(r"^(?:mime-version|message-id|received):", re.I | re.M)
_OBJECT: Final = re.compile(r'\{\s*"[^"\n]{1,80}"\s*:')
_SAVED_PAGE: Final = re.compile(
    r"^(?:snapshot-content-location|from:\s*[\"<]?saved (?:by|from)"
    r"|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)


class Strange(Exception):
    """Bytes of a kind that is known but not read: what it is, and what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"this is {what}, not a text; {advice}")
        self.picture = what.endswith("picture")
        self.what = what


def kind_of(content: Content) -> Kind | None:
    """The kind of what is to be read, or None for bytes that give no sign and have no known suffix.

    Raises:
        Strange: It is of a known kind that is not read.
        InputError: It cannot be opened.
    """
    head = content.head()
    by_content = _by_content(content, head)
    if by_content is not None:
        return by_content
    by_name = SUFFIXES.get(content.suffix)
    if by_name in ("html", "mht", "eml") and _MARKUP.search(_text(head)) is None:
        return "text"
    if by_name in ("pdf", "docx", "xlsx", "parquet", "zip"):
        # The name promises what the bytes are not: their reader says so better than we could.
        return by_name
    return by_name


def recognised(path: Path) -> bool:
    """Whether a file whose ending says nothing is, by its content, one that can be read.

    Plain text has no sign of its own: a file without known ending that holds it is not recognised.
    """
    content = Content(path.as_posix(), path.stem, path.suffix.casefold(), path)
    try:
        return _by_content(content, content.head()) in _RECOGNISED
    except Strange as strange:
        # Texts in a format that is not read are set aside with advice; pictures are only named.
        return not strange.picture
    except InputError:
        return False


def looks_like_markup(text: str) -> bool:
    """Whether a text is a piece of HTML: it opens or closes elements."""
    return _MARKUP.search(text) is not None


def _by_content(content: Content, head: bytes) -> Kind | None:
    """The kind by the bytes alone."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _by_members(content)
    for sign, what, advice in _STRANGE:
        if head.startswith(sign):
            raise Strange(what, advice)
    text = _text(head)
    if _HTML.match(text):
        return "html"
    if _MAIL.match(text) and (_MAIL_SIGNS.search(text) or content.suffix in (".eml", ".mht")):
        saved = content.suffix in (".mht", ".mhtml") or _SAVED_PAGE.search(text)
        return "mht" if saved else "eml"
    if content.suffix != ".csv" and _object_line(text, cut=len(head) == HEAD):
        return "jsonl"
    if content.suffix in (".jsonl", ".ndjson", ".json") and text.lstrip().startswith("["):
        return "json"
    return None


def _text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="ignore")
    return head.decode("utf-8-sig", errors="replace")


def _object_line(text: str, *, cut: bool) -> bool:
    """Whether the first line is a JSON object, or the beginning of one too long for `text`."""
    line, newline, _ = text.lstrip().partition("\n")
    if cut and not newline:
        return _OBJECT.match(line) is not None
    try:
        return line.startswith("{") and isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _by_members(content: Content) -> Kind:
    """Which of the many kinds that are ZIP archives inside."""
    try:
        with content.open() as stream, zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        named = SUFFIXES.get(content.suffix)
        return named if named in ("docx", "xlsx") else "zip"
    if "[Content_Types].xml" in names:
        for folder, kind in _OFFICE:
            if any(name.startswith(folder) for name in names):
                return "docx" if kind == "docx" else "xlsx"
    if "mimetype" in names or "[Content_Types].xml" in names:
        for part, what, advice in _STRANGE_OFFICE:
            if any(name.startswith(part) for name in names):
                raise Strange(what, advice)
    return "zip"
