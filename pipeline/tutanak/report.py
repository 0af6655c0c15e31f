"""What a run did: counted while it goes, told at its end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from tutanak import __version__
from tutanak.emit.output import Emitted
from tutanak.emit.schema import Row
from tutanak.records import SCHEMA_VERSION, Failure, Skipped

FIELDS: Final = ("dates", "institutions", "people", "counts", "meetings")
UNREAD: Final = ("unread_characters", "unread_pages")


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. `found` counts by field of a record, `links` by method of matching.

    `copies` of the `records` are releases that another one holds as well: `found` and `links` do
    not count them. `unknown` are files of no kind that is read; `unread` counts the characters and
    pages of records that did not come in. `model` is the trained model that helped, or None.
    """

    out: Path
    documents: int
    records: int
    copies: int
    characters: int
    failures: tuple[Failure, ...]
    found: dict[str, int]
    links: dict[str, int]
    warnings: dict[str, int]
    unknown: tuple[Skipped, ...]
    unread: dict[str, int]
    rows: dict[str, int]
    seconds: float
    model: str | None = None

    @property
    def skipped(self) -> dict[str, int]:
        """How many files of unknown kinds there were, by kind."""
        return dict(sorted(Counter(one.kind for one in self.unknown).items()))


class Tally:
    """Counts what a run found."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._characters = self._records = self._copies = 0
        self._failures: list[Failure] = []
        self._unknown: list[Skipped] = []
        self._unread = Counter(dict.fromkeys(UNREAD, 0))
        self._found = Counter(dict.fromkeys(FIELDS, 0))
        self._links: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()

    def add(self, result: Emitted | Failure | Skipped) -> None:
        """Count one result."""
        if isinstance(result, Skipped):
            self._unknown.append(result)
            return
        if isinstance(result, Failure):
            self._failures.append(result)
            return
        self._records += 1
        self._warnings.update(result.warnings)
        for table, row in result.rows:
            if table == "documents":
                self._characters += int(row["characters"] or 0)
                self._found.update({field: int(row[field] or 0) for field in FIELDS})
                self._unread.update({name: int(row[name] or 0) for name in UNREAD})
            elif table == "institutions" and row["mention_index"] == 0:
                self._links[str(row["match_method"])] += 1

    def take_back(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Do not count what a copy says a second time, given its rows."""
        for table, row in rows:
            if table == "documents":
                self._copies += 1
                self._found.subtract({field: int(row[field] or 0) for field in FIELDS})
            elif table == "institutions" and row["mention_index"] == 0:
                self._links[str(row["match_method"])] -= 1

    def report(self, out: Path, rows: Mapping[str, int], seconds: float) -> RunReport:
        """The report of a run that is over."""
        return RunReport(
            out=out,
            documents=self._records + len(self._failures),
            records=self._records,
            copies=self._copies,
            characters=self._characters,
            failures=tuple(self._failures),
            found={field: self._found[field] for field in FIELDS},
            links=dict(sorted((+self._links).items())),
            warnings=dict(sorted(self._warnings.items())),
            unknown=tuple(self._unknown),
            unread={name: self._unread[name] for name in UNREAD},
            rows=dict(sorted(rows.items())),
            seconds=seconds,
            model=self._model,
        )


def as_json(report: RunReport, started: datetime) -> dict[str, Any]:
    """The report as `report.json`: the only file that knows what time it is."""
    return {
        "tutanak": __version__,
        "schema_version": SCHEMA_VERSION,
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 3),
        "model": report.model,
        "documents": report.documents,
        "records": report.records,
        "copies": report.copies,
        "set_aside": len(report.failures),
        "characters": report.characters,
        "found": report.found,
        "links": report.links,
        "warnings": report.warnings,
        "unread": report.unread,
        "skipped_files": report.skipped,
        "unknown_files": [asdict(one) for one in report.unknown],
        "rows": report.rows,
        "failures": [asdict(failure) for failure in report.failures],
    }
