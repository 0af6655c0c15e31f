"""docs/schedule.md and its recipes say what the program does."""

import re
import shlex
import tomllib

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT
from tutanak.cli import app
from tutanak.sync.sources import Feed, FetchTable, Folder, Listing, Notify, Sitemap, from_mapping

PAGE = (ROOT / "docs/schedule.md").read_text(encoding="utf-8")
RECIPES = sorted((ROOT / "docs/schedule").iterdir())
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"tutanak ((?:sync|status|watch)[^|>\n\"`]*)")


def test_the_example_is_a_good_file() -> None:
    sources, notify = (tomllib.loads(block) for block in BLOCKS)
    read = from_mapping(sources | notify, name="sources.toml")
    assert [source.kind for source in read.sources.values()] == [
        "feed",
        "sitemap",
        "listing",
        "folder",
    ]


KEYS = sorted(
    {
        name
        for table in (Feed, Sitemap, Listing, Folder, FetchTable, Notify)
        for name in table.model_fields
        if name not in ("name", "root")
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key: str) -> None:
    assert re.search(rf"(?:^|`){key}(?:`| = )", PAGE, re.MULTILINE), key


def commands() -> list[str]:
    texts = [PAGE, *(path.read_text(encoding="utf-8") for path in RECIPES)]
    found = {command.strip() for text in texts for command in COMMAND.findall(text)}
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_commands_have_the_options_they_are_shown_with(command: str) -> None:
    name, *arguments = shlex.split(command)
    shown = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"}).output
    for option in arguments:
        if option.startswith("--"):
            assert option in shown


def test_cron_lines_have_five_fields_and_a_command() -> None:
    text = (ROOT / "docs/schedule/tutanak.cron").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines
    for line in lines:
        *fields, command = line.split(maxsplit=5)
        assert all(re.fullmatch(r"[\d*/,-]+", field) for field in fields)
        assert "%" not in command, "cron reads it as the end of a line"
