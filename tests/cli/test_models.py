"""`tutanak models`, and `--model` where it stands on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from tutanak.cli import app
from tutanak.errors import ModelError

TEXT = "Toplantıya Jesvir Wolfram katıldı."


def tutanak(*arguments: str | Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"})
    return runner.invoke(app, [str(one) for one in arguments], prog_name="tutanak")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_list(small_model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutanak.extraction.model_list.PACKAGED", "tr_not_installed")
    monkeypatch.setattr("tutanak.extraction.model_list.find_spec", lambda _: None)
    result = tutanak("models", "list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "tr_not_installed: not installed: pip install tr_not_installed"
    assert f"{small_model}: {small_model} 0.0.0" in lines
    assert lines[-1].startswith("stanza: not installed: pip install 'tutanak[stanza]'")
    assert "tutanak models download stanza" in lines[-1]


def test_the_list_tells_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise ModelError(f"model {name!r} is broken")

    monkeypatch.setattr("tutanak.extraction.model_list.open_model", broken)
    monkeypatch.setattr("tutanak.extraction.model_list.PACKAGED", "json")
    assert "json: model 'json' is broken" in tutanak("models", "list").stdout.splitlines()


def test_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def fetch(folder: str | None) -> Path:
        asked.append(folder)
        return Path(folder or "home")

    monkeypatch.setattr("tutanak.extraction.model_stanza_files.download", fetch)
    assert tutanak("models", "download", "stanza").stdout == (
        "stanza: in home; use it: --model stanza\n"
    )
    told = tutanak("models", "download", "stanza", "--to", tmp_path).stdout
    assert told.endswith(f"use it: --model stanza:{tmp_path}\n")
    assert asked == [None, str(tmp_path)]


def test_extract_and_why(small_model: str, text: Path) -> None:
    record = json.loads(tutanak("extract", text, "--model", small_model).stdout)
    assert [person["why"]["rule"] for person in record["people"]] == ["model.person"]
    for without in (["--no-model"], ["--model", "none"]):
        assert json.loads(tutanak("extract", text, *without).stdout)["people"] == []
    shown = tutanak("why", text, "people", "--model", small_model).stdout
    assert "model.person: a trained model says so" in shown


def test_run_tells_the_model(small_model: str, text: Path, tmp_path: Path) -> None:
    arguments: list[str | Path] = ["run", text, "--out", tmp_path / "out", "--summary"]
    with_model = tutanak(*arguments, "--model", small_model)
    assert with_model.exit_code == 0
    assert f"{small_model} 0.0.0" in with_model.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["model"] == f"{small_model} 0.0.0"
    assert "0.0.0" not in tutanak(*arguments, "--no-model").stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["model"] is None


def test_records_that_are_made_already_take_no_model(small_model: str) -> None:
    gold = ROOT / "tests/golden/tuned"
    result = tutanak("evaluate", gold, "--records", "x.jsonl", "--model", small_model)
    assert result.exit_code == 2
    assert "a model goes with texts" in result.stderr
