"""Hooks after a round: what they are told, and that their failure is told and does no harm."""

import json
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.sync.conftest import Place
from tests.web import Answer, Web
from tutanak.sync.options import Options

pytestmark = pytest.mark.usefixtures("stand_in")
FOLDER = '[sources.gelen]\nkind = "folder"\npath = "gelen"\nquiet = "10d"\n'
KEEP = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Hooks do not know which database is behind them."""
    return Place(tmp_path, f"sqlite:///{tmp_path / 'store.db'}")


def command(*arguments: str, keys: str = "") -> str:
    """A table [notify] with a command of Python."""
    return (
        f"[notify]\ncommand = {json.dumps([sys.executable, '-c', *arguments])}\n{keys}\n" + FOLDER
    )


def test_a_command_gets_json(place: Place) -> None:
    told = place.folder / "told.json"
    place.write(command(KEEP, str(told)))
    place.file("gelen/a.txt", "bir")
    place.file("gelen/b.txt", "")
    assert place.sync().hooks == ()
    said = json.loads(told.read_text(encoding="utf-8"))
    assert said["events"] == ["failed", "new"]
    (source,) = said["sources"]
    assert (source["name"], source["new"], source["failed"]) == ("gelen", 1, 1)
    good, bad = source["items"]
    assert (good["outcome"], good["source"], good["document_id"]) == ("new", "gelen/a.txt", "a")
    assert "empty" in bad["message"]


@pytest.mark.parametrize(
    ("when", "called"),
    [('["new"]', True), ('["changed", "failed", "quiet"]', False), ("[]", False)],
)
def test_only_for_what_somebody_wants_to_hear(place: Place, when: str, called: bool) -> None:
    told = place.folder / "told.json"
    place.write(command(KEEP, str(told), keys=f"when = {when}"))
    place.file("gelen/a.txt", "bir")
    place.sync()
    assert told.exists() == called


def test_silence_is_told_and_nothing_else_is(place: Place) -> None:
    told = place.folder / "told.json"
    place.write(command(KEEP, str(told)))
    place.file("gelen/a.txt", "bir")
    place.sync()
    told.unlink()
    place.sync()
    assert not told.exists(), "nothing has happened"
    place.later(days=11)
    place.sync()
    said = json.loads(told.read_text(encoding="utf-8"))
    assert (said["events"], said["sources"][0]["quiet_days"]) == (["quiet"], 11.0)


def test_a_dry_run_tells_nobody(place: Place) -> None:
    told = place.folder / "told.json"
    place.write(command(KEEP, str(told)))
    place.file("gelen/a.txt", "bir")
    place.sync(Options(dry_run=True))
    assert not told.exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import sys; sys.exit('olmadı')", "exit code 1: olmadı"),
        ("import time; time.sleep(30)", "not done after 0.5 s"),
    ],
)
def test_a_command_that_fails(place: Place, code: str, said: str) -> None:
    place.write(command(code, keys='timeout = "0.5s"' if "sleep" in code else ""))
    place.file("gelen/a.txt", "bir")
    report = place.sync()
    assert [said in one for one in report.hooks] == [True]
    assert report.count("new") == 1


def test_a_command_that_is_not_there(place: Place) -> None:
    place.write('[notify]\ncommand = ["yok-boyle-bir-komut"]\n' + FOLDER)
    place.file("gelen/a.txt", "bir")
    (said,) = place.sync().hooks
    assert said.startswith("command yok-boyle-bir-komut: ")


def webhook(place: Place, web: Web, answer: Answer) -> list[bytes]:
    """A table [notify] with a webhook; what it was sent."""
    got: list[bytes] = []

    def post(handler: BaseHTTPRequestHandler) -> None:
        got.append(handler.rfile.read(int(handler.headers["Content-Length"])))
        handler.send_response(answer.status)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.put("/kanca", Answer(raw=post))
    place.write(f'[notify]\nwebhook = "{web.base}/kanca"\n' + FOLDER)
    place.file("gelen/a.txt", "bir")
    return got


def test_a_webhook(place: Place, web: Web) -> None:
    got = webhook(place, web, Answer())
    assert place.sync().hooks == ()
    (body,) = got
    assert json.loads(body)["sources"][0]["new"] == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(status=500), "status 500"),
        (Answer(status=302, headers={"Location": "/baska"}), "status 302"),
    ],
)
def test_a_webhook_that_fails(place: Place, web: Web, answer: Answer, said: str) -> None:
    webhook(place, web, answer)
    report = place.sync()
    assert [said in one for one in report.hooks] == [True]
    assert report.count("new") == 1
    assert "/baska" not in web.paths()


def test_a_webhook_to_a_private_address(place: Place) -> None:
    place.write('[notify]\nwebhook = "http://10.0.0.1/kanca"\n' + FOLDER)
    place.file("gelen/a.txt", "bir")
    (said,) = place.sync().hooks
    assert "not a public address" in said
