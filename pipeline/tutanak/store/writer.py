"""Writing to a store: one writer at a time, one transaction a document."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import URL

from tutanak.emit.copied import Copies, FindCopies
from tutanak.emit.organisations import Group, by_name
from tutanak.emit.output import Emitted, emit
from tutanak.errors import StoreError
from tutanak.normalise.verdicts import Verdict
from tutanak.records import Failure, Record
from tutanak.store import copies, decisions, documents, failures, fetched, names, runs
from tutanak.store.engine import told_errors
from tutanak.store.reading import Reading
from tutanak.store.values import Saved, Seen, SourceState, Status


class Writer(Reading):
    """What `Store.writing` gives: the only one that writes while it lasts.

    Every method is a transaction by itself; what belongs together goes into one:

        with writer.run("sync", group=group):
            with writer.transaction():
                saved = writer.save(record, key=url)
                writer.see(Seen(url, source, content_hash, document_id=saved.document_id))
    """

    def __init__(self, connection: sa.Connection, url: URL, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._url = url
        self._clock = clock
        self._run_id: int | None = None
        self._counts: Counter[str] = Counter()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self.transaction():
            yield self._connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in the block is there afterwards, or nothing of it.

        Inside another transaction, it is a part of that one.

        Raises:
            StoreError: The database cannot be written.
        """
        if self._connection.in_transaction():
            yield
            return
        counted = self._counts.copy()
        with told_errors(self._url):
            try:
                with self._connection.begin():
                    yield
                    if self._run_id is not None and runs.wrote(counted, self._counts):
                        runs.count(self._connection, self._run_id, self._counts)
            except BaseException:
                self._counts = counted
                raise

    @contextmanager
    def run(
        self,
        command: str,
        *,
        options: Mapping[str, object] | None = None,
        group: Group = by_name,
        stamp: str = "",
        find: FindCopies | None = None,
    ) -> Iterator[int]:
        """A run: gives its number, counts what is saved, and settles names when it ends well.

        When the block fails, the run is noted as failed; what was written stays. A run that is
        killed is found by the next one and noted as interrupted.

        Args:
            command: What the user started: `run`, `sync`.
            options: With which options; JSON.
            group: Which names that are not in the registry are one body (`settle`).
            stamp: Tells this `group` from others (`settle`).
            find: Finds copies (`settle`).

        Raises:
            StoreError: A run is under way already, or the database cannot be written.
        """
        if self._run_id is not None:
            raise StoreError("a run is under way already; end it first")
        with self.transaction():
            run_id = runs.begin(self._connection, command, options or {}, now=self._clock())
        self._run_id, self._counts = run_id, Counter(dict.fromkeys(runs.OUTCOMES, 0))
        try:
            yield run_id
            self.settle(group, stamp=stamp, find=find)
        except BaseException as error:
            self._end(run_id, "failed", f"{type(error).__name__}: {error}")
            raise
        else:
            self._end(run_id, "finished")
        finally:
            self._run_id = None

    def _end(self, run_id: int, status: Status, error: str | None = None) -> None:
        with self.transaction():
            runs.count(self._connection, run_id, self._counts)
            runs.end(self._connection, run_id, status=status, now=self._clock(), error=error)

    def save(self, record: Record | Emitted, *, key: str) -> Saved:
        """Write a record as the current version of its document, and take it out of quarantine.

        Another text or title under a known key makes a new version; the old one is kept. The
        same text with another record takes the place of the record. The same again writes nothing.

        Args:
            record: The record, or what `emit` made of it in a worker.
            key: What names the document for good: its canonical URL, or the path of its file.

        Returns:
            What was done, with the document's id: the record's, or that with digits added where
            another document has it.

        Raises:
            StoreError: The database cannot be written.
        """
        emitted = emit(record) if isinstance(record, Record) else record
        with self.transaction():
            saved = documents.save(
                self._connection, emitted, key=key, now=self._clock(), run_id=self._run_id
            )
            failures.solve(self._connection, key)
            self._counts[saved.outcome] += 1
        return saved

    def fail(
        self,
        failure: Failure,
        *,
        key: str,
        origin: str | None = None,
        retry_after: datetime | None = None,
    ) -> int:
        """Put an input into quarantine, where saving under its key takes it out again.

        Args:
            failure: What went wrong.
            key: As for `save`.
            origin: The source of `sources.toml` that it came from.
            retry_after: When it is worth another try.

        Returns:
            How often it has failed.

        Raises:
            StoreError: The database cannot be written.
        """
        with self.transaction():
            attempts = failures.fail(
                self._connection,
                failure,
                key=key,
                origin=origin,
                retry_after=retry_after,
                now=self._clock(),
                run_id=self._run_id,
            )
            self._counts["failed"] += 1
        return attempts

    def solve(self, key: str) -> None:
        """Take an input out of quarantine without a record: it is gone for good, or unwanted."""
        with self.transaction():
            failures.solve(self._connection, key)

    def see(self, page: Seen) -> None:
        """Note what an address holds; `last_seen` is now where it is not given."""
        with self.transaction():
            fetched.see(self._connection, page, now=self._clock())

    def put_source(self, source: SourceState) -> None:
        """Write the state of a source over its last one."""
        with self.transaction():
            fetched.put_source(self._connection, source)

    def decide(self, verdict: Verdict, exists: Callable[[str], bool]) -> int:
        """Add a decision about a name, if all of them together are still good.

        Args:
            verdict: The decision.
            exists: Whether an id is in the registry.

        Returns:
            Its number.

        Raises:
            ResourceError: The decision is broken, its id unknown, or merges come back.
        """
        with self.transaction():
            return decisions.decide(self._connection, verdict, exists, now=self._clock())

    def take_back(self, number: int) -> bool:
        """Delete a decision; False where there is none of this number."""
        with self.transaction():
            return decisions.take_back(self._connection, number)

    def put_copies(self, found: Copies) -> None:
        """Write which documents are copies of which, over what was found last.

        Args:
            found: For each copy, the id of the document that is kept, and how alike they are.
        """
        with self.transaction():
            copies.put_copies(self._connection, found)

    def settle(
        self, group: Group = by_name, *, stamp: str = "", find: FindCopies | None = None
    ) -> bool:
        """Find copies, decide which names outside the registry are one body, count all bodies.

        Args:
            group: As in `emit.output`.
            stamp: Tells this `group` from others: a changed one decides everything anew.
            find: Finds the copies among all documents; None leaves those that were found last.

        Returns:
            False where nothing had changed since the last time.
        """
        with self.transaction():
            return names.settle(self._connection, group, stamp=stamp, find=find)
