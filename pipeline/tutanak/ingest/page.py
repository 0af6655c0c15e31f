"""What a reader gives back: a text as it stands in its source, and what the source says of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """One text before cleaning. `key` tells the texts of one archive apart, else it is empty."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    key: str = ""
