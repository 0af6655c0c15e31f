"""`tutanak sync`, `watch` and `status` as users type them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tutanak.cli import app

FOLDER = '[sources.gelen]\nkind = "folder"\npath = "gelen"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one source of two texts, one of them empty."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gelen").mkdir()
    (tmp_path / "gelen/a.txt").write_text("Vali Ayşe Kaya toplantıya katıldı.", encoding="utf-8")
    (tmp_path / "gelen/bos.txt").write_text("", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(FOLDER, encoding="utf-8")
    return tmp_path


def tutanak(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="tutanak")


@pytest.mark.usefixtures("stand_in")
def test_sync_and_status(here: Path) -> None:
    dry = tutanak("sync", "--dry-run")
    assert (dry.exit_code, dry.stdout) == (
        0,
        "gelen: 2 new\n  new  gelen/a.txt\n  new  gelen/bos.txt\n",
    )
    assert not (here / "tutanak.db").exists()
    never = json.loads(tutanak("status", "--json").stdout)
    assert [one["health"] for one in never] == ["never"]
    first = tutanak("sync")
    assert (first.exit_code, first.stdout) == (3, "gelen: 1 new, 1 failed\n")
    assert first.stderr == "set aside: gelen/bos.txt: empty: there is nothing to read in it\n"
    again = tutanak("sync", "--quiet")
    assert (again.exit_code, again.output) == (0, "")
    (one,) = json.loads(tutanak("status", "--json").stdout)
    assert (one["name"], one["health"], one["quarantined"]) == ("gelen", "well", 1)
    assert "gelen" in tutanak("status").stdout


@pytest.mark.usefixtures("stand_in", "here")
def test_json() -> None:
    told = json.loads(tutanak("sync", "--json").stdout)
    (source,) = told["sources"]
    assert (source["name"], source["counts"]["new"], source["counts"]["failed"]) == ("gelen", 1, 1)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("sync", "yok"), 2, "there is no source 'yok'; there are: gelen"),
        (("sync", "--since", "dün"), 2, "not a date written as YYYY-MM-DD"),
        (("sync", "--since", "2024-02-01", "--until", "2024-01-01"), 2, "lies before since"),
        (("sync", "--sources", "yok.toml"), 1, "yok.toml: there is no such file; write one"),
        (("status", "--sources", "yok.toml"), 1, "yok.toml: there is no such file"),
        (("sync", "--store", "mysql://x/y"), 2, "no store is kept there"),
        (("watch", "--every", "saatte bir"), 2, "is no length of time such as"),
        (("watch", "--every", "1ms"), 2, "is no length of time such as"),
        (("watch", "--every", "1s", "--sources", "yok.toml"), 1, "there is no such file"),
    ],
)
def test_what_is_wrong_is_said(
    here: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = tutanak(*arguments)
    assert result.exit_code == code, result.output
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert not (here / "tutanak.db").exists()


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(("tables", "code"), [("", 1), (FOLDER, 3)])
def test_sources_that_cannot_be_read(here: Path, tables: str, code: int) -> None:
    missing = '[sources.yok]\nkind = "folder"\npath = "yok"\n'
    (here / "sources.toml").write_text(missing + tables, encoding="utf-8")
    result = tutanak("sync")
    assert result.exit_code == code
    assert "error: yok: yok: there is no such folder" in result.stderr


@pytest.mark.usefixtures("stand_in", "here")
def test_watch() -> None:
    result = tutanak("watch", "--every", "1s", "--rounds", "2")
    assert (result.exit_code, result.stdout) == (
        0,
        "gelen: 1 new, 1 failed\ngelen: 1 known, 1 quarantined\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="no signals there")
def test_watch_ends_when_it_is_told_to(here: Path) -> None:
    command = [sys.executable, "-m", "tutanak", "watch", "--every", "1s"]
    with subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "gelen: 1 new, 1 failed\n"
        process.send_signal(signal.SIGTERM)
        started = time.monotonic()
        assert process.wait(timeout=30) == 128 + signal.SIGTERM
        assert time.monotonic() - started < 10


def test_a_package_that_is_missing(here: Path) -> None:
    code = "import sys; sys.modules['feedparser'] = None\nfrom tutanak.cli import main\nmain()"
    command = [sys.executable, "-c", code, "sync"]
    done = subprocess.run(command, cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert (
        "'feedparser' is not installed, and this needs it: pip install 'tutanak[sync]'"
        in done.stderr
    )
    assert "Traceback" not in done.stderr
