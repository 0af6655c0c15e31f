"""Writes what became of each task into the store: one transaction a document."""

from dataclasses import dataclass, replace

from tutanak.store.writer import Writer
from tutanak.sync.report import Item
from tutanak.sync.tasks import Task, Worked


@dataclass(frozen=True, slots=True)
class Keeping:
    """Takes the results of a round in order."""

    writer: Writer

    def keep(self, worked: Worked) -> Item | None:
        """Write one result, all of it or nothing; None where there is nothing to tell of it."""
        task = worked.task
        with self.writer.transaction():
            for key in task.solved:
                self.writer.solve(key)
            if task.failure is not None:
                return self._failed(task)
            if worked.emitted is None:
                self._see(task, None)
                return Item("same", task.key) if task.key and not task.no_text else None
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
        there = bool(self.writer.seen_with(worked.sha256))
        saved = self.writer.save(emitted, key=task.key)
        self._see(task, saved.document_id)
        # It gets a row like any other, but it is no news.
        outcome = "copy" if there and saved.outcome == "new" else saved.outcome
        return Item(outcome, source, saved.document_id, worked.title)

    def _see(self, task: Task, document_id: str | None) -> None:
        """Note what the address holds, and that it is in quarantine no more."""
        for page in task.sees:
            self.writer.see(replace(page, document_id=document_id or page.document_id))
        # A file that could not be opened may hold several documents now.
        for key in {task.entry, *(page.url for page in task.sees)} - {""}:
            self.writer.solve(key)
