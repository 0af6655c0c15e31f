"""What stands in the repository and in the wheel, beside code."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tutanak.resources import table

TABLES = sorted((ROOT / "pipeline/tutanak/resources/tr").glob("*.toml"))
SOURCES = ROOT / "pipeline/tutanak/resources/SOURCES.md"
# Joined here so that this file does not hold what it looks for.
HOSTS = re.compile("|".join(("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.")))
PLACES = re.compile(r"(?:^|[^\w./])/(?:" + "|".join(("work", "farm", "root")) + ")/")


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_word_tables_are_readable_and_sourced(path: Path) -> None:
    assert len(table(path.stem)) > 1


def test_what_is_not_typed_here_has_a_row_in_the_list_of_sources() -> None:
    rows = SOURCES.read_text(encoding="utf-8")
    taken = [path for path in TABLES if not table(path.stem)["source"].startswith("own ")]
    assert [path.name for path in taken if path.name not in rows] == []
    registry = sorted((SOURCES.parent / "registry").glob("*.csv"))
    assert len(registry) > 5
    assert [path.name for path in registry if path.name not in rows] == []


def tracked() -> list[Path]:
    """The files that git knows, or an empty list outside a checkout."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    paths = [ROOT / name for name in done.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_registry_hosts_nor_paths_of_one_machine() -> None:
    files = tracked()
    if not files:
        pytest.skip("not a git checkout")
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [path.name for pattern in (HOSTS, PLACES) if pattern.search(text)]
    assert found == []


def test_no_tracked_file_is_large() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > 20_000_000] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in the wheel."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(ROOT)], capture_output=True, check=True)
    (file,) = out.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        return archive.namelist()


def test_wheel_holds_the_package_and_nothing_else(wheel: list[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {top.split("-")[0] for top in tops} == {"tutanak"}
    assert not [name for name in wheel if "/golden/" in name or "/raw/" in name]


def test_wheel_holds_all_that_the_package_needs(wheel: list[str]) -> None:
    package = ROOT / "pipeline/tutanak"
    files = [path for path in package.rglob("*") if path.is_file()]
    wanted = {
        f"tutanak/{path.relative_to(package).as_posix()}"
        for path in files
        if "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel)
    assert "tutanak/py.typed" in wheel
    assert [name for name in wheel if name.endswith("LICENSE")]
