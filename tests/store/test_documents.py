"""Documents, versions and what saving does: the same on SQLite and PostgreSQL."""

import pytest

from tests.conftest import make_record
from tutanak.records import Record
from tutanak.store.store import Store


def variant(record: Record, **changes: object) -> Record:
    return record.model_copy(update=changes)


A = make_record("a")
# What is saved under one key after A, and what that does: outcome and version.
AGAIN = {
    "the same": (A, "same", 1),
    "another text": (variant(A, sha256="1" * 64), "changed", 2),
    "another title": (variant(A, title="Başlık"), "changed", 2),
    "better rules": (make_record("a", linked=False), "renewed", 1),
    "another publisher": (variant(A, publisher="Valilik"), "renewed", 1),
    "without its text": (variant(A, text=None), "renewed", 1),
    "another id": (variant(A, id="b"), "same", 1),
    "another id and text": (variant(A, id="b", sha256="1" * 64), "changed", 2),
}


@pytest.mark.parametrize("case", AGAIN)
def test_saving_again(case: str, store: Store) -> None:
    record, outcome, version = AGAIN[case]
    with store.writing() as writer:
        assert writer.save(A, key="k").outcome == "new"
        saved = writer.save(record, key="k")
        assert (saved.outcome, saved.version, saved.document_id) == (outcome, version, "a")
        assert writer.save(record, key="k").outcome == "same"
    assert [one.version for one in store.versions("k")] == [1, 2][:version]
    (current,) = store.records()
    assert current == variant(record, id="a")
    assert len(store.read_tables()["documents"]) == 1


def test_an_older_version_is_kept(store: Store) -> None:
    edited = variant(A, sha256="1" * 64, title="Yeni", counts=(), meetings=())
    with store.writing() as writer:
        for record in (A, edited, A):
            writer.save(record, key="k")
    first, second, third = store.versions("k")
    assert first.superseded == second.saved
    assert second.superseded == third.saved
    assert third.superseded is None
    assert first.saved < second.saved < third.saved
    assert store.record("a", version=1) == store.record("a", version=3) == store.record("a") == A
    assert store.record("a", version=2) == edited
    assert store.record("a", version=4) is store.record("b") is None
    assert store.versions("other") == []
    assert len(store.read_tables()["counts"]) == 1


def test_rows_of_an_older_version_go(store: Store) -> None:
    with store.writing() as writer:
        writer.save(A, key="k")
        writer.save(variant(A, sha256="1" * 64, people=(), counts=(), meetings=()), key="k")
        writer.settle()
    sizes = {name: len(frame) for name, frame in store.read_tables().items()}
    assert sizes == {
        "documents": 1,
        "meetings": 0,
        "institutions": 1,
        "organisations": 1,
        "people": 0,
        "participations": 0,
        "dates": 1,
        "counts": 0,
    }


def test_two_documents_of_one_id(store: Store) -> None:
    with store.writing() as writer:
        ids = [writer.save(A, key=key).document_id for key in ("k1", "k2", "k3", "k2")]
    assert ids[0] == "a"
    assert ids[1] == ids[3] != ids[2]
    assert all(one.startswith("a-") for one in ids[1:])
    assert [record.id for record in store.records()] == sorted(ids[:3])
    assert sorted(store.read_tables()["people"]["document_id"]) == sorted(ids[:3])
    assert store.record(ids[1]) == variant(A, id=ids[1])


def test_a_transaction_is_whole_or_not_at_all(store: Store) -> None:
    with store.writing() as writer:
        with pytest.raises(ZeroDivisionError), writer.transaction():  # noqa: PT012
            writer.save(A, key="k1")
            writer.save(variant(A, id="b"), key="k2")
            1 / 0  # noqa: B018
        writer.save(variant(A, id="c"), key="k3")
    assert [record.id for record in store.records()] == ["c"]
    assert store.versions("k1") == []


def test_one_sees_what_is_committed_and_the_writer_what_is_not(store: Store) -> None:
    with store.writing() as writer, writer.transaction():
        writer.save(A, key="k")
        assert [one.version for one in writer.versions("k")] == [1]
        assert store.versions("k") == []
    assert len(store.versions("k")) == 1


@pytest.mark.parametrize("id", ["ığdır İĞDIR", "a" * 300, "x'); DROP TABLE documents; --", "%s :x"])
def test_ids_and_keys_of_all_kinds(id: str, store: Store) -> None:
    record = variant(A, id=id, title=id, text=(A.text or "") + id)
    with store.writing() as writer:
        writer.save(record, key=f"https://örnek.test/{id}?a=1#ş")
    assert store.record(id) == record


def test_order_does_not_depend_on_the_language_of_the_server(store: Store) -> None:
    ids = ["z", "Z", "ı", "i", "I", "İ", "ç", "c", "a-b", "a b", "ab", "a_b", "10", "9"]
    with store.writing() as writer:
        for id in ids:
            writer.save(variant(A, id=id), key=id)
    assert [record.id for record in store.records()] == sorted(ids)
    assert list(store.read_tables()["documents"]["document_id"]) == sorted(ids)
