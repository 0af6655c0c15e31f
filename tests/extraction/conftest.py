"""What the tests of Stanza share: one small model, trained once."""

import os
import shutil
from pathlib import Path

import pytest

from tests.stanza_makers import write_stanza


@pytest.fixture(scope="session")
def stanza_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small Stanza model; trained once, also where several processes test."""
    from filelock import FileLock

    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    home = shared / "stanza-models"
    with FileLock(shared / "stanza-models.lock"):
        if not (home / "resources.json").exists():
            shutil.rmtree(home, ignore_errors=True)
            write_stanza(home)
    return home
