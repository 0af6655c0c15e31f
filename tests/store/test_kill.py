"""Kill -9 at random moments: what is in the store at the end is what an undisturbed run leaves.

`TUTANAK_KILLS` says how often (`.ci/run`: 100).
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

import pytest

from tests.conftest import ROOT
from tests.store.fill import content, fill
from tutanak.store import open_store

KILLS = int(os.environ.get("TUTANAK_KILLS", "10"))
PAGES = 500
OPENING = 0.25  # the share of kills that may come before there is a run

pytestmark = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork"
)


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that start at once: everything is imported in the server that forks them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.fill", "tutanak.store.opening"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
        patch.chdir(ROOT)
        started = context.Process(target=int)
        started.start()
        started.join()
    return context


def fill_at(begun: Connection, url: str, round: int, opening: bool) -> None:
    """What the processes do; they say so before the store is opened, or once they have a run."""
    if opening:
        begun.send_bytes(b"begun")
        fill(url, PAGES, round)
    else:
        fill(url, PAGES, round, lambda: begun.send_bytes(b"begun"))


def assert_whole(url: str) -> None:
    """No document is there in part."""
    with open_store(url) as store:
        tables = store.read_tables()
    ids = list(tables["documents"]["document_id"])
    for name in ("institutions", "people", "meetings", "dates"):
        assert list(tables[name]["document_id"]) == ids


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@pytest.mark.parametrize("seed", [7])
def test_killed_at_random_moments(
    seed: int, new_store_url: Callable[[], str], processes: ForkServerContext
) -> None:
    chance = random.Random(seed)
    undisturbed, killed = new_store_url(), new_store_url()
    whole = seconds(lambda: fill(undisturbed, PAGES, 1))
    nothing_new = seconds(lambda: fill(undisturbed, PAGES, 1))
    longest = nothing_new + 4 * whole / KILLS  # so that half of the kills fall into edits
    kills, rounds = 0, 0
    while kills < KILLS:
        rounds += 1
        while True:
            begun, begins = processes.Pipe(duplex=False)
            opening = chance.random() < OPENING
            process = processes.Process(target=fill_at, args=(begins, killed, rounds, opening))
            process.start()
            begins.close()
            with begun:
                assert begun.recv_bytes() == b"begun"
            process.join(chance.uniform(0.0, longest) if kills < KILLS else None)
            if process.exitcode is not None:
                assert process.exitcode == 0
                break
            process.kill()
            process.join()
            kills += 1
            if kills % 10 == 0:
                assert_whole(killed)
    for round in range(2, rounds + 1):
        fill(undisturbed, PAGES, round)
    with open_store(killed) as store:
        ends = [run.status for run in store.runs(limit=10 * KILLS)]
    # More where the kill met a process that had done its work but was not gone yet.
    assert ends.count("finished") >= rounds
    assert ends.count("interrupted") > KILLS / 2, "most kills came before there was a run"
    assert dict(content(killed)) == dict(content(undisturbed))
