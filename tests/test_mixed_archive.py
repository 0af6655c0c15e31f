"""An archive of all formats and encodings: every readable text is a record, nothing is lost."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import tutanak
from tests.mixed_archive import Made, write
from tutanak.report import RunReport


class Ran:
    """The archive, and what a run made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "arsiv"
        self.files = write(self.folder)
        self.out = folder / "out"
        self.report: RunReport = tutanak.run(self.folder, out=self.out)
        self.records = self.lines("records.jsonl")
        self.failures = self.lines("quarantine.jsonl")

    def lines(self, name: str) -> list[dict[str, Any]]:
        text = (self.out / name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def of(self, source: str) -> str:
        """The file of the archive that a source is, or is in."""
        return source.partition("#")[0].removeprefix(f"{self.folder.as_posix()}/")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    return Ran(tmp_path_factory.mktemp("mixed"))


def test_the_archive_is_large_and_mixed(ran: Ran) -> None:
    assert len(ran.files) >= 60
    assert len({Path(one.name).suffix for one in ran.files}) >= 18
    assert sum(bool(one.reasons) for one in ran.files) >= 20


def test_every_readable_text_is_a_record(ran: Ran) -> None:
    expected = {one.name: one.records for one in ran.files if one.records}
    assert Counter(ran.of(record["source"]) for record in ran.records) == expected
    assert len({record["id"] for record in ran.records}) == len(ran.records)
    for record in ran.records:
        assert "Göç İdaresi Başkanlığı" in record["text"], record["source"]
        assert "Kartal Belediyesi" in [body["name"] for body in record["institutions"]]
        assert [person["name"] for person in record["people"]] == ["Selin Aksoy"]
        assert len(record["counts"]) == 2


def test_every_other_one_is_in_quarantine_with_its_reason(ran: Ran) -> None:
    found: dict[str, list[str]] = {}
    for failure in ran.failures:
        found.setdefault(ran.of(failure["source"]), []).append(failure["message"])
    assert set(found) == {one.name for one in ran.files if one.reasons}
    for one in ran.files:
        messages = found.get(one.name, [])
        assert len(messages) == len(one.reasons)
        for reason in one.reasons:
            assert any(reason in message for message in messages), (reason, messages)


def test_files_of_unknown_kinds_are_named(ran: Ran) -> None:
    expected = {one.name: one.unknown for one in ran.files if one.unknown}
    assert Counter(ran.of(one.source) for one in ran.report.unknown) == expected
    told = json.loads((ran.out / "report.json").read_text(encoding="utf-8"))
    assert len(told["unknown_files"]) == sum(expected.values())


def test_no_file_is_without_a_trace(ran: Ran) -> None:
    traced = {ran.of(one["source"]) for one in (*ran.records, *ran.failures)}
    traced |= {ran.of(one.source) for one in ran.report.unknown}
    sidecars = {one.name for one in ran.files if one.name.endswith(".meta.json")}
    assert traced == {one.name for one in ran.files} - sidecars


def test_the_ledger(ran: Ran) -> None:
    gaps = {
        ran.of(record["source"]): (record["coverage"]["unread"], record["coverage"]["unread_pages"])
        for record in ran.records
        if record["coverage"]["unread"] or record["coverage"]["unread_pages"]
    }
    assert gaps == {"metin/cut.txt": (1, []), "baski/half-scanned.pdf": (0, [2])}
    assert ran.report.unread == {"unread_characters": 1, "unread_pages": 1}


def test_repairs_are_told(ran: Ran) -> None:
    repaired = {
        ran.of(record["source"])
        for record in ran.records
        if "repaired_encoding" in {warning["code"] for warning in record["warnings"]}
    }
    assert {one.name for one in ran.files if "-as-" in one.name} <= repaired
    assert {"metin/cp1254.txt", "metin/cp857.txt", "metin/two-encodings.txt"} <= repaired
    assert "metin/utf-8.txt" not in repaired


def test_strict_sets_gaps_and_unknown_files_aside(ran: Ran, tmp_path: Path) -> None:
    report = tutanak.run(ran.folder, out=tmp_path, strict=True)
    assert report.unknown == ()
    more = {ran.of(f.source) for f in report.failures if f.error == "CoverageError"}
    unknown: list[Made] = [one for one in ran.files if one.unknown]
    assert more == {"metin/cut.txt", "baski/half-scanned.pdf", *(one.name for one in unknown)}
    assert report.records == len(ran.records) - 2


def test_any_number_of_workers_gives_the_same(ran: Ran, tmp_path: Path) -> None:
    tutanak.run(ran.folder, out=tmp_path, workers=2)
    for path in sorted(ran.out.iterdir()):
        if path.name != "report.json":
            assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name
