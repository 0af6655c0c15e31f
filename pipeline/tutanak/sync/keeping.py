"""Writes what became of each task into the store: one transaction a document."""

from dataclasses import dataclass, field, replace
from typing import Final

from tutanak.store.writer import Writer
from tutanak.sync.report import Item
from tutanak.sync.tasks import Task, Worked

# Many more than the tasks that are under way at a time.
_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Keeping:
    """Takes the results of a round in order."""

    writer: Writer
    recent: dict[str, str] = field(default_factory=dict)
    """Texts kept lately, with their documents: planning runs ahead and may not have seen them."""

    def keep(self, worked: Worked) -> Item:
        """Write one result, all of it or nothing."""
        task = worked.task
        with self.writer.transaction():
            if task.failure is not None:
                return self._failed(task)
            if worked.emitted is None:
                self._see(task, None)
                return Item(task.outcome, task.key)
            return self._saved(worked)

    def _failed(self, task: Task) -> Item:
        failure = task.failure
        assert failure is not None
        self.writer.fail(failure, key=task.entry, origin=task.source, retry_after=task.retry_after)
        for page in task.bad:
            self.writer.see(page)
        return Item("failed", failure.source, message=failure.message)

    def _saved(self, worked: Worked) -> Item:
        task, emitted = worked.task, worked.emitted
        assert emitted is not None
        source = str(emitted.document["source"])
        if task.may_be_copy and (twin := self.recent.get(worked.sha256)) is not None:
            self._see(task, twin)
            return Item("copy", source, twin, worked.title)
        saved = self.writer.save(emitted, key=task.key)
        self._see(task, saved.document_id)
        if task.may_be_copy:
            self._remember(worked.sha256, saved.document_id)
        return Item(saved.outcome, source, saved.document_id, worked.title)

    def _see(self, task: Task, document_id: str | None) -> None:
        """Note what the address holds, and that it is in quarantine no more."""
        for page in task.sees:
            self.writer.see(replace(page, document_id=document_id or page.document_id))
        # A file that could not be opened may hold several documents now.
        for key in {task.entry, *(page.url for page in task.sees)}:
            self.writer.solve(key)

    def _remember(self, sha256: str, document_id: str) -> None:
        self.recent[sha256] = document_id
        if len(self.recent) > _REMEMBERED:
            del self.recent[next(iter(self.recent))]
