"""The main job on the sample archive, whole: what a machine can check of the record contract."""

import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest

import tutanak
from tests.conftest import ROOT, SHARED

RAW = ROOT / "data" / "raw"
# Only texts that anybody may read: a failing assertion prints what it compares.
TUNED = [str(RAW / "t*.txt")]
SEEDS = [str(SHARED / "seeds" / "*.txt")] if (SHARED / "seeds").is_dir() else []


def digests(folder: Path) -> dict[str, str]:
    """A digest of each file that must come out the same."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name != "report.json"
    }


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    report = tutanak.run([*TUNED, *SEEDS], out=folder)
    assert report.failures == ()
    assert report.records >= 20
    return folder


@pytest.fixture(scope="module")
def records(out: Path) -> list[tutanak.Record]:
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [tutanak.Record.model_validate_json(line) for line in lines]


def test_workers_change_no_byte(tmp_path: Path) -> None:
    texts = sorted(RAW.glob("*.txt"))
    number = len(texts)
    assert number >= 40
    for workers in (1, 2):
        report = tutanak.run(texts, out=tmp_path / str(workers), workers=workers)
        failed, read = len(report.failures), report.records
        assert failed == 0, "run it by hand: quarantine.jsonl names the text"
        assert read == number
    assert digests(tmp_path / "1") == digests(tmp_path / "2")


def test_ids_are_the_stems_in_order(records: list[tutanak.Record]) -> None:
    assert [record.id for record in records] == [Path(record.source).stem for record in records]
    assert len({record.id for record in records}) == len(records)


def test_spans_are_evidence(records: list[tutanak.Record]) -> None:
    for record in records:
        text = record.text
        assert text is not None
        assert record.sha256 == hashlib.sha256(text.encode()).hexdigest()
        quoted = [(d.span, d.text) for d in record.dates]
        quoted += [(count.span, count.text) for count in record.counts]
        for span, words in quoted:
            assert text[slice(*span)] == words
        spans = [s for body in record.institutions for s in body.mentions]
        spans += [s for person in record.people for s in person.mentions]
        spans += [meeting.span for meeting in record.meetings]
        for start, end in spans:
            assert text[start:end] == text[start:end].strip() != "", (record.id, start, end)


def test_every_value_has_a_rule(records: list[tutanak.Record]) -> None:
    for record in records:
        for part in ("dates", "institutions", "people", "counts", "meetings"):
            assert all(item.why.rule for item in getattr(record, part))


def test_indexes_of_meetings_point_into_the_lists(records: list[tutanak.Record]) -> None:
    for record in records:
        for meeting in record.meetings:
            for part in ("people", "institutions", "counts"):
                items = getattr(record, part)
                assert all(0 <= index < len(items) for index in getattr(meeting, part))


def test_a_body_without_id_has_no_canonical_name(records: list[tutanak.Record]) -> None:
    bodies = [body for record in records for body in record.institutions]
    linked = [body for body in bodies if body.id is not None]
    assert linked
    assert len(linked) < len(bodies)
    for body in bodies:
        assert (body.id is None) == (body.canonical_name is None)
        assert (body.id is None) == (body.match.method in ("none", "ambiguous"))


def test_tables_agree_with_the_records(out: Path, records: list[tutanak.Record]) -> None:
    tables = tutanak.read_tables(out)
    assert len(tables["documents"]) == len(records)
    for name in ("dates", "people", "counts", "meetings"):
        assert len(tables[name]) == sum(len(getattr(record, name)) for record in records)
        assert tables["documents"][name].sum() == len(tables[name])
    known = set(tables["organisations"]["organisation_id"])
    for name in ("institutions", "people", "participations"):
        assert set(tables[name]["organisation_id"].dropna()) <= known
    merged = tables["institutions"].merge(tables["organisations"], on="organisation_id")
    assert len(merged) == len(tables["institutions"])
    assert pd.api.types.is_datetime64_any_dtype(tables["meetings"]["start"])


def test_a_record_is_the_same_alone_and_in_a_run(records: list[tutanak.Record]) -> None:
    record = next(r for r in records if r.publisher and r.published and not r.warnings)
    alone = tutanak.extract(
        record.text or "",
        published=record.published,
        publisher=record.publisher,
        title=record.title,
        id=record.id,
    )
    told = {name: getattr(record, name) for name in ("source", "url", "published_from")}
    assert alone.model_copy(update=told) == record


def test_the_pipeline_gives_the_same_record(records: list[tutanak.Record]) -> None:
    record = next(r for r in records if r.publisher and r.published)
    nlp = tutanak.load()
    doc = nlp.make_doc(record.text or "")
    doc._.published, doc._.publisher = str(record.published), record.publisher
    found = nlp(doc)._.record
    for part in ("dates", "institutions", "people", "counts", "meetings"):
        assert getattr(found, part) == getattr(record, part)


def test_report_counts_what_is_there(out: Path, records: list[tutanak.Record]) -> None:
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["records"] == len(records)
    assert report["found"]["people"] == sum(len(record.people) for record in records)
