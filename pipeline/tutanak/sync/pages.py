"""An answer from the web, or a file of a folder, to documents: through the readers of `ingest`."""

import hashlib
import re
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from tutanak import ingest
from tutanak.errors import FetchError
from tutanak.fetch.client import Fetched
from tutanak.ingest.sources import Source
from tutanak.records import Document, Notice
from tutanak.sync.entry import Entry, FileEntry

ACCEPT: Final = "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5"
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
# Servers say these of everything: the ending of the address knows better.
_SAYS_NOTHING: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_NO_NAME: Final = re.compile(r"[^\w-]+")
_LONGEST_NAME: Final = 60


def read_page(
    fetched: Fetched,
    content: bytes,
    entry: Entry,
    *,
    key: str,
    publisher: str | None,
    max_bytes: int,
) -> list[Document]:
    """The documents of a page; usually one.

    Their `source` is the page's key, which stays the same whichever way its address is spelt. What
    the list said of the page (title, day of publication) fills what the page does not say;
    a day that a feed names goes before one that was found in the page.

    Raises:
        InputError: It is of no kind that is read, or cannot be read.
    """
    suffix = _suffix(fetched)
    with tempfile.TemporaryDirectory(prefix="tutanak-") as folder:
        path = Path(folder) / f"page{suffix}"
        path.write_bytes(content)
        source = Source(path, key, page_id(fetched.url, key))
        found = list(ingest.read(source, publisher=publisher, max_bytes=max_bytes))
    return [_told(document, fetched, entry) for document in found]


def read_file(entry: FileEntry, *, publisher: str | None, max_bytes: int) -> list[Document]:
    """The documents of a file.

    Raises:
        InputError: It cannot be read.
    """
    stem = unicodedata.normalize("NFC", entry.path.stem)
    source = Source(entry.path, entry.source, stem)
    return list(ingest.read(source, publisher=publisher, max_bytes=max_bytes))


def content_hash(documents: Sequence[Document]) -> str:
    """The hash of a page's text: that of its one document, or of all of theirs."""
    if len(documents) == 1:
        return documents[0].sha256
    joined = "\n".join(f"{one.key} {one.sha256}" for one in documents)
    return hashlib.sha256(joined.encode()).hexdigest()


def page_id(url: str, key: str) -> str:
    """An id that people recognise and that stays when the page is edited: made from its address."""
    parts = urlsplit(url)
    name = unicodedata.normalize("NFC", unquote(Path(parts.path).stem)) or parts.hostname or "page"
    plain = _NO_NAME.sub("-", name)[:_LONGEST_NAME].strip("-") or "page"
    return f"{plain}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _suffix(fetched: Fetched) -> str:
    """The ending by which a reader is chosen.

    Raises:
        FetchError: There is none for this kind of content.
    """
    ending = Path(urlsplit(fetched.url).path).suffix.casefold()
    if fetched.kind in _SAYS_NOTHING:
        if ending in ingest.READERS:
            return ending
        raise FetchError(f"{fetched.url}: the server does not say what kind of content this is")
    suffix = _SUFFIXES.get(fetched.kind)
    if suffix is None:
        raise FetchError(f"{fetched.url}: this is {fetched.kind}, which is not read")
    return suffix


def _told(document: Document, fetched: Fetched, entry: Entry) -> Document:
    notices = document.notices
    if entry.published and document.published and entry.published != document.published:
        said = f"the source says {entry.published}, the page {document.published}"
        notices = (*notices, Notice("published_differs", said))
    return replace(
        document,
        title=document.title or entry.title,
        published=entry.published or document.published,
        url=document.url or fetched.url,
        notices=notices,
    )
