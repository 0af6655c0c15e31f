"""Whole runs with stand-in stages: what goes wrong with one document stays with that document."""

import json
from pathlib import Path
from typing import Any

import pytest

from tutanak.emit.frames import read_tables
from tutanak.errors import OptionError, OutputError
from tutanak.report import RunReport
from tutanak.runner import run

pytestmark = pytest.mark.usefixtures("stand_in")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Vali {name}", encoding="utf-8")
    return folder


def records(out: Path) -> list[dict[str, Any]]:
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def quarantine(out: Path) -> list[dict[str, str]]:
    lines = (out / "quarantine.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def run_on(texts: Path, **options: Any) -> RunReport:
    return run([texts], out=texts.parent / "out", **options)


def bad_input(name: str) -> bytes:
    return {
        "empty": b"",
        "binary": bytes(range(256)) * 4,
        "utf8": "Привет, мир".encode("cp1251"),
        "large": b"Vali " * 4_000_000,
        "extract": b"EXTRACT-FAILS",
        "normalise": b"NORMALISE-FAILS",
    }[name]


BAD = {
    "empty": ("ingest", "InputError", "empty"),
    "binary": ("ingest", "EncodingError", "binary"),
    "utf8": ("ingest", "EncodingError", "not UTF-8"),
    "large": ("ingest", "TooLargeError", "20,000,000 bytes are over the limit of 10,000,000"),
    "extract": ("extract", "ZeroDivisionError", "on demand"),
    "normalise": ("normalise", "KeyError", "on demand"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_document_never_stops_a_run(name: str, texts: Path) -> None:
    stage, error, says = BAD[name]
    (texts / "b.txt").write_bytes(bad_input(name))
    report = run_on(texts)
    assert [record["id"] for record in records(report.out)] == ["a", "c"]
    (line,) = quarantine(report.out)
    assert (line["stage"], line["error"]) == (stage, error)
    assert line["source"].endswith("texts/b.txt")
    assert says in line["message"]
    assert line["source"] in line["message"]
    assert (report.documents, report.records, len(report.failures)) == (3, 2, 1)


def test_missing_path_and_broken_sidecar(texts: Path) -> None:
    (texts / "a.meta.json").write_text("{", encoding="utf-8")
    report = run([texts, texts / "no.txt"], out=texts.parent / "out")
    assert [line["error"] for line in quarantine(report.out)] == ["InputError", "SidecarError"]
    assert [record["id"] for record in records(report.out)] == ["b", "c"]


def test_limit_can_be_raised(texts: Path) -> None:
    (texts / "b.txt").write_bytes(bad_input("large"))
    assert run_on(texts, max_bytes=30_000_000).failures == ()


def test_two_files_with_one_stem(texts: Path) -> None:
    (texts / "sub").mkdir()
    (texts / "sub/a.txt").write_text("Vali", encoding="utf-8")
    report = run_on(texts)
    ids = [record["id"] for record in records(report.out)]
    assert len(set(ids)) == 4
    assert report.warnings == {"id_made_unique": 1}
    assert len(read_tables(report.out)["documents"]) == 4


def test_the_same_run_twice_is_byte_identical(texts: Path) -> None:
    (texts / "bad.txt").write_bytes(b"")
    report = run_on(texts)
    first = {path.name: path.read_bytes() for path in report.out.iterdir()}
    run([texts / "c.txt", texts / "b.txt", texts], out=report.out)
    second = {path.name: path.read_bytes() for path in report.out.iterdir()}
    assert set(first) == set(second)
    assert {name for name in first if first[name] != second[name]} <= {"report.json"}


def test_report(texts: Path) -> None:
    (texts / "notes.md").write_text("x", encoding="utf-8")
    (texts / "b.txt").write_bytes(b"Vali\xc2\xa0b")
    calls: list[tuple[int, int]] = []
    report = run_on(texts, progress=lambda done, total: calls.append((done, total)))
    written = json.loads((report.out / "report.json").read_text(encoding="utf-8"))
    assert written["found"] == dict.fromkeys(written["found"], 3)
    assert written["links"] == {"exact": 3}
    assert written["warnings"] == {"repaired_text": 1}
    assert written["skipped_files"] == {".md": 1}
    assert written["rows"]["organisations"] == 1
    assert written["set_aside"] == 0
    assert calls == [(1, 3), (2, 3), (3, 3)]


def test_no_clock_outside_the_report(texts: Path) -> None:
    report = run_on(texts)
    started = json.loads((report.out / "report.json").read_text(encoding="utf-8"))["started"]
    today = started[:10].encode()
    for path in report.out.iterdir():
        assert (today in path.read_bytes()) == (path.name == "report.json")


def test_publisher_for_all(texts: Path) -> None:
    (texts / "a.meta.json").write_text('{"publisher": "own"}', encoding="utf-8")
    report = run_on(texts, publisher="given")
    assert [record["publisher"] for record in records(report.out)] == ["own", "given", "given"]


def test_one_input_may_stand_alone(texts: Path) -> None:
    report = run(texts / "a.txt", out=texts.parent / "out", text=False)
    (record,) = records(report.out)
    assert "text" not in record


def test_nothing_could_be_done(tmp_path: Path) -> None:
    report = run("no", out=tmp_path)
    assert (report.records, len(report.failures)) == (0, 1)
    assert records(tmp_path) == []
    assert {len(frame) for frame in read_tables(tmp_path).values()} == {0}


def test_a_mistyped_path_leaves_older_results(texts: Path) -> None:
    run_on(texts)
    before = sorted((path, path.read_bytes()) for path in (texts.parent / "out").iterdir())
    report = run(texts.parent / "text", out=texts.parent / "out")
    assert (report.records, len(report.failures), report.rows) == (0, 1, {})
    assert before == sorted((path, path.read_bytes()) for path in (texts.parent / "out").iterdir())


@pytest.mark.parametrize("option", ["workers", "max_bytes"])
def test_options_that_make_no_sense(option: str, texts: Path) -> None:
    with pytest.raises(OptionError, match=f"{option} is 0"):
        run_on(texts, **{option: 0})


def test_results_cannot_be_written(texts: Path) -> None:
    with pytest.raises(OutputError, match="choose another folder"):
        run([texts], out=texts / "a.txt")
