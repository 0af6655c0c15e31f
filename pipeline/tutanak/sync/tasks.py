"""What travels through a round: one document to work on, or what became of an address."""

from dataclasses import dataclass, replace
from datetime import datetime

from tutanak.emit.output import Emitted
from tutanak.records import Document, Failure
from tutanak.runner import Settings, emitted, worker_lost
from tutanak.store.values import Seen


@dataclass(frozen=True, slots=True)
class Task:
    """One document of a source, or what became of an address that gave none.

    `key` names the document for good, `entry` the address that the source lists (the two differ
    after a redirect). `sees` are the rows of the store that say what the address holds; they are
    written together with the last document of it, so that a round that is cut short reads it
    again. `bad` is what they are when that document fails. `solved` are the keys of failures of
    what is there no more; they go together with the last document. `no_text`: there is nothing
    to read in it.
    """

    source: str
    key: str = ""
    entry: str = ""
    document: Document | None = None
    failure: Failure | None = None
    retry_after: datetime | None = None
    sees: tuple[Seen, ...] = ()
    bad: tuple[Seen, ...] = ()
    solved: tuple[str, ...] = ()
    no_text: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """All of a source's tasks came before this one; `error` says why there are no more."""

    source: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """A task after the middle stages; its document stays behind, so that little travels back."""

    task: Task
    emitted: Emitted | None = None
    title: str | None = None
    sha256: str = ""


def worked(task: Task | Ended, *, settings: Settings) -> Worked | Ended:
    """What a worker does with one task."""
    if isinstance(task, Ended):
        return task
    if (document := task.document) is None:
        return Worked(task)
    return _result(task, document, emitted(document, settings=settings))


def lost_task(task: Task | Ended) -> Worked | Ended:
    """A task whose worker died."""
    if isinstance(task, Ended):
        return task
    if task.document is None:
        return Worked(task)
    return _result(task, task.document, worker_lost(task.document.source))


def _result(task: Task, document: Document, result: Emitted | Failure) -> Worked:
    slim = replace(task, document=None)
    if isinstance(result, Failure):
        return Worked(replace(slim, failure=result), title=document.title)
    return Worked(slim, result, document.title, document.sha256)
