"""Bodies of a store: the same as those of a run on the same documents, however they came in."""

import random
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import make_record
from tutanak.emit.copied import NO_COPIES, Copies
from tutanak.emit.frames import read_tables
from tutanak.emit.output import emit, output
from tutanak.emit.schema import TABLES
from tutanak.records import InstitutionOut, Match, Record
from tutanak.store.store import Store

KEYS = {table.name: [c.name for c in table.columns if c.key] for table in TABLES}


def body(record: Record, name: str, *, ambiguous: bool = False) -> InstitutionOut:
    method = Match(method="ambiguous" if ambiguous else "none", score=0.0)
    return record.institutions[0].model_copy(
        update={"name": name, "aliases": (), "id": None, "canonical_name": None, "match": method}
    )


def naming(id: str, *names: str, ambiguous: bool = False) -> Record:
    """A document that names these bodies, whose one person is of a body only implied."""
    record = make_record(id)
    bodies = tuple(body(record, name, ambiguous=ambiguous) for name in names)
    person = record.people[0].model_copy(
        update={"institution": f"{names[0]} Encümeni", "institution_id": None}
    )
    meeting = record.meetings[0].model_copy(update={"institutions": tuple(range(len(names)))})
    parts = {"institutions": bodies, "people": (person,), "meetings": (meeting,)}
    return record.model_copy(update=parts)


RECORDS = (
    make_record("r0"),
    make_record("r1"),
    make_record("r2", linked=False),
    naming("r3", "Kent Platformu", "KENT PLATFORMU"),
    naming("r4", "Kent Platformu", "Su Meclisi"),
    naming("r5", "Ereğli Belediyesi", ambiguous=True),
    naming("r6", "Ereğli Belediyesi", "Kent Platformları"),
)


def by_stem(counts: Mapping[str, int]) -> dict[str, str]:
    """Names that begin alike are one body: the commonest names it."""
    commonest: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (-counts[one], one)):
        commonest.setdefault(name[:6].casefold(), name)
    return {name: "local:" + commonest[name[:6].casefold()] for name in counts}


def assert_like_folder(store: Store, folder: Path) -> None:
    """The same tables, dtype by dtype; rows by their keys."""
    ours, theirs = store.read_tables(), read_tables(folder)
    assert list(ours) == list(theirs)
    for name, keys in KEYS.items():
        expected = theirs[name]
        if name != "organisations":
            order = [key != "participant_kind" for key in keys]
            expected = expected.sort_values(keys, ascending=order, ignore_index=True)
        pd.testing.assert_frame_equal(ours[name], expected, obj=name)


def write(folder: Path, records: tuple[Record, ...], copies: Copies = NO_COPIES) -> None:
    with output(folder, group=by_stem) as results:
        for record in records:
            results.record(emit(record))
        results.finish(copies)


@pytest.mark.parametrize("seed", range(3))
def test_the_same_tables_as_a_folder(seed: int, store: Store, tmp_path: Path) -> None:
    write(tmp_path / "out", RECORDS)
    chance = random.Random(seed)
    with store.writing() as writer:
        for record in chance.sample(RECORDS, len(RECORDS)):
            writer.save(record, key=record.id)
            if chance.random() < 0.5:
                writer.settle(by_stem)
        writer.settle(by_stem)
    assert_like_folder(store, tmp_path / "out")


def test_bodies_of_superseded_versions_go(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "out", RECORDS[:3])
    with store.writing() as writer:
        for record in RECORDS:
            writer.save(record, key=record.id)
        writer.settle(by_stem)
        for record in RECORDS[3:]:
            empty = {"institutions": (), "people": (), "meetings": (), "sha256": "1" * 64}
            writer.save(record.model_copy(update=empty), key=record.id)
        writer.settle(by_stem)
    tables = store.read_tables()
    pd.testing.assert_frame_equal(
        tables["organisations"], read_tables(tmp_path / "out")["organisations"]
    )


def test_settling_once_is_enough(store: Store) -> None:
    with store.writing() as writer:
        assert writer.settle(by_stem)
        assert not writer.settle(by_stem)
        writer.save(RECORDS[3], key="k")
        assert not writer.is_settled()
        assert writer.settle(by_stem)
        assert not writer.settle(by_stem)
        assert writer.settle(by_stem, stamp="other decisions")
        writer.save(RECORDS[3], key="k")
        assert writer.is_settled()


def test_before_settling_every_name_has_an_id(store: Store) -> None:
    with store.writing() as writer:
        writer.save(RECORDS[3], key="k")
    ids = store.read_tables()["institutions"]["organisation_id"]
    assert set(ids) == {"local:kent-platformu"}
