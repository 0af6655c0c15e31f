"""Tables of a store as files: what each format holds, and what cannot be written."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tests.conftest import make_record
from tests.store.test_names import RECORDS, by_stem, write
from tutanak.emit.copied import CopyOf
from tutanak.emit.schema import TABLES
from tutanak.errors import OptionError, OutputError
from tutanak.records import Failure
from tutanak.store import excel
from tutanak.store.formats import FORMATS
from tutanak.store.shown import SHOWN
from tutanak.store.store import Store
from tutanak.store.values import Seen, SourceState

FORMULA = '=HYPERLINK("https://x.test", "x")'
COPIES = {"r1": CopyOf("r0", 0.9), "r4": CopyOf("r0", 0.8)}
ROWS = {"versions": 8, "runs": 1, "failures": 1, "verdicts": 0, "sources": 1, "seen": 1}


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def filled(store: Store) -> Store:
    """The documents of `RECORDS`, in another order, and a row of most other tables."""
    with store.writing() as writer, writer.run("sync", group=by_stem, find=lambda _: COPIES):
        for record in reversed(RECORDS):
            writer.save(record.model_copy(update={"title": FORMULA}), key=record.id)
        writer.save(RECORDS[0], key="r0")
        for record in RECORDS[1:]:
            writer.save(record.model_copy(update={"title": FORMULA}), key=record.id)
        writer.fail(Failure("x", "ingest", "InputError", "x: empty"), key="x")
        writer.put_source(SourceState("valilik", state={"a": "ş"}))
        writer.see(Seen("https://x.test", "valilik"))
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a run on the same documents writes."""
    titled = (RECORDS[0], *(r.model_copy(update={"title": FORMULA}) for r in RECORDS[1:]))
    write(tmp_path / "run", titled, COPIES)
    return tmp_path / "run"


def test_csv_and_records_are_those_of_a_run(filled: Store, folder: Path, tmp_path: Path) -> None:
    filled.export("all", tmp_path / "csv", format="csv")
    filled.export("all", tmp_path / "jsonl", format="jsonl")
    for table in TABLES:
        ours = (tmp_path / "csv" / f"{table.name}.csv").read_bytes()
        assert ours == (folder / f"{table.name}.csv").read_bytes(), table.name
    ours = (tmp_path / "jsonl" / "records.jsonl").read_bytes()
    assert ours == (folder / "records.jsonl").read_bytes()


def test_parquet_is_that_of_a_run(filled: Store, folder: Path, tmp_path: Path) -> None:
    filled.export("all", tmp_path / "out", format="parquet")
    for table in TABLES:
        ours = pd.read_parquet(tmp_path / "out" / f"{table.name}.parquet")
        pd.testing.assert_frame_equal(ours, pd.read_parquet(folder / f"{table.name}.parquet"))


@pytest.mark.parametrize("format", FORMATS)
def test_all_tables_in_all_formats(format: str, filled: Store, tmp_path: Path) -> None:
    readers: dict[str, Callable[[Path], int]] = {
        "csv": lambda path: len(read_csv(path)),
        "jsonl": lambda path: len(path.read_text(encoding="utf-8").splitlines()),
        "parquet": lambda path: len(pd.read_parquet(path)),
    }
    assert format in FORMATS
    if format == "xlsx":
        written = filled.export("all", tmp_path / "all.xlsx", format="xlsx")
        book = openpyxl.load_workbook(tmp_path / "all.xlsx")
        rows = {sheet.title: sheet.max_row - 1 for sheet in book}
        assert written == {tmp_path / "all.xlsx": sum(rows.values())}
    else:
        written = filled.export("all", tmp_path / "out", format=format)
        rows = {path.stem: readers[format](path) for path in written}
        assert {path.stem: count for path, count in written.items()} == rows
    assert list(rows) == [*(["records"] if format == "jsonl" else []), *SHOWN]
    assert {name: rows[name] for name in ROWS} == ROWS
    assert rows["documents"] == len(RECORDS)
    assert not list(tmp_path.glob("**/.tutanak-*"))


def test_excel_holds_texts_numbers_days_and_flags(filled: Store, tmp_path: Path) -> None:
    for name in ("documents", "participations", "runs"):
        filled.export(name, tmp_path / f"{name}.xlsx", format="xlsx")
    documents = openpyxl.load_workbook(tmp_path / "documents.xlsx")["documents"]
    names = [cell.value for cell in documents[1]]
    row = dict(zip(names, documents[3], strict=True))
    assert row["title"].value == FORMULA
    assert row["title"].data_type == "s"
    assert row["published"].value.date() == date(2021, 3, 6)
    assert row["people"].value == 1
    assert row["url"].value is None
    frame = pd.read_excel(tmp_path / "participations.xlsx")
    assert frame["organizer"].dtype == bool
    runs = openpyxl.load_workbook(tmp_path / "runs.xlsx")["runs"]
    (started,) = (cell for cell in runs[2] if runs.cell(1, cell.column).value == "started")
    assert started.value == filled.runs()[0].started.replace(tzinfo=None)


def test_moments_are_in_utc(filled: Store, tmp_path: Path) -> None:
    started = filled.runs()[0].started
    for format in ("csv", "jsonl", "parquet"):
        filled.export("runs", tmp_path / f"runs.{format}", format=format)
    (row,) = read_csv(tmp_path / "runs.csv")
    assert row["started"] == started.isoformat()
    (line,) = (tmp_path / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["started"] == started.isoformat()
    assert pd.read_parquet(tmp_path / "runs.parquet")["started"][0] == started


def test_an_empty_store(store: Store, tmp_path: Path) -> None:
    for format in FORMATS:
        to = tmp_path / ("all.xlsx" if format == "xlsx" else format)
        assert set(store.export("all", to, format=format).values()) == {0}
    assert (tmp_path / "csv" / "seen.csv").read_text(encoding="utf-8").startswith("url,source,")


WRONG = {
    "no table": ("peoples", "csv", "no table 'peoples': choose all, records or documents, "),
    "no format": ("people", "ods", "no format 'ods': choose one of csv, "),
    "records": ("records", "csv", "records are nested; choose --format jsonl"),
    "inside": ("provisional", "csv", "no table 'provisional'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_exist(case: str, store: Store, tmp_path: Path) -> None:
    table, format, says = WRONG[case]
    with pytest.raises(OptionError, match=says):
        store.export(table, tmp_path / "out", format=format)  # type: ignore[arg-type]


def test_what_does_not_fit_into_excel(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "out.xlsx"
    to.write_bytes(b"older")
    long = make_record("long").model_copy(update={"title": "x" * 32_768})
    with filled.writing() as writer:
        writer.save(long, key="long")
    with pytest.raises(OutputError, match="documents, row 1, title: 32,768 characters"):
        filled.export("documents", to, format="xlsx")
    monkeypatch.setattr(excel, "_MOST_ROWS", 3)
    with pytest.raises(OutputError, match="people: more rows than a sheet holds; choose --format"):
        filled.export("people", to, format="xlsx")
    assert to.read_bytes() == b"older"


def test_files_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written there"):
        store.export("people", tmp_path / "file" / "people.csv", format="csv")
