"""All files of a run: `records.jsonl`, the tables, `quarantine.jsonl`, `report.json`."""

import json
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, TextIO

from tutanak.emit.copied import NO_COPIES, CopiedSources, Copies, Taker, mark_copy
from tutanak.emit.organisations import WAITING, Group, Organisations, Provisional, by_name
from tutanak.emit.rows import rows_of
from tutanak.emit.schema import TABLES, Row
from tutanak.emit.staging import staged
from tutanak.emit.tables import TableWriter
from tutanak.records import Failure, Record

RECORDS: Final = "records.jsonl"
QUARANTINE: Final = "quarantine.jsonl"
REPORT: Final = "report.json"


def results_in(names: Collection[str]) -> frozenset[str]:
    """Which of the files of a folder are results of a run: none where it holds no run."""
    if not {RECORDS, REPORT} <= set(names):
        return frozenset()
    tables = {f"{table.name}.{kind}" for table in TABLES for kind in ("csv", "parquet")}
    return frozenset({RECORDS, REPORT, QUARANTINE} | tables)


@dataclass(frozen=True, slots=True)
class Emitted:
    """A record ready to be written: its line, its rows, and the codes of its warnings.

    `key` names its document for good, where a store keeps it over many runs.
    """

    line: str
    rows: tuple[tuple[str, Row], ...]
    warnings: tuple[str, ...]
    text: str = ""
    key: str = ""

    @property
    def document(self) -> Row:
        """Its row of `documents`."""
        return self.rows[0][1]

    @property
    def document_id(self) -> str:
        """The id of its document."""
        return str(self.document["document_id"])


def emit(record: Record, *, text: bool = True, key: str = "") -> Emitted:
    """What a record becomes in files and stores; `text`: whether its line carries its text."""
    line = record.model_dump_json(exclude=None if text else {"text"})
    codes = tuple(warning.code for warning in record.warnings)
    return Emitted(line, tuple(rows_of(record)), codes, record.text or "", key)


class Output:
    """Takes the results of a run one by one. Made by `output`."""

    def __init__(self, folder: Path, stack: ExitStack, group: Group) -> None:
        self._folder = folder
        self._stack = stack
        self._records = self._open(RECORDS)
        self._quarantine: TextIO | None = None
        self._tables = {
            table.name: stack.enter_context(TableWriter(table, folder)) for table in TABLES
        }
        waiting = tempfile.TemporaryFile("w+", encoding="utf-8", dir=folder)  # noqa: SIM115 -- the stack's
        self._provisional = Provisional(stack.enter_context(waiting), group)
        self.rows: Counter[str] = Counter()

    def _open(self, name: str) -> TextIO:
        path = self._folder / name
        return self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def record(self, emitted: Emitted) -> None:
        """Write one record and its rows."""
        self._records.write(emitted.line + "\n")
        self.rows[RECORDS] += 1
        for table, row in emitted.rows:
            if table not in WAITING:
                self._tables[table].write(row)
        self._provisional.add(pair for pair in emitted.rows if pair[0] in WAITING)

    def failure(self, failure: Failure) -> None:
        """Write one line of the quarantine."""
        if self._quarantine is None:
            self._quarantine = self._open(QUARANTINE)
        self._quarantine.write(json.dumps(asdict(failure), ensure_ascii=False) + "\n")
        self.rows[QUARANTINE] += 1

    def finish(self, copies: Copies = NO_COPIES, *, doubled: Taker = lambda _: None) -> None:
        """Write what only the whole run knows: copies, organisations, and the rows that name them.

        Args:
            copies: Which documents are copies of which. Organisations do not count them.
            doubled: Is given the rows of each copy.
        """
        organisations = Organisations()
        sources = CopiedSources(copies)
        for rows in self._provisional.documents():
            copied = mark_copy(rows, copies)
            sources.add(rows)
            if copied:
                doubled(rows)
            else:
                organisations.add(rows)
            for table, row in rows:
                self._tables[table].write(row)
        if copies:
            self._records.close()
            sources.write_into(self._folder / RECORDS)
        for row in organisations.rows():
            self._tables["organisations"].write(row)
        self.rows.update({name: writer.rows for name, writer in self._tables.items()})

    def report(self, content: dict[str, Any]) -> None:
        """Write the report of the run."""
        self._open(REPORT).write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def output(out: Path, *, group: Group = by_name) -> Iterator[Output]:
    """Everything a run writes into `out`, put in place together when the block ends well.

    A quarantine of an earlier run is removed when this one sets nothing aside.

    Args:
        out: The folder; made where it is missing.
        group: Which names that are not in the registry are one body.

    Raises:
        OutputError: The folder cannot be written to.
    """
    with staged(out) as folder, ExitStack() as stack:
        results = Output(folder, stack, group)
        yield results
    if not results.rows[QUARANTINE]:
        (out / QUARANTINE).unlink(missing_ok=True)
