"""Records to tables and back: the same frames from both formats, the same types whatever is in."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import make_record
from tutanak.emit.frames import read_tables
from tutanak.emit.output import Output, emit, output
from tutanak.emit.schema import TABLES
from tutanak.errors import OutputError
from tutanak.records import Failure, Record, Span

NAMES = [table.name for table in TABLES]


def write(folder: Path, *records: Record, text: bool = True) -> None:
    with output(folder) as results:
        for record in records:
            results.record(emit(record, text=text))
        results.finish()


def test_the_eight_tables() -> None:
    assert NAMES == [
        "documents",
        "meetings",
        "institutions",
        "organisations",
        "people",
        "participations",
        "dates",
        "counts",
    ]


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_keys_stand_first(table: object) -> None:
    assert hasattr(table, "columns")
    keys = [column.key for column in table.columns]
    assert keys == sorted(keys, reverse=True)
    assert keys[0]


@pytest.mark.parametrize("records", [0, 1, 3], ids=["none", "one", "three"])
def test_csv_and_parquet_give_the_same_frames(records: int, tmp_path: Path) -> None:
    write(tmp_path, *(make_record(f"r{i}", linked=i != 1) for i in range(records)))
    from_parquet = read_tables(tmp_path)
    for file in tmp_path.glob("*.parquet"):
        file.unlink()
    from_csv = read_tables(tmp_path)
    for name in NAMES:
        pd.testing.assert_frame_equal(from_parquet[name], from_csv[name])


def test_types_do_not_depend_on_what_is_in(tmp_path: Path) -> None:
    write(tmp_path / "empty")
    write(tmp_path / "full", make_record())
    empty, full = read_tables(tmp_path / "empty"), read_tables(tmp_path / "full")
    for name in NAMES:
        assert dict(empty[name].dtypes) == dict(full[name].dtypes)
        assert len(empty[name]) == 0 < len(full[name])


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_filled(name: str, tmp_path: Path) -> None:
    write(tmp_path, make_record("a"), make_record("b", linked=False))
    frame = read_tables(tmp_path)[name]
    table = next(table for table in TABLES if table.name == name)
    keys = [column.name for column in table.columns if column.key]
    assert not frame[keys].isna().any(axis=None)
    assert not frame.duplicated(keys).any()


def test_values(tmp_path: Path) -> None:
    write(tmp_path, make_record())
    tables = read_tables(tmp_path)
    person, count, meeting = (tables[n].iloc[0] for n in ("people", "counts", "meetings"))
    assert person["other_roles"] == "Konuşmacı; Moderatör"
    assert person["organisation_id"] == "mun:pendik"
    assert (count["low"], count["high"] is pd.NA) == (40, True)
    assert meeting["start"] == pd.Timestamp("2021-03-05")
    assert tables["institutions"].iloc[0]["surface"] == "Pendik Belediyesi"
    assert [*tables["participations"]["organizer"]] == [False, True]
    assert tables["documents"].iloc[0]["characters"] == len(make_record().text or "")


def test_organisations_count_documents_and_gather_names(tmp_path: Path) -> None:
    other = make_record("b")
    (body,) = other.institutions
    variant = body.model_copy(
        update={"name": "Pendik Bld.", "mentions": (Span(0, 4), Span(5, 9), Span(10, 14))}
    )
    write(
        tmp_path,
        make_record("a"),
        other.model_copy(update={"institutions": (variant,)}),
        make_record("c", linked=False),
    )
    rows = read_tables(tmp_path)["organisations"]
    assert [*rows["organisation_id"]] == ["mun:pendik", "local:pendik-belediyesi"]
    assert [*rows["linked"]] == [True, False]
    assert [*rows["documents"]] == [2, 1]
    assert [*rows["mentions"]] == [4, 1]
    assert rows["names"][0] == "Pendik Bld.; Pendik Belediyesi"


def test_every_institution_row_has_its_organisation(tmp_path: Path) -> None:
    write(tmp_path, make_record("a"), make_record("b", linked=False))
    tables = read_tables(tmp_path)
    known = set(tables["organisations"]["organisation_id"])
    assert set(tables["institutions"]["organisation_id"]) == known
    assert set(tables["participations"]["organisation_id"]) <= known


def test_csv_is_plain(tmp_path: Path) -> None:
    write(tmp_path, make_record(text=make_record().text or "" + '\n"x", y'))
    content = (tmp_path / "documents.csv").read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "participations.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [row["organizer"] for row in rows] == ["false", "true"]


def test_many_rows_pass_in_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutanak.emit.tables._BLOCK", 7)
    write(tmp_path, *(make_record(f"r{i:02}") for i in range(20)))
    assert [*read_tables(tmp_path)["dates"]["document_id"]] == [f"r{i:02}" for i in range(20)]


DAMAGE = {
    "no folder": (None, "no such folder"),
    "no table": ("missing", "no table 'documents'"),
    "no parquet inside": ("garbage", "not readable as a table"),
    "other columns": ("columns", "columns are missing"),
    "not a number": ("number", "not readable as a table"),
}


@pytest.mark.parametrize(("damage", "says"), DAMAGE.values(), ids=DAMAGE.keys())
def test_unreadable_tables(damage: str | None, says: str, tmp_path: Path) -> None:
    write(tmp_path, make_record())
    parquet, plain = tmp_path / "documents.parquet", tmp_path / "documents.csv"
    if damage == "garbage":
        parquet.write_bytes(b"x")
    elif damage is not None:
        parquet.unlink()
    if damage == "missing":
        plain.unlink()
    elif damage == "columns":
        plain.write_text("document_id\na\n", encoding="utf-8")
    elif damage == "number":
        head, row = plain.read_text(encoding="utf-8").splitlines()
        plain.write_text(f"{head}\n{row[:-1]}x\n", encoding="utf-8")
    with pytest.raises(OutputError, match=says):
        read_tables(tmp_path / "no" if damage is None else tmp_path)


def test_text_can_be_left_out(tmp_path: Path) -> None:
    write(tmp_path, make_record(), text=False)
    record = Record.model_validate_json((tmp_path / "records.jsonl").read_text(encoding="utf-8"))
    assert record == make_record().model_copy(update={"text": None})
    assert '"text":null' not in (tmp_path / "records.jsonl").read_text(encoding="utf-8")
    assert read_tables(tmp_path)["institutions"]["surface"][0] == "Pendik Belediyesi"


class Stop(Exception):
    """Something that goes wrong in the middle of a run."""


def test_outputs_appear_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path, make_record("old"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fail(results: Output) -> None:
        results.record(emit(make_record("new")))
        raise Stop

    with pytest.raises(Stop), output(tmp_path) as results:
        fail(results)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_quarantine_only_when_needed_and_never_stale(tmp_path: Path) -> None:
    failure = Failure("ş.txt", "ingest", "InputError", "ş.txt: empty")
    with output(tmp_path) as results:
        results.failure(failure)
        results.finish()
    line = (
        '{"source": "ş.txt", "stage": "ingest", "error": "InputError", "message": "ş.txt: empty"}\n'
    )
    assert (tmp_path / "quarantine.jsonl").read_text(encoding="utf-8") == line
    write(tmp_path, make_record())
    assert not (tmp_path / "quarantine.jsonl").exists()


def test_no_folder_for_results(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="choose another folder"):
        write(tmp_path / "file")


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    write(tmp_path, make_record())
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def with_body(id: str, name: str, *, method: str = "none") -> Record:
    """A record whose only body is not linked."""
    record = make_record(id, linked=False)
    (body,), (person,) = record.institutions, record.people
    match = body.match.model_copy(update={"method": method})
    return record.model_copy(
        update={
            "institutions": (body.model_copy(update={"name": name, "match": match}),),
            "people": (person.model_copy(update={"institution": name}),),
        }
    )


def first_word(counts: Mapping[str, int]) -> dict[str, str]:
    return {name: "local:" + name.split()[0] for name in counts}


def test_spellings_are_one_organisation_in_all_tables(tmp_path: Path) -> None:
    names = ("Deniz Derneği", "Deniz Der.", "Deniz Der.", "Kara Derneği")
    with output(tmp_path, group=first_word) as results:
        for number, name in enumerate(names):
            results.record(emit(with_body(f"r{number}", name)))
        results.finish()
    tables = read_tables(tmp_path)
    for table in ("institutions", "people"):
        assert [*tables[table]["organisation_id"]] == ["local:Deniz"] * 3 + ["local:Kara"]
    assert set(tables["participations"]["organisation_id"]) == {"local:Deniz", "local:Kara"}
    rows = tables["organisations"]
    assert [*rows["organisation_id"]] == ["local:Deniz", "local:Kara"]
    assert [*rows["name"]] == ["Deniz Der.", "Kara Derneği"]
    assert [*rows["names"]] == ["Deniz Der.; Deniz Derneği", "Kara Derneği"]
    assert [*rows["name_counts"]] == ["2; 1", "1"]
    assert [*rows["documents"]] == [3, 1]


def test_a_document_counts_once_for_two_spellings(tmp_path: Path) -> None:
    record = with_body("a", "Deniz Derneği")
    (body,) = record.institutions
    other = body.model_copy(update={"name": "Deniz Der."})
    with output(tmp_path, group=first_word) as results:
        results.record(emit(record.model_copy(update={"institutions": (body, other)})))
        results.finish()
    (row,) = read_tables(tmp_path)["organisations"].to_dict("records")
    assert (row["documents"], row["mentions"]) == (1, 2)


def test_a_name_of_several_bodies_is_grouped_with_none(tmp_path: Path) -> None:
    with output(tmp_path, group=first_word) as results:
        results.record(emit(with_body("a", "Deniz Derneği")))
        results.record(emit(with_body("b", "Deniz Birliği", method="ambiguous")))
        results.record(emit(with_body("c", "DENİZ BİRLİĞİ")))
        results.finish()
    tables = read_tables(tmp_path)
    expected = ["local:Deniz", "ambiguous:deniz-birliği", "ambiguous:deniz-birliği"]
    assert [*tables["institutions"]["organisation_id"]] == expected
    assert [*tables["people"]["organisation_id"]] == expected
    assert not tables["organisations"]["linked"].any()


def test_nothing_waits_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path, make_record())
    names = {path.name.partition(".")[0] for path in tmp_path.iterdir()}
    assert names == {*NAMES, "records"}
