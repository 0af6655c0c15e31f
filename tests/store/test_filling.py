"""`tutanak run --store`: what a run leaves in a store, beside its folder."""

from pathlib import Path

import pandas as pd
import pytest

import tutanak
from tests.conftest import ROOT
from tutanak.emit.schema import TABLES
from tutanak.errors import StoreBusyError
from tutanak.normalise.verdicts import Verdict
from tutanak.report import RunReport
from tutanak.store import open_store
from tutanak.store.keys import key_of, sources_of

# Only texts that anybody may read: a failing assertion prints what it compares.
TUNED = sorted((ROOT / "data" / "raw").glob("t*.txt"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Vali {name}", encoding="utf-8")
    return folder


def fill(texts: Path, store: str) -> RunReport:
    return tutanak.run(texts, out=texts.parent / "out", store=store)


def last_run(store: str) -> tuple[int, ...]:
    """New, changed, renewed, same and failed documents."""
    with open_store(store, create=False) as opened:
        run = opened.runs()[0]
    return run.new, run.changed, run.renewed, run.same, run.failed


def test_the_tables_of_a_store_are_those_of_the_folder(store_url: str, tmp_path: Path) -> None:
    texts = TUNED[::4]
    report = tutanak.run(texts, out=tmp_path / "out", store=store_url)
    assert report.records == len(texts) > 10
    from_store, from_folder = tutanak.read_tables(store_url), tutanak.read_tables(report.out)
    assert list(from_store) == list(from_folder)
    for name, frame in from_folder.items():
        assert len(frame) > 5, name
        assert dict(from_store[name].dtypes) == dict(frame.dtypes)
        pd.testing.assert_frame_equal(from_store[name], frame, obj=name)
    with open_store(store_url) as store:
        store.export("all", tmp_path / "jsonl", format="jsonl")
        store.export("all", tmp_path / "csv", format="csv")
    files = [("jsonl", "records.jsonl"), *(("csv", f"{table.name}.csv") for table in TABLES)]
    for format, name in files:
        assert (tmp_path / format / name).read_bytes() == (report.out / name).read_bytes(), name


@pytest.mark.usefixtures("stand_in")
def test_again_edited_and_mended(texts: Path, store_url: str) -> None:
    (texts / "bad.txt").write_bytes(b"")
    fill(texts, store_url)
    assert last_run(store_url) == (3, 0, 0, 0, 1)
    fill(texts, store_url)
    assert last_run(store_url) == (0, 0, 0, 3, 1)
    (texts / "a.txt").write_text("Vali a, bugün", encoding="utf-8")
    (texts / "b.meta.json").write_text('{"publisher": "Valilik"}', encoding="utf-8")
    (texts / "bad.txt").write_text("Vali", encoding="utf-8")
    (texts / "c.txt").unlink()
    fill(texts, store_url)
    assert last_run(store_url) == (1, 1, 1, 0, 0)
    with open_store(store_url) as store:
        assert [record.id for record in store.records()] == ["a", "b", "bad", "c"]
        assert store.failures() == []
        assert [one.version for one in store.versions(key_of(str(texts / "a.txt")))] == [1, 2]


@pytest.mark.usefixtures("stand_in")
def test_the_folder_we_are_in_does_not_matter(
    texts: Path, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(texts, store_url)
    monkeypatch.chdir(texts)
    tutanak.run([".", "a.txt", "../texts/b.txt"], out="../out2", store=store_url)
    with open_store(store_url) as store:
        assert len(list(store.records())) == 3
        assert store.runs()[0].new == 0


@pytest.mark.usefixtures("stand_in")
def test_one_source_of_several_texts(texts: Path, store_url: str) -> None:
    for name in ("a", "b", "c"):
        (texts / f"{name}.txt").unlink()
    (texts / "a.csv").write_text("no,metin\n1,Vali\n2,Kaymakam\n", encoding="utf-8")
    fill(texts, store_url)
    assert last_run(store_url) == (2, 0, 0, 0, 0)
    rows = "no,metin\n1,Vali\n2,Kaymakam ve Vali\n3,Müdür\n4,\n"
    (texts / "a.csv").write_text(rows, encoding="utf-8")
    fill(texts, store_url)
    assert last_run(store_url) == (1, 1, 0, 1, 1)
    with open_store(store_url) as store:
        assert [failure.key for failure in store.failures()] == [f"{texts.as_posix()}/a.csv#row=4"]


def test_decisions_of_the_store_are_replayed(tmp_path: Path, store_url: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Ereğli Belediyesi 5 Mart 2021'de toplantı düzenledi.", encoding="utf-8")
    ids = []
    for _ in range(2):
        tutanak.run(text, out=tmp_path / "out", store=store_url)
        ids.append(tutanak.read_tables(store_url)["institutions"]["organisation_id"][0])
        with open_store(store_url) as store, store.writing() as writer:
            verdict = Verdict("accept", "Ereğli Belediyesi", "tr.ilce.konya.eregli.belediye")
            writer.decide(verdict, lambda _: True)
    assert ids == ["ambiguous:ereğli-belediyesi", "tr.ilce.konya.eregli.belediye"]
    assert last_run(store_url) == (0, 0, 1, 0, 0)


@pytest.mark.usefixtures("stand_in")
def test_a_store_that_is_written_to(texts: Path, store_url: str) -> None:
    with open_store(store_url) as store, store.writing(), pytest.raises(StoreBusyError):
        fill(texts, store_url)
    assert not (texts.parent / "out" / "records.jsonl").exists()


@pytest.mark.usefixtures("stand_in")
def test_an_sqlite_file_may_be_named_by_its_path(texts: Path) -> None:
    path = texts.parent / "archive.db"
    fill(texts, str(path))
    assert len(tutanak.read_tables(path)["documents"]) == 3
    assert len(tutanak.read_tables(f"sqlite:///{path}")["documents"]) == 3


KEYS = {
    ("https://x.test/a?b=1", "i"): "https://x.test/a?b=1",
    ("https://x.test/feed.zip#7", "i"): "https://x.test/feed.zip#7",
    ("-", "text-1234"): "text-1234",
    ("", "text-1234"): "text-1234",
    ("standard input", "stdin"): "stdin",
    ("standard input#row=1", "stdin-1"): "stdin-1",
    ("standard input#row=2", ""): "standard input#row=2",
    ("/a/../b/c.txt", "c"): "/b/c.txt",
    ("/b/c.zip#d/e.txt", "c"): "/b/c.zip#d/e.txt",
}


@pytest.mark.parametrize(("given", "key"), KEYS.items())
def test_keys(given: tuple[str, str], key: str) -> None:
    source, id = given
    assert key_of(source, id=id) == key


def test_what_a_text_lies_in() -> None:
    assert list(sources_of("/b/c.zip#d.zip#e.txt")) == ["/b/c.zip#d.zip", "/b/c.zip"]
    assert list(sources_of("/b/c.txt")) == []
