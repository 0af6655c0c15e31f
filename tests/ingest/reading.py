"""Reads bytes as the program does, for the tests of the readers."""

from pathlib import PurePath
from typing import Any

from tutanak import ingest, runner
from tutanak.errors import TutanakError
from tutanak.ingest.content import Content
from tutanak.records import Document, Failure, Skipped


def opened(
    data: bytes, name: str = "a", *, charset: str | None = None, **options: Any
) -> list[Document | Failure | Skipped]:
    """All that is in some bytes; what cannot be read as one document is a failure in its place."""
    reading = runner.reading(**options)
    content = Content(name, PurePath(name).stem, PurePath(name).suffix, data=data, charset=charset)
    found: list[Document | Failure | Skipped] = []
    for one in ingest.open_contents(content, reading):
        if not isinstance(one, Content):
            found.append(one)
            continue
        try:
            found.append(ingest.document(one, reading))
        except TutanakError as error:
            found.append(Failure(one.source, "ingest", type(error).__name__, str(error)))
    return found


def document(data: bytes, name: str = "a", **options: Any) -> Document:
    """The one document in some bytes."""
    (one,) = opened(data, name, **options)
    assert isinstance(one, Document), one
    return one


def failure(data: bytes, name: str = "a", **options: Any) -> str:
    """Why some bytes cannot be read."""
    try:
        (one,) = opened(data, name, **options)
    except TutanakError as error:
        return str(error)
    assert isinstance(one, Failure), one
    return one.message
