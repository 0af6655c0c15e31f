"""Bytes to `Document`: find the inputs, read each by its kind, clean the text once and for all.

A new format is a reader (path and size limit in, `Page`s out) and a row in `READERS`.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tutanak.errors import InputError
from tutanak.ingest.clean import clean, clean_line
from tutanak.ingest.page import Page
from tutanak.ingest.plain import read_plain
from tutanak.ingest.sidecar import read_sidecar
from tutanak.ingest.sources import Source
from tutanak.records import Document, Notice

MAX_BYTES: Final = 10_000_000

Reader = Callable[[Source, int], Iterator[Page]]
READERS: Final[Mapping[str, Reader]] = {".txt": read_plain}


def read(
    source: Source, *, publisher: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Document]:
    """The documents of one source, cleaned, with what its sidecar says.

    Args:
        source: As found by `find_sources`.
        publisher: Who issued the text, where neither text nor sidecar says so.
        max_bytes: Longest file that is read.

    Raises:
        InputError: The file or its sidecar cannot be read; the message says why.
    """
    reader = READERS.get(source.suffix)
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise InputError(
            f"{source.source}: no reader for {source.suffix or 'a name without ending'!r}; "
            f"convert it to one of: {known}"
        )
    sidecar = read_sidecar(source, max_bytes)
    for page in reader(source, max_bytes):
        known_about = replace(
            page,
            title=sidecar.title or page.title,
            publisher=sidecar.publisher or page.publisher or publisher,
            published=sidecar.published or page.published,
            url=sidecar.url or page.url,
        )
        yield from_page(
            known_about,
            id=f"{source.id}-{page.key}" if page.key else source.id,
            source=source.source,
            notices=source.notices,
        )


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
    return Document(
        id=id or f"text-{digest[:16]}",
        text=text,
        source=source,
        sha256=digest,
        title=clean_line(page.title),
        publisher=clean_line(page.publisher),
        published=page.published,
        url=clean_line(page.url),
        notices=(*notices, *repairs),
        key=page.key,
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
        InputError: The text is empty, or holds half characters (surrogates).
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text holds half a character at position {error.start}; decode it as UTF-8"
        ) from None
    page = Page(text=text, published=published, publisher=publisher, title=title)
    return from_page(page, id=id)
