"""Mails (`.eml`): the letter, and what is attached to it."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePosixPath
from typing import Final

from tutanak.errors import InputError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.ids import Names
from tutanak.ingest.sidecar import Sidecar
from tutanak.ingest.web_machine import in_turkey
from tutanak.records import Failure, Skipped

_SUFFIXES: Final = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
}
_FEW: Final = 200  # a plain part shorter than this may only say that the letter is HTML


def unpack_mail(content: Content, reading: Reading) -> Iterator[Content | Failure | Skipped]:
    """The letter with its subject, sender and day, then its attachments in their order.

    Raises:
        InputError: It is no mail, or holds nothing.
    """
    raw = content.read(reading.max_bytes)
    message = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    day = _day(message)
    about = Sidecar(
        publisher=parseaddr(_header(message, "From"))[0] or None,
        published=day,
        title=_header(message, "Subject") or None,
    )
    content = replace(
        content,
        about=content.about.over(about),
        published_from="header Date" if day and not content.about.published else None,
    )
    empty = True
    names = Names()
    for part in _letter(message):
        empty = False
        yield _part(part, content, "", content.id, names)
    for number, part in enumerate(_attachments(message), start=1):
        empty = False
        name = part.get_filename() or f"part {number}{_SUFFIXES.get(part.get_content_type(), '')}"
        stem = PurePosixPath(name.replace("\\", "/")).stem
        yield _part(part, content, f"#{name}", f"{content.id}-{stem}", names)
    if empty:
        raise InputError(f"{content.source}: empty: neither letter nor attachment is in this mail")


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _day(message: EmailMessage) -> date | None:
    moment = getattr(message.get("Date"), "datetime", None)
    return in_turkey(moment) if moment is not None else None


def _letter(message: EmailMessage) -> Iterator[EmailMessage]:
    """The part to read as the letter: plain text, unless only the HTML says anything."""
    found = [
        part
        for kind in ("plain", "html")
        if isinstance(part := message.get_body((kind,)), EmailMessage) and _bytes(part).strip()
    ]
    if len(found) > 1 and len(_bytes(found[0])) < _FEW:
        yield found[1]
    else:
        yield from found[:1]


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """Attached parts; pictures that the letter shows inside are none."""
    if message.get_content_maintype() != "multipart":
        return
    for part in message.iter_attachments():
        inside = part.get("Content-ID") and part.get_content_maintype() == "image"
        if isinstance(part, EmailMessage) and not inside:
            yield part


def _part(part: EmailMessage, content: Content, name: str, id: str, names: Names) -> Content:
    kind = part.get_content_type()
    suffix = PurePosixPath(name).suffix.casefold() or _SUFFIXES.get(kind, "")
    attached = name != ""
    return replace(
        content,
        source=names.settle(content.source + name),
        id=id,
        suffix=suffix,
        path=None,
        data=_bytes(part),
        kind=None if attached else ("html" if kind == "text/html" else "text"),
        charset=part.get_content_charset(),
        about=replace(content.about, title=None) if attached else content.about,
        depth=content.depth + 1,
    )


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""  # type: ignore[union-attr]
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
