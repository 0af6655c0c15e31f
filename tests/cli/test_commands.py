"""The command line: exit codes, messages, what is printed where."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests import made
from tutanak import __version__
from tutanak.cli import app
from tutanak.records import Record

REGISTRY = [
    "lookup",
    "explain",
    "accept",
    "reject",
    "alias",
    "merge",
    "suggest",
    "check",
    "export",
    "import",
]
COMMANDS = (
    *("run", "extract", "why", "evaluate", "export", "schema", "version"),
    *("registry", "store", "models"),
    *(f"registry {command}" for command in REGISTRY),
    *(f"models {command}" for command in ("list", "download")),
    *(f"store {command}" for command in ("upgrade", "runs", "verdicts")),
)


def tutanak(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """The command with these arguments."""
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"})
    return runner.invoke(app, [str(one) for one in arguments], input=stdin, prog_name="tutanak")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Vali {name}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = tutanak(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Usage: tutanak" in result.output
    if command not in ("registry", "store", "models", "version"):
        assert "Example: tutanak" in result.output


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_version(arguments: list[str]) -> None:
    result = tutanak(*arguments)
    assert (result.exit_code, __version__ in result.output) == (0, True)


def test_schema_is_that_of_a_record() -> None:
    schema = json.loads(tutanak("schema").output)
    assert schema["title"] == "Record"
    assert set(Record.model_fields) == set(schema["properties"])


USAGE = {
    "no command": [],
    "unknown command": ["rum"],
    "run without input": ["run", "--out", "x"],
    "run without out": ["run", "x"],
    "no workers": ["run", "x", "--out", "y", "--workers", "0"],
    "as of yesterday": ["run", "x", "--out", "y", "--as-of", "yesterday"],
    "no map of columns": ["run", "x", "--out", "y", "--column", "metin"],
    "no field": ["run", "x", "--out", "y", "--column", "metin=a"],
    "no such day": ["extract", "x", "--published", "2021-02-30"],
    "Turkish day": ["extract", "x", "--published", "5 Mart 2021"],
    "two models": ["extract", "x", "--model", "tr_x", "--no-model"],
    "download what": ["models", "download", "spacy"],
    "evaluate what": ["evaluate", "x"],
    "evaluate both": ["evaluate", "x", "--texts", "y", "--records", "z"],
    "lookup on no day": ["registry", "lookup", "x", "--date", "soon"],
    "accept what": ["registry", "accept", "x"],
    "merge into what": ["registry", "merge", "int.bm"],
    "check what": ["registry", "check"],
    "export as what": ["registry", "export", "x"],
    "export to what": ["registry", "export", "x", "--to", "xml"],
    "import into what": ["registry", "import", "x"],
    "suggest nothing": ["registry", "suggest", "x", "--top", "0"],
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE.keys())
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    assert tutanak(*arguments).exit_code == 2


@pytest.mark.usefixtures("stand_in")
def test_all_read_is_0_and_silent(texts: Path) -> None:
    result = tutanak("run", texts, "--out", texts.parent / "out")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("stand_in")
def test_some_set_aside_is_3_and_told(texts: Path) -> None:
    (texts / "b.txt").write_bytes(b"")
    result = tutanak("run", texts, "no.txt", "--out", texts.parent / "out")
    assert result.exit_code == 3
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first == "set aside: no.txt: no such file or folder; check how it is spelt"
    assert re.fullmatch(r"set aside: .*b\.txt: empty: there is nothing to read in it", second)


@pytest.mark.usefixtures("stand_in")
def test_many_set_aside_are_not_all_printed(texts: Path) -> None:
    for number in range(30):
        (texts / f"bad{number}.txt").write_bytes(b"")
    result = tutanak("run", texts, "--out", texts.parent / "out")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 21
    assert re.search(r"set aside: 10 more, see .*quarantine\.jsonl", result.stderr)


def test_nothing_done_is_1(tmp_path: Path) -> None:
    result = tutanak("run", tmp_path / "no", "--out", tmp_path)
    assert result.exit_code == 1
    assert "no such file or folder" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_out_that_cannot_be_written_is_1(texts: Path) -> None:
    result = tutanak("run", texts, "--out", texts / "a.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert "choose another folder with --out" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("stand_in")
def test_files_of_unknown_kinds_are_named(texts: Path) -> None:
    (texts / "picture.png").write_bytes(b"\x89PNG")
    result = tutanak("run", texts, "--out", texts.parent / "out")
    assert result.exit_code == 0
    assert re.fullmatch(
        r"not read: .*picture\.png: of no kind that is read \(\.png\)\n", result.stderr
    )


@pytest.mark.usefixtures("stand_in")
def test_strict_sets_them_aside(texts: Path) -> None:
    (texts / "picture.png").write_bytes(b"\x89PNG")
    result = tutanak("run", texts, "--out", texts.parent / "out", "--strict")
    assert result.exit_code == 3
    assert "--strict asks for all" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_strict_sets_aside_what_was_not_read_whole(texts: Path) -> None:
    (texts / "b.txt").write_bytes("Şişli Müdürlüğü ağaç dikti ş".encode()[:-1])
    assert tutanak("run", texts, "--out", texts.parent / "out").exit_code == 0
    result = tutanak("run", texts, "--out", texts.parent / "out", "--strict")
    assert result.exit_code == 3
    assert "1 characters were not read (--strict)" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_run_reads_the_standard_input_by_what_it_is(texts: Path) -> None:
    out = texts.parent / "out"
    page = made.html().encode("cp1254")
    assert tutanak("run", texts / "a.txt", "-", "--out", out, stdin=page).exit_code == 0
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"].rpartition("/")[2] for line in lines] == [
        "a.txt",
        "standard input",
    ]
    assert "çalıştayı düzenledi" in lines[1]


@pytest.mark.usefixtures("stand_in")
def test_columns_are_mapped(texts: Path) -> None:
    table = texts.parent / "t.csv"
    table.write_text("a;b\nVali;1\n", encoding="utf-8")
    out = texts.parent / "out"
    assert tutanak("run", table, "--out", out).exit_code == 1
    assert (
        tutanak("run", table, "--out", out, "--column", "text=a", "--column", "id=b").exit_code == 0
    )
    (line,) = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "t-1"


@pytest.mark.usefixtures("stand_in")
def test_extract_prints_all_texts_of_an_archive(texts: Path) -> None:
    archive = texts.parent / "z.zip"
    archive.write_bytes(made.zipped({"a.txt": b"Vali", "b.png": b"\x89PNG", "c.txt": b"Kaya"}))
    result = tutanak("extract", archive)
    assert result.exit_code == 0
    assert re.findall(r'^  "id": "(.*)"', result.stdout, re.MULTILINE) == ["z-a", "z-c"]
    assert "z.zip#b.png: of no kind that is read" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_a_missing_package_names_its_extra(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (texts / "b.pdf").write_bytes(made.pdf())
    result = tutanak("run", texts, "--out", texts.parent / "out")
    assert result.exit_code == 3
    assert "b.pdf: 'pypdfium2' is not installed" in result.stderr
    assert "pip install 'tutanak[archives]'" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_summary(texts: Path) -> None:
    result = tutanak("run", texts, "--out", texts.parent / "out", "--summary")
    assert result.exit_code == 0
    for words in (r"documents\s+2", r"set aside\s+0", r"people\s+2", r"warnings\s+none"):
        assert re.search(words, result.stdout)
    assert str(texts.parent / "out") in result.stdout


@pytest.mark.usefixtures("stand_in")
def test_quoted_patterns_reach_down(texts: Path) -> None:
    (texts / "deep/er").mkdir(parents=True)
    (texts / "deep/er/c.txt").write_text("Vali", encoding="utf-8")
    out = texts.parent / "out"
    assert tutanak("run", f"{texts}/**/*.txt", "--out", out).exit_code == 0
    assert len((out / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.usefixtures("stand_in")
def test_extract_prints_one_record(texts: Path) -> None:
    result = tutanak("extract", texts / "a.txt", "--published", "2021-03-06", "--publisher", "X")
    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "schema_version"')
    assert "Ayşe" in result.stdout
    record = Record.model_validate_json(result.stdout)
    assert (record.id, record.publisher, str(record.published)) == ("a", "X", "2021-03-06")


@pytest.mark.usefixtures("stand_in")
def test_options_outrank_the_sidecar(texts: Path) -> None:
    told = '{"publisher": "own", "published": "2020-01-01"}'
    (texts / "a.meta.json").write_text(told, encoding="utf-8")
    assert '"publisher": "own"' in tutanak("extract", texts / "a.txt").stdout
    changed = tutanak("extract", texts / "a.txt", "--publisher", "given").stdout
    assert '"publisher": "given"' in changed
    assert '"published": "2020-01-01"' in changed


@pytest.mark.usefixtures("stand_in")
def test_extract_reads_the_standard_input() -> None:
    result = tutanak("extract", "-", stdin="Göç İdaresi".encode())
    assert result.exit_code == 0
    assert "Göç İdaresi" in (Record.model_validate_json(result.stdout).text or "")


REFUSED = {
    "empty": (b"", "empty"),
    "binary": (b"a\x00b", "binary"),
    "not Turkish": ("Привет, мир".encode("cp1251"), "not UTF-8"),
    "too long": (b"a" * 101, "over the limit"),
}


@pytest.mark.parametrize(("stdin", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_extract_refuses_with_1(stdin: bytes, says: str) -> None:
    result = tutanak("extract", "-", "--max-bytes", "100", stdin=stdin)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: standard input" if says != "empty" else "error: ")
    assert says in result.stderr


def test_extract_of_a_missing_file(tmp_path: Path) -> None:
    result = tutanak("extract", tmp_path / "no.txt")
    assert result.exit_code == 1
    assert f"no.txt: cannot be read: {os.strerror(2)}" in result.stderr


@pytest.fixture
def gold(texts: Path) -> Path:
    folder = texts.parent / "gold"
    folder.mkdir()
    lists: dict[str, list[str]] = {
        name: [] for name in ("dates", "institutions", "counts", "meetings")
    }
    content: dict[str, object] = {**lists, "people": [{"name": "Ayşe Kaya"}, {"name": "Ali Ak"}]}
    for name in ("a", "b"):
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("stand_in")
def test_evaluate(gold: Path, texts: Path) -> None:
    result = tutanak("evaluate", gold, "--texts", texts, "--errors", "1")
    assert result.exit_code == 0
    assert re.search(r"people +P 1\.000  R 0\.500  F1 0\.667  \(gold 4\)", result.stdout)
    assert "people         a MISS Ali Ak" in result.stdout


@pytest.mark.usefixtures("stand_in")
def test_evaluate_as_object_with_intervals(gold: Path, texts: Path) -> None:
    result = tutanak("evaluate", gold, "--texts", texts, "--json", "--intervals")
    assert json.loads(result.stdout)["people"] == {
        "p": 1.0,
        "r": 0.5,
        "f": 0.6667,
        "n": 4,
        "f_95": [0.6667, 0.6667],
    }


@pytest.mark.usefixtures("stand_in")
def test_evaluate_records_of_a_run(gold: Path, texts: Path) -> None:
    out = texts.parent / "out"
    tutanak("run", texts, "--out", out)
    made = tutanak("evaluate", gold, "--texts", texts).stdout
    assert tutanak("evaluate", gold, "--records", out / "records.jsonl").stdout == made


def test_evaluate_without_gold_is_1(tmp_path: Path) -> None:
    result = tutanak("evaluate", tmp_path, "--texts", tmp_path)
    assert (result.exit_code, "no gold in it" in result.stderr) == (1, True)


LOOKUPS = {
    "a body": (["Pendik Belediyesi"], r"^Pendik Belediyesi -> Pendik Belediyesi\n  tr\."),
    "a former name": (["Göç İdaresi Gn. Md.", "--date", "2019-05-01"], "-> Göç İdaresi Genel Müd"),
    "no body": (["İzmit Valiliği"], r"^İzmit Valiliği: no such body in the registry\n"),
    "a near one": (["İzmit Valiliği"], r"İzmir Valiliği  tr\.\S+  place: izmit / izmir"),
    "several": (["TBB"], "^TBB: several bodies bear this name\n"),
}


@pytest.mark.parametrize(("arguments", "says"), LOOKUPS.values(), ids=LOOKUPS.keys())
def test_lookup(arguments: list[str], says: str) -> None:
    result = tutanak("registry", "lookup", *arguments)
    assert result.exit_code == (1 if "no such body" in result.stdout else 0)
    assert re.search(says, result.stdout)


def test_lookup_as_object() -> None:
    answer = json.loads(tutanak("registry", "lookup", "TBB", "--json").stdout)
    assert (answer["link"]["id"], answer["link"]["method"]) == (None, "ambiguous")
    assert len(answer["candidates"]) > 1
