"""What the READMEs show is what happens: their Python runs, their commands run, files exist."""

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT
from tutanak.cli import app
from tutanak.store import open_store

READMES = ("README.md", "README.tr.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(readme: str) -> list[tuple[str, str]]:
    """The fenced blocks: language and content."""
    return BLOCK.findall((ROOT / readme).read_text(encoding="utf-8"))


@pytest.mark.parametrize("readme", READMES)
def test_python_prints_what_stands_below_it(readme: str) -> None:
    found = blocks(readme)
    shown = [
        (code, found[i + 1][1])
        for i, (language, code) in enumerate(found[:-1])
        if language == "python" and found[i + 1][0] == "text"
    ]
    assert shown
    for code, expected in shown:
        assert len(code.strip().splitlines()) <= 16
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, readme, "exec"), {})
        assert printed.getvalue() == expected


def commands(readme: str) -> list[str]:
    """The commands of the `console` blocks."""
    return [
        line.removeprefix("$ ")
        for language, content in blocks(readme)
        if language == "console"
        for line in content.splitlines()
        if line.startswith("$ ")
    ]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts of the archive, their gold, a store and a list of sources."""
    for name in ("tk-01-valilik-koordinasyon", "ts-01-dernek-calistay"):
        for file in (*ROOT.glob(f"data/raw/{name}.*"), ROOT / f"tests/golden/tuned/{name}.json"):
            target = tmp_path / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    shutil.copy(ROOT / "data/sources.toml", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    open_store("archive.db").close()
    return tmp_path


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("command", commands("README.md"))
def test_commands_work(command: str) -> None:
    name, *arguments = shlex.split(command)
    assert name == "tutanak"
    result = CliRunner().invoke(app, arguments, prog_name="tutanak")
    assert result.exit_code == 0, result.output


def test_both_languages_show_the_same_code() -> None:
    english, turkish = ([b for b in blocks(r) if b[0] != "sh"] for r in READMES)
    assert english == turkish


def test_every_command_is_shown() -> None:
    shown = {command.split()[1] for command in commands("README.md")}
    names = {command.name for command in app.registered_commands} - {"version"}
    assert names | {group.name for group in app.registered_groups} == shown


PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "data/*/README.md", "tests/README.md")
    for path in ROOT.glob(pattern)
)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [t for t in targets if not (ROOT / page).parent.joinpath(t).exists()] == []
