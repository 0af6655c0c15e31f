"""`tutanak run --store`, `export`, `store`, `registry --store`: messages and exit codes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import make_record
from tutanak.cli import app
from tutanak.store import open_store


def tutanak(*arguments: str | Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"})
    return runner.invoke(app, [str(one) for one in arguments], prog_name="tutanak")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a text and a store of one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Vali a", encoding="utf-8")
    with open_store("archive.db") as store, store.writing() as writer, writer.run("sync"):
        writer.save(make_record("r"), key="r")
    return tmp_path


@pytest.mark.usefixtures("here", "stand_in")
def test_run_and_export() -> None:
    assert tutanak("run", "a.txt", "--out", "out", "--store", "archive.db").exit_code == 0
    result = tutanak("export", "archive.db", "--to", "tables")
    assert result.exit_code == 0
    assert f"{Path('tables/documents.csv')}: 2 rows\n" in result.stdout
    assert result.stderr == ""
    result = tutanak(
        *("export", "sqlite:///archive.db", "--table", "people"),
        *("--to", "people.xlsx", "--format", "xlsx"),
    )
    assert (result.exit_code, result.stdout) == (0, "people.xlsx: 2 rows\n")
    assert Path("people.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("here")
def test_export_tells_when_organisations_lag_behind() -> None:
    with open_store("archive.db") as store, store.writing() as writer:
        writer.save(make_record("s"), key="s")
    result = tutanak("export", "archive.db", "--table", "organisations", "--to", "o.csv")
    assert result.exit_code == 0
    assert "not yet counted in organisations" in result.stderr


WRONG = {
    "no store": (["export", "no.db", "--to", "x"], 1, "there is no store"),
    "no table": (["export", "archive.db", "--table", "x", "--to", "x"], 2, "no table 'x'"),
    "no format": (["export", "archive.db", "--format", "ods", "--to", "x"], 2, "ods"),
    "no URL": (["run", "a.txt", "--out", "o", "--store", "x://y"], 2, "x: no store is kept there"),
    "no decision": (["store", "verdicts", "archive.db", "--take-back", "9"], 2, "number 9"),
    "no runs": (["store", "runs", "no.db"], 1, "there is no store"),
    "no id": (["registry", "accept", "A", "x.y", "--store", "archive.db"], 1, "unknown id 'x.y'"),
}


@pytest.mark.usefixtures("here", "stand_in")
@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told(case: str) -> None:
    arguments, code, says = WRONG[case]
    result = tutanak(*arguments)
    assert (result.exit_code, says in result.stderr) == (code, True), result.stderr
    assert not Path("no.db").exists()


@pytest.mark.usefixtures("here", "stand_in")
def test_a_busy_store() -> None:
    with open_store("archive.db") as store, store.writing():
        result = tutanak("run", "a.txt", "--out", "out", "--store", "archive.db")
    assert result.exit_code == 1
    assert "another process is writing to it; wait until it has ended" in result.stderr


@pytest.mark.usefixtures("here")
def test_upgrade() -> None:
    assert tutanak("store", "upgrade", "new.db").stdout == "new.db: made, tables of version 0002\n"
    assert tutanak("store", "upgrade", "new.db").stdout == "new.db: is of version 0002 already\n"


@pytest.mark.usefixtures("here")
def test_runs() -> None:
    with pytest.raises(ZeroDivisionError):
        _failing_run()
    first, second = tutanak("store", "runs", "archive.db").stdout.splitlines()
    assert "failed       new 0," in first
    assert first.endswith("ZeroDivisionError: division by zero")
    assert "finished     new 1, changed 0, renewed 0, same 0, failed 0" in second
    assert len(tutanak("store", "runs", "archive.db", "--last", "1").stdout.splitlines()) == 1


def _failing_run() -> None:
    with open_store("archive.db") as store, store.writing() as writer, writer.run("sync"):
        1 / 0  # noqa: B018


@pytest.mark.usefixtures("here")
def test_decisions() -> None:
    told = []
    for name in ("TBB", "TBB'ye"):
        arguments = ("registry", "accept", name, "tr.meslek.barolar-birligi", "--note", "not")
        told.append(tutanak(*arguments, "--store", "archive.db").stdout)
    assert told[1] == "archive.db: accept TBB'ye written, number 2\n"
    assert not Path("verdicts.csv").exists()
    first, second = tutanak("store", "verdicts", "archive.db").stdout.splitlines()
    assert first.split()[0::2][:2] == ["1", "accept"]
    assert second.endswith("TBB'ye  tr.meslek.barolar-birligi  not")
    assert len(tutanak("store", "verdicts", "archive.db", "--take-back", "1").stdout.split()) == 6


@pytest.mark.usefixtures("here")
def test_exported_decisions_are_a_file_of_verdicts() -> None:
    tutanak("registry", "accept", "TBB", "tr.meslek.barolar-birligi", "--store", "archive.db")
    tutanak("export", "archive.db", "--table", "verdicts", "--to", "verdicts.csv")
    answer = tutanak("registry", "lookup", "TBB")
    assert "tr.meslek.barolar-birligi" in answer.stdout
    assert "verdict, score 1.00" in answer.stdout
