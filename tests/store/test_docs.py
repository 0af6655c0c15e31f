"""docs/store.md: its SQL answers on both databases, its Python runs, its tables are there."""

import re
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from tests.conftest import ROOT
from tests.store.test_names import RECORDS, by_stem
from tutanak.cli import app
from tutanak.emit.copied import CopyOf
from tutanak.records import Failure
from tutanak.store import open_store
from tutanak.store.address import address_of
from tutanak.store.engine import engine_of
from tutanak.store.schema import META, READ

PAGE = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def filled(store_url: str) -> str:
    """A store with rows for every question on the page."""
    edited = RECORDS[0].model_copy(update={"sha256": "1" * 64, "title": "Yeni"})
    days = {"start": RECORDS[0].meetings[0].start.replace(year=2022)}  # type: ignore[union-attr]
    meeting = RECORDS[1].meetings[0].model_copy(update=days)
    with open_store(store_url) as store, store.writing() as writer:
        with writer.run("run", group=by_stem):
            for record in (*RECORDS, edited):
                writer.save(record, key=record.id)
            writer.save(RECORDS[1].model_copy(update={"meetings": (meeting,)}), key="r1")
            writer.fail(Failure("x", "ingest", "InputError", "x: empty"), key="x")
        writer.put_copies({"r1": CopyOf("r0", 0.9)})
    return store_url


@pytest.mark.parametrize("number", range(6))
def test_sql(number: int, filled: str) -> None:
    assert len(blocks("sql")) == 6
    engine = engine_of(address_of(filled))
    with engine.connect() as connection:
        rows = connection.execute(sa.text(blocks("sql")[number])).all()
    engine.dispose()
    assert rows
    if "releases" in rows[0]._fields:
        assert [tuple(row) for row in rows] == [(len(RECORDS) - 1,)]


def test_the_way_into_a_record(filled: str) -> None:
    way = {"postgresql": "record::json ->> 'title'", "sqlite": "record ->> '$.title'"}
    engine = engine_of(address_of(filled))
    told = way[engine.dialect.name]
    assert f"`{told}`" in PAGE
    query = f"SELECT {told} FROM records WHERE document_id = 'r0'"
    with engine.connect() as connection:
        assert connection.exec_driver_sql(query).scalar() == "Yeni"
    engine.dispose()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one text of the archive."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    shutil.copy(ROOT / "data/raw/ts-01-dernek-calistay.txt", tmp_path / "data" / "raw")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_commands_and_python_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    (commands,) = blocks("console")
    for command in commands.splitlines():
        result = CliRunner().invoke(app, command.split()[2:], prog_name="tutanak")
        assert result.exit_code == 0, result.output
    names: dict[str, object] = {}
    for code in blocks("python"):
        exec(compile(code, "store.md", "exec"), names)
    assert "ts-01-dernek-calistay None" in capsys.readouterr().out
    with open_store("archive.db") as store:
        assert [record.id for record in store.records()] == ["a", "ts-01-dernek-calistay"]


def test_all_tables_and_columns_are_told() -> None:
    told = dict(re.findall(r"^\| `(\w+)`(?: \(view\))? \| .*? \| (.*) \|$", PAGE, re.MULTILINE))
    ours = {name: [c.name for c in table.c] for name, table in META.tables.items()}
    for name, columns in told.items():
        if name != "records" and name in ours:
            parts = re.findall(r"`([\w, ]+)`", columns)
            assert ", ".join(parts).split(", ") == ours[name]
    as_read = {name for name in ours if name.endswith("_as_read")}
    assert set(ours) - set(READ) - as_read - set(told) == {"provisional", "signatures", "state"}
