"""Runs, quarantine and fetch state: the same on SQLite and PostgreSQL."""

from datetime import timedelta

import pytest

from tests.conftest import make_record
from tests.store.conftest import START
from tutanak.emit.copied import CopyOf
from tutanak.errors import StoreError
from tutanak.records import Failure
from tutanak.store.store import Store
from tutanak.store.values import Seen, SourceState

A = make_record("a")
BROKEN = Failure("https://x.test/1", "ingest", "InputError", "https://x.test/1: empty")


def test_a_run_counts_what_it_does(store: Store) -> None:
    with store.writing() as writer:
        writer.save(make_record("old"), key="old")
        with writer.run("sync", options={"since": "2024-01-01"}) as number:
            writer.save(A, key="a")
            writer.save(A, key="a")
            writer.save(A.model_copy(update={"title": "t"}), key="a")
            writer.save(make_record("old", linked=False), key="old")
            writer.fail(BROKEN, key="b")
            with pytest.raises(KeyError), writer.transaction():  # noqa: PT012
                writer.save(make_record("lost"), key="lost")
                raise KeyError
    (run,) = store.runs()
    assert (run.run_id, run.command, run.options) == (number, "sync", {"since": "2024-01-01"})
    assert (run.new, run.changed, run.renewed, run.same, run.failed) == (1, 1, 1, 1, 1)
    assert (run.status, run.error) == ("finished", None)
    assert run.ended is not None
    assert START < run.started < run.ended
    assert [one.run_id for one in store.versions("a")] == [number, number]


def test_a_run_that_fails(store: Store) -> None:
    with store.writing() as writer:
        with pytest.raises(ZeroDivisionError), writer.run("sync"):  # noqa: PT012
            writer.save(A, key="a")
            1 / 0  # noqa: B018
        assert not store.is_settled()
        with writer.run("sync"):
            pass
    second, first = store.runs()
    assert (first.status, first.new) == ("failed", 1)
    assert first.error == "ZeroDivisionError: division by zero"
    assert second.status == "finished"
    assert store.is_settled()
    assert len(store.read_tables()["organisations"]) == 1


def test_one_run_at_a_time(store: Store) -> None:
    with (
        store.writing() as writer,
        writer.run("sync"),
        pytest.raises(StoreError, match="under way"),
        writer.run("sync"),
    ):
        pass


def test_quarantine(store: Store) -> None:
    later = START + timedelta(hours=3)
    with store.writing() as writer:
        assert writer.fail(BROKEN, key="b", origin="valilik") == 1
        assert writer.fail(BROKEN, key="b", origin="valilik", retry_after=later) == 2
        assert writer.fail(BROKEN, key="c") == 1
    first, second = store.failures()
    assert (first.key, first.attempts, first.origin) == ("b", 2, "valilik")
    assert (first.stage, first.error, first.message) == ("ingest", "InputError", BROKEN.message)
    assert first.retry_after == later
    assert first.first_failed < first.last_failed
    assert (second.key, second.origin, second.retry_after) == ("c", None, None)
    with store.writing() as writer:
        writer.save(A, key="b")
        writer.solve("c")
    assert store.failures() == []


def test_names_of_files_that_are_no_text(store: Store) -> None:
    name = "bo\udce7uk\0.txt"
    failure = Failure(name, "ingest", "EncodingError", f"{name}: not UTF-8")
    with store.writing() as writer:
        assert [writer.fail(failure, key=name) for _ in range(2)] == [1, 2]
        (found,) = writer.failures()
        assert found.message == "bo?uk\ufffd.txt: not UTF-8"
        writer.solve(name)
    assert store.failures() == []


def test_sources(store: Store) -> None:
    assert store.sources() == {}
    quiet = SourceState("b", START, START, None, 0, None, {"pages": [1, 2], "ad": "İçişleri"})
    failed = SourceState("a", START, None, None, 2, "HTTP 500")
    with store.writing() as writer:
        writer.put_source(SourceState("b"))
        writer.put_source(quiet)
        writer.put_source(failed)
    assert store.sources() == {"a": failed, "b": quiet}


def test_addresses(store: Store) -> None:
    url = "https://x.test/haber?no=1"
    assert store.seen(url) is None
    first = Seen(url, "valilik", "abc", 'W/"1"', "Fri, 01 Mar 2024 09:00:00 GMT", "a")
    with store.writing() as writer:
        writer.see(first)
        writer.see(Seen("https://x.test/2", "valilik", "abc"))
        writer.see(Seen("https://x.test/3", "belediye", None))
        writer.see(Seen(url, "valilik", "def", None, None, "a"))
    page = store.seen(url)
    assert page is not None
    assert (page.content_hash, page.etag, page.document_id) == ("def", None, "a")
    assert page.first_seen is not None
    assert page.last_seen is not None
    assert START <= page.first_seen < page.last_seen
    assert [one.url for one in store.seen_with("abc")] == ["https://x.test/2"]
    assert [one.url for one in store.seen_of("valilik")] == ["https://x.test/2", url]


def test_copies(store: Store) -> None:
    with store.writing() as writer:
        ids = [writer.save(make_record(one), key=one).document_id for one in "abc"]
        writer.put_copies({one: CopyOf("a", 0.8) for one in ids[1:]})
        writer.put_copies({"b": CopyOf("a", 0.9)})
        assert store.copies() == {"a": "a", "b": "a"}
        kept, copy, other = store.records()
        assert [(one.id, one.similarity) for one in kept.also_in] == [("b", 0.9)]
        assert (kept.copy_of, copy.copy_of, other.copy_of) == (None, "a", None)
        assert copy.also_in == other.also_in == ()
        assert store.record("b") == copy
        frame = store.read_tables()["documents"].set_index("document_id")
        assert frame["copy_of"].dropna().to_dict() == {"b": "a"}
        writer.put_copies({})
    assert store.copies() == {}
    assert all(record.copy_of is None and not record.also_in for record in store.records())
