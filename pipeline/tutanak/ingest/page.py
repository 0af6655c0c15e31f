"""What a reader gives back: a text as it stands in its source, and what the source says of it."""

from dataclasses import dataclass
from datetime import date

from tutanak.records import ALL_READ, Coverage, Notice


@dataclass(frozen=True, slots=True)
class Page:
    """One text before cleaning. `published_from` says where the day of publication was found."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str | None = None
    url: str | None = None
    coverage: Coverage = ALL_READ
    notices: tuple[Notice, ...] = ()
