"""`NAME.meta.json` beside `NAME.txt`: what is known about a text from outside."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tutanak.errors import SidecarError
from tutanak.ingest.sources import SIDECAR, Source

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?", re.ASCII)
_TEXTS: Final = ("publisher", "url", "title")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The keys that are read; others are left to whoever wrote them."""

    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    title: str | None = None

    def over(self, other: "Sidecar") -> "Sidecar":
        """Both together; what this one says goes before what `other` says."""
        return Sidecar(
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            url=self.url or other.url,
            title=self.title or other.title,
        )


NOTHING_KNOWN: Final = Sidecar()


def iso_date(value: str) -> date:
    """A day from `2022-11-14`, also from `2022-11-14T09:30:00+03:00`.

    Raises:
        ValueError: It is not written so, or there is no such day.
    """
    if _ISO.fullmatch(value.strip()) is None:
        raise ValueError(f"{value!r} is not a date written as YYYY-MM-DD")
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date written as YYYY-MM-DD: {error}") from None


def read_sidecar(source: Source, max_bytes: int) -> Sidecar:
    """What the sidecar of a source says; nothing where there is none.

    Raises:
        SidecarError: It is there but not readable as an object with the right types.
    """
    path = source.path.with_name(source.path.stem + SIDECAR)
    if not path.is_file():
        return NOTHING_KNOWN
    name = source.source.removesuffix(source.path.suffix) + SIDECAR
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise SidecarError(f"{name}: cannot be read: {error.strerror or error}") from error
    if len(content) > max_bytes:
        raise SidecarError(f"{name}: longer than {max_bytes} bytes; this is no sidecar")
    return from_bytes(content, name)


def from_bytes(content: bytes, name: str) -> Sidecar:
    """A sidecar from the bytes of its file; `name` is for messages.

    Raises:
        SidecarError: They are not an object with the right types.
    """
    try:
        parsed: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SidecarError(
            f"{name}: not readable as UTF-8 JSON: {error}; mend or remove it"
        ) from error
    if not isinstance(parsed, dict):
        raise SidecarError(f'{name}: an object such as {{"publisher": "…"}} is expected')
    return from_mapping(parsed, name)


def from_mapping(content: dict[str, Any], name: str) -> Sidecar:
    """A sidecar from the parsed object; `name` is for messages.

    Raises:
        SidecarError: A value has the wrong type, or the date is none.
    """
    texts: dict[str, str | None] = {}
    for key in (*_TEXTS, "published"):
        value = content.get(key)
        if not (value is None or isinstance(value, str)):
            kind = type(value).__name__
            raise SidecarError(f"{name}: `{key}` must be a text or null, not {kind} ({value!r})")
        if value is not None and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise SidecarError(f"{name}: `{key}` holds half a character; write it as UTF-8")
        texts[key] = value.strip() or None if value is not None else None
    published = texts.pop("published")
    try:
        day = iso_date(published) if published is not None else None
    except ValueError as error:
        raise SidecarError(f"{name}: `published`: {error}") from None
    return Sidecar(published=day, **texts)
