"""An answer from the web, or a file of a folder, to documents: through the readers of `ingest`."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from tutanak import ingest
from tutanak.errors import FetchError
from tutanak.fetch.client import Fetched
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.sidecar import Sidecar
from tutanak.ingest.sources import Source
from tutanak.items import Item, attempt, opened
from tutanak.records import Document, Failure, Notice, Skipped
from tutanak.store.keys import PART
from tutanak.sync.entry import Entry, FileEntry

ACCEPT: Final = "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5"
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
}
# Servers say these of everything: the ending of the address knows better.
_SAYS_NOTHING: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_NO_NAME: Final = re.compile(r"[^\w-]+")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page or file gave: its documents, and what could not be read inside it.

    `source` is what the page or file itself is called; parts of it go on from there.
    """

    source: str
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def only(self) -> Document | None:
        """The one document that it is, where it holds no parts."""
        whole = not self.failures and [one.source for one in self.documents] == [self.source]
        return self.documents[0] if whole else None

    @property
    def hash(self) -> str:
        """The hash of its text: that of its one document, or of all of theirs."""
        if (only := self.only) is not None:
            return only.sha256
        joined = "\n".join(f"{self.part(one)} {one.sha256}" for one in self.documents)
        return hashlib.sha256(joined.encode(errors="replace")).hexdigest()

    def part(self, one: Document | Failure) -> str:
        """What tells a part from the others, to be put behind a key; empty for the whole."""
        part = one.source.removeprefix(self.source)
        return part if part.startswith(PART) else ""


def read_page(
    fetched: Fetched, content: bytes, entry: Entry, *, key: str, reading: Reading
) -> Parts:
    """The documents of a page; usually one.

    Their `source` is the page's key, which stays the same whichever way its address is spelt. What
    the list said of the page (title, day of publication) fills what the page does not say;
    a day that a feed names goes before one that was found in the page.

    Raises:
        FetchError: It is of no kind that is read.
    """
    page = Content(
        source=key,
        id=page_id(fetched.url, key),
        suffix=_suffix(fetched),
        data=content,
        charset=fetched.charset,
        about=Sidecar(url=fetched.url),
    )
    found = _parts(key, ingest.open_contents(page, reading), reading)
    if not found.documents and not found.failures:
        raise FetchError(f"{fetched.url}: there is nothing in it of a kind that is read")
    return replace(found, documents=tuple(_told(one, entry) for one in found.documents))


def read_file(entry: FileEntry, *, reading: Reading) -> Parts:
    """The documents of a file; none where it is a table without texts."""
    stem = unicodedata.normalize("NFC", entry.path.stem)
    source = Source(entry.path, entry.source, stem, named=False)
    return _parts(entry.source, ingest.contents(source, reading), reading)


def _parts(source: str, inside: Iterator[Item], reading: Reading) -> Parts:
    """What lies inside, each part read or set aside by itself."""
    documents: list[Document] = []
    failures: list[Failure] = []
    for item in opened(source, inside, reading):
        if isinstance(item, Skipped):
            continue
        got = (
            item
            if isinstance(item, Failure)
            else attempt(item.source, "ingest", partial(ingest.document, item, reading))
        )
        if isinstance(got, Failure):
            failures.append(got)
        else:
            documents.append(got)
    return Parts(source, tuple(documents), tuple(failures))


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
        if ending in ingest.SUFFIXES:
            return ending
        raise FetchError(f"{fetched.url}: the server does not say what kind of content this is")
    suffix = _SUFFIXES.get(fetched.kind)
    if suffix is None:
        raise FetchError(f"{fetched.url}: this is {fetched.kind}, which is not read")
    return suffix


def _told(document: Document, entry: Entry) -> Document:
    notices = document.notices
    if entry.published and document.published and entry.published != document.published:
        said = f"the source says {entry.published}, the page {document.published}"
        notices = (*notices, Notice("published_differs", said))
    return replace(
        document,
        title=document.title or entry.title,
        published=entry.published or document.published,
        published_from="list" if entry.published else document.published_from,
        notices=notices,
    )
