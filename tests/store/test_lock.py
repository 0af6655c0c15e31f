"""One writer at a time, across processes; a dead one holds nothing up."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tests.conftest import make_record
from tests.postgres import new_database
from tutanak.errors import StoreBusyError
from tutanak.store import open_store
from tutanak.store.address import address_of
from tutanak.store.engine import engine_of
from tutanak.store.store import Store

HOLD = """
import sys, time
from tutanak.store import open_store
with open_store(sys.argv[1]) as store, store.writing() as writer, writer.run("sync"):
    print("writing", flush=True)
    if sys.argv[2] == "inside":
        with writer.transaction():
            writer.put_copies({})
            print("inside", flush=True)
            time.sleep(60)
    time.sleep(float(sys.argv[2]))
"""


@contextmanager
def other_process(url: str, seconds: float | str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that writes to the store, for so long."""
    command = [sys.executable, "-c", HOLD, url, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        if seconds == "inside":
            assert process.stdout.readline() == "inside\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_second_leaves_with_a_clear_message(store: Store, store_url: str) -> None:
    with other_process(store_url, 60) as process:
        with pytest.raises(StoreBusyError) as error, store.writing():
            pass
        message = str(error.value)
        assert store.name in message
        assert f"`tutanak sync` (process {process.pid} on " in message
        assert "run again" in message
        assert store.read_tables()["documents"].empty


def test_the_second_waits_if_asked(store: Store, store_url: str) -> None:
    with other_process(store_url, 1.0), store.writing(wait=30) as writer:
        writer.save(make_record("a"), key="a")
        assert [run.status for run in store.runs()] == ["finished"]
    assert len(list(store.records())) == 1


@pytest.mark.parametrize("where", ["60", "inside"], ids=["between", "inside a transaction"])
def test_a_killed_process_holds_nothing_up(where: str, store: Store, store_url: str) -> None:
    with other_process(store_url, where) as process:
        process.kill()
        process.wait()
        begun = time.monotonic()
        with store.writing(wait=30) as writer, writer.run("sync"):
            writer.save(make_record("a"), key="a")
        assert time.monotonic() - begun < 15
    assert [run.status for run in store.runs()] == ["finished", "interrupted"]


def test_two_writers_in_one_process(store: Store) -> None:
    with store.writing(), pytest.raises(StoreBusyError), store.writing():
        pass
    with store.writing(), pytest.raises(StoreBusyError), store.writing(wait=0.3):
        pass


def test_readers_go_on_beside_a_writer(store: Store) -> None:
    with store.writing() as writer:
        writer.save(make_record("a"), key="a")
        with writer.transaction():
            writer.save(make_record("b"), key="b")
            assert [record.id for record in store.records()] == ["a"]


def test_a_reader_sees_one_state_of_the_store(store: Store) -> None:
    with store.writing() as writer:
        writer.save(make_record("a"), key="a")
        writer.save(make_record("b"), key="b")
        lines = store.record_lines()
        next(lines)
        writer.save(make_record("c"), key="c")
        assert len(list(lines)) == 1


def test_stores_in_schemas_of_one_database(postgres_server: str) -> None:
    url = new_database(postgres_server, f"test_{uuid4().hex}")
    engine = engine_of(address_of(url))
    with engine.begin() as connection:
        for schema in ("one", "two"):
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    engine.dispose()
    one, two = (open_store(f"{url}?options=-csearch_path%3D{schema}") for schema in ("one", "two"))
    with one, two, one.writing() as first, two.writing() as second:
        first.save(make_record("a"), key="a")
        with pytest.raises(StoreBusyError), one.writing():
            pass
        second.save(make_record("b"), key="b")
        assert [[r.id for r in store.records()] for store in (one, two)] == [["a"], ["b"]]
