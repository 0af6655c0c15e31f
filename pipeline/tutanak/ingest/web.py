"""Web pages, saved as HTML or MHT: the article, its headline, its publisher, its day."""

import email
import email.policy
import re
from dataclasses import replace
from typing import Any, Final

from tutanak.errors import EncodingError, InputError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.encoding import decode
from tutanak.ingest.mojibake import mend
from tutanak.ingest.page import Page
from tutanak.ingest.web_about import publisher_of, title_of
from tutanak.ingest.web_dates import published
from tutanak.ingest.web_lines import visible_lines
from tutanak.ingest.web_text import article
from tutanak.optional import extra
from tutanak.records import Coverage, Notice
from tutanak.text.fold import plain

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I
)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_EXCERPT: Final = 60


def read_html(content: Content, reading: Reading) -> Page:
    """The article of a page.

    Raises:
        InputError: It is empty, too long, in no known encoding, or holds no text.
        MissingPackageError: The extra `archives` is not installed.
    """
    raw = content.read(reading.max_bytes)
    if not raw.strip():
        raise InputError(f"{content.source}: empty: there is nothing to read in it")
    named = _CHARSET.search(raw[:4096])
    charset = content.charset or (named[1].decode("ascii", "ignore") if named else None)
    text, decoded = decode(raw, content.source, declared=charset)
    text, mended = mend(text)
    tree = _parse(text, content.source)
    lines = visible_lines(tree)
    found = article(tree, lines)
    if not found.text.strip():
        raise InputError(
            f"{content.source}: no text in this page (it may be made by scripts, or be pictures)"
        )
    title = title_of(tree)
    url = content.about.url or _saved_from(text)
    when = published(
        tree, lines, text=found.text, title=title, url=url, find_days=reading.find_days
    )
    whole = found.text
    if title is not None and plain(title) not in plain(whole[: len(title) * 3 + 200]):
        whole = f"{title}\n\n{whole}"
    unread = sum(map(len, found.left))
    notices = [*decoded, *mended, *when.notices]
    if unread:
        message = f"{unread} characters of the page did not come in: {found.left[0][:_EXCERPT]!r}"
        notices.append(Notice("not_read", message))
    shown = sum(len(line.text) for line in lines)
    return Page(
        text=whole,
        title=title,
        publisher=publisher_of(tree),
        published=when.day,
        published_from=when.where,
        url=url,
        coverage=Coverage(unread=unread, furniture=max(0, shown - len(found.text) - unread)),
        notices=tuple(notices),
    )


def _parse(text: str, name: str) -> Any:
    with extra("archives"):
        import lxml.etree
        import lxml.html

    try:
        # Elements nested beyond libxml2's own limit are cut off there, unless it is lifted.
        parser = lxml.html.HTMLParser(huge_tree=True)
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError(f"{name}: no page that can be read: {error}") from error
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
        # What lies deeper is lost, and so is all behind it.
        raise InputError(f"{name}: its elements are nested too deep; save the page as text")
    return tree


def _saved_from(text: str) -> str | None:
    """The address that browsers write into a page they save."""
    found = re.search(r"<!-- saved from url=\(\d+\)(\S+)", text[:2000])
    return found[1] if found else None


def read_mht(content: Content, reading: Reading) -> Page:
    """The page of a saved web archive (MHT).

    Raises:
        InputError: No page is in it.
    """
    message = email.message_from_bytes(content.read(reading.max_bytes), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data.strip():
            continue
        url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
        about = content.about
        if about.url is None and url is not None and str(url).startswith("http"):
            about = replace(about, url=str(url).strip())
        inner = replace(
            content, path=None, data=data, charset=part.get_content_charset(), about=about
        )
        return read_html(inner, reading)
    raise EncodingError(f"{content.source}: no page in this web archive (MHT); save it again")
