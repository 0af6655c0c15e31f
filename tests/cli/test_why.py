"""`tutanak why` on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import tutanak

TEXT = "Toplantıya 17 muhtar ve 12 öğretmen katıldı. Salona 3 otobüs geldi."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_values_with_rule_and_cues(file: Path) -> None:
    result = tutanak("why", file, "counts")
    assert result.exit_code == 0
    assert "Toplantıya [17 muhtar] ve 12 öğretmen <katıldı>." in result.output
    assert "a number of things" in result.output


def test_all_fields(file: Path) -> None:
    assert "counts 0" in tutanak("why", file).output


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ([], ["17 muhtar", "12 öğretmen"]),
        (["--value", "öğretmen"], ["12 öğretmen"]),
        (["--index", "0"], ["17 muhtar"]),
    ],
)
def test_json(file: Path, options: list[str], texts: list[str]) -> None:
    told = json.loads(tutanak("why", file, "counts", "--json", *options).output)
    assert [value["text"] for value in told["values"]] == texts


@pytest.mark.parametrize("options", [["--value", "bakan"], ["--index", "9"]])
def test_no_such_value(file: Path, options: list[str]) -> None:
    result = tutanak("why", file, "counts", *options)
    assert (result.exit_code, "no such value" in result.output) == (1, True)


def test_stdin_and_the_day(file: Path) -> None:
    asked = "Kurul 11 Aralık'ta toplandı.".encode()
    assert "no year" in tutanak("why", "-", "dates", stdin=asked).output
    result = tutanak("why", "-", "dates", "--published", "2022-03-11", stdin=asked)
    assert "2021-12-11" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["why", "a.txt", "numbers"], 2, "numbers"),
        (["why", "a.txt", "--index", "x"], 2, "--index"),
        (["why", "nowhere.txt"], 1, "nowhere.txt"),
    ],
)
def test_wrong_usage(arguments: list[str], code: int, said: str) -> None:
    result = tutanak(*arguments)
    assert (result.exit_code, said in result.output) == (code, True)


@pytest.mark.parametrize("command", ["why", "extract"])
def test_a_folder_is_for_run(tmp_path: Path, command: str) -> None:
    result = tutanak(command, tmp_path)
    assert result.exit_code == 1
    assert f"use `tutanak run {tmp_path} --out DIR`" in result.output
