"""Bytes to `Document`: find the inputs, open archives, read each text by its kind, clean it once.

A content is found (`sources`), opened where it holds several (`unpack`: archives, tables, mails),
and read by the reader of its kind. A new format is a function in `READERS` or in `unpack`, and its
signs in `kinds`.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tutanak.arguments import a_text, a_text_or_none
from tutanak.errors import CoverageError, EncodingError, InputError, NoTextsError
from tutanak.ingest.clean import LOST, clean, clean_line
from tutanak.ingest.content import MAX_BYTES, Content, Reading
from tutanak.ingest.kinds import SUFFIXES, Strange
from tutanak.ingest.office import read_docx
from tutanak.ingest.page import Page
from tutanak.ingest.pdf import read_pdf
from tutanak.ingest.plain import read_plain
from tutanak.ingest.sidecar import read_sidecar
from tutanak.ingest.sources import Source
from tutanak.ingest.unpack import unpack
from tutanak.ingest.web import read_html, read_mht
from tutanak.records import Document, Failure, Notice, Skipped

__all__ = [
    "MAX_BYTES", "READERS", "SUFFIXES", "Content", "Page", "Reading",
    "contents", "document", "from_page", "from_text", "open_contents", "read",
]  # fmt: skip

READERS: Final[Mapping[str, Callable[[Content, Reading], Page]]] = {
    "text": read_plain,
    "html": read_html,
    "mht": read_mht,
    "pdf": read_pdf,
    "docx": read_docx,
}


def contents(source: Source, reading: Reading) -> Iterator[Content | Failure | Skipped]:
    """What one source holds, each to be read as one document; nothing is parsed yet.

    Raises:
        InputError: The file or its sidecar cannot be read; the message says why.
    """
    sidecar = read_sidecar(source, reading.max_bytes)
    content = Content(
        source=source.source,
        id=source.id,
        suffix=source.suffix,
        path=source.path,
        about=sidecar,
        published_from="sidecar" if sidecar.published else None,
        notices=source.notices,
    )
    try:
        yield from open_contents(content, reading)
    except NoTextsError:
        if source.named:
            raise
        yield Skipped(source.source, "a table without texts")


def open_contents(content: Content, reading: Reading) -> Iterator[Content | Failure | Skipped]:
    """The same for bytes from elsewhere: a download, the standard input.

    Raises:
        InputError: They are of a kind that cannot be read, or damaged; the message says why.
    """
    try:
        yield from unpack(content, reading)
    except Strange as strange:
        raise EncodingError(f"{content.source}: {strange}") from None


def document(content: Content, reading: Reading) -> Document:
    """The document of one content (one of `contents`), cleaned.

    Raises:
        InputError: It cannot be read; the message says why.
        CoverageError: `reading.strict`, and a part of it was not read.
        MissingPackageError: Its format needs the extra `archives`.
    """
    page = READERS[content.kind or "text"](content, reading)
    about = content.about
    known_about = replace(
        page,
        title=about.title or page.title,
        publisher=about.publisher or page.publisher or reading.publisher,
        published=about.published or page.published,
        published_from=content.published_from if about.published else page.published_from,
        url=about.url or page.url,
    )
    read_so = from_page(known_about, id=content.id, source=content.source, notices=content.notices)
    if reading.strict:
        _refuse_gaps(read_so)
    return read_so


def _refuse_gaps(read_so: Document) -> None:
    coverage = read_so.coverage
    gaps = [
        f"{coverage.unread:,} characters" if coverage.unread else "",
        f"{len(coverage.unread_pages)} of {coverage.pages} pages" if coverage.unread_pages else "",
    ]
    if any(gaps):
        told = " and ".join(filter(None, gaps))
        why = "; ".join(
            notice.message for notice in read_so.notices if notice.code in ("not_read", "lost_text")
        )
        raise CoverageError(f"{read_so.source}: {told} were not read (--strict): {why}")


def read(source: Source, reading: Reading | None = None) -> Iterator[Document]:
    """The documents of one source, cleaned, with what its sidecar says; the first failure ends it.

    Raises:
        InputError: The file, a part of it or its sidecar cannot be read; the message says why.
    """
    reading = reading or Reading()
    for content in contents(source, reading):
        if isinstance(content, Failure):
            raise InputError(content.message)
        if isinstance(content, Content):
            yield document(content, reading)


def from_page(
    page: Page, *, id: str | None = None, source: str = "", notices: tuple[Notice, ...] = ()
) -> Document:
    """A `Document` with cleaned text, and an id made from that text where none is given.

    Raises:
        InputError: Nothing is left to read once the text is cleaned.
    """
    text, repairs = clean(page.text)
    if not text.strip():
        raise InputError(f"{source or 'the text'}: empty: there is nothing to read in it")
    digest = hashlib.sha256(text.encode()).hexdigest()
    coverage = page.coverage
    return Document(
        id=id or f"text-{digest[:16]}",
        text=text,
        source=source,
        sha256=digest,
        title=clean_line(page.title),
        publisher=clean_line(page.publisher),
        published=page.published,
        published_from=page.published_from,
        url=clean_line(page.url),
        coverage=replace(coverage, unread=coverage.unread + text.count(LOST)),
        notices=(*notices, *page.notices, *repairs),
    )


def from_text(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    id: str | None = None,
) -> Document:
    """A `Document` from a text in memory; its text is cleaned like that of a file.

    Raises:
        OptionError: The text, or what is told of it, is no string.
        InputError: The text is empty, or holds half characters (surrogates).
    """
    for name, value in (("publisher", publisher), ("title", title), ("id", id)):
        a_text_or_none(value, name)
    try:
        a_text(text, "text").encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text holds half a character at position {error.start}; decode it as UTF-8"
        ) from None
    page = Page(text=text, published=published, publisher=publisher, title=title)
    return from_page(page, id=id)
