"""Benchmarks that no other test calls still run, over a few documents."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

SMALL = {
    "store": ["-m", "benchmarks.store", "--documents", "20"],
    "copies": ["-m", "benchmarks.copies", "--documents", "400", "--notices"],
}


@pytest.mark.parametrize("command", SMALL.values(), ids=SMALL.keys())
def test_benchmark(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "documents" in done.stdout
