"""Kill -9 at random moments of a sync: the store equals that of an undisturbed one."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.conftest import ROOT

KILLS = int(os.environ.get("TUTANAK_KILLS", "8"))


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="rounds are forked, so that kills meet the work"
)
def test_kill_at_random_moments(new_store_url: Callable[[], str]) -> None:
    program = [sys.executable, str(ROOT / "benchmarks/sync_kill.py")]
    numbers = ["--documents", str(5 * KILLS), "--kills", str(KILLS)]
    command = [*program, *numbers, "--store", new_store_url(), new_store_url()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "DIFFERENT" not in done.stdout
    assert "documents " in done.stdout
