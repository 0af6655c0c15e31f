"""`stanza.download` itself, against a server on loopback that has the small models made here."""

import json
import os
import subprocess
import sys
from functools import partial
from hashlib import md5
from pathlib import Path

import pytest

import tutanak
from tests.web import Answer, Web
from tutanak.errors import ModelError
from tutanak.extraction import model_stanza_files

if os.environ.get("TUTANAK_NEED_STANZA") != "1":
    pytest.importorskip("stanza", reason="stanza is an extra of the package")

USED = ("tokenize", "mwt", "pos", "lemma", "ner")


@pytest.fixture
def mirror(web: Web, stanza_home: Path, monkeypatch: pytest.MonkeyPatch) -> Web:
    """A server laid out as that of Stanza's makers."""
    from stanza.resources.common import DEFAULT_RESOURCES_VERSION

    listed = json.loads((stanza_home / "resources.json").read_text(encoding="utf-8"))
    listed["url"] = web.base + "/{resources_version}/{lang}/{filename}"
    for processor in USED:
        data = (stanza_home / "tr" / processor / "small.pt").read_bytes()
        listed["tr"][processor]["small"]["md5"] = md5(data, usedforsecurity=False).hexdigest()
        web.put(f"/{DEFAULT_RESOURCES_VERSION}/tr/{processor}/small.pt", data)
    web.put(f"/resources_{DEFAULT_RESOURCES_VERSION}.json", json.dumps(listed))
    monkeypatch.setenv("NO_PROXY", "*")
    return web


@pytest.fixture
def redirected(mirror: Web, monkeypatch: pytest.MonkeyPatch) -> Web:
    """`stanza.download` asks the server; it reads the environment when it is imported."""
    import stanza

    real = partial(stanza.download, resources_url=mirror.base)
    monkeypatch.setattr("stanza.download", real)
    return mirror


def test_the_command_brings_what_is_used(mirror: Web, stanza_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "models"
    done = subprocess.run(
        [sys.executable, "-m", "tutanak", "models", "download", "stanza", "--to", str(home)],
        env={**os.environ, "STANZA_RESOURCES_URL": mirror.base},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"use it: --model stanza:{home}\n")
    assert [Path(path).parent.name for path in mirror.paths()[1:]] == list(USED)
    for processor in USED:
        fetched, made = (folder / "tr" / processor / "small.pt" for folder in (home, stanza_home))
        assert fetched.read_bytes() == made.read_bytes()
    record = tutanak.extract("Çalıştayda Xelva Kvistin söz aldı.", model=f"stanza:{home}")
    assert [person.name for person in record.people] == ["Xelva Kvist"]


def test_what_is_there_is_not_fetched_again(redirected: Web, tmp_path: Path) -> None:
    for _ in range(2):
        assert model_stanza_files.download(str(tmp_path)) == tmp_path
    assert len([path for path in redirected.paths() if path.endswith(".pt")]) == len(USED)


@pytest.mark.parametrize(
    ("path", "answer", "told"),
    [
        ("resources_", Answer(status=404), "HTTPError: 404"),
        ("resources_", Answer("no list"), "JSONDecodeError"),
        ("resources_", Answer("{}"), "UnknownLanguageError"),
        ("ner/small.pt", Answer("cut off"), "md5 for"),
        ("pos/small.pt", Answer(status=404), "md5 for"),
    ],
)
def test_a_server_that_has_not_what_it_should(
    redirected: Web, tmp_path: Path, path: str, answer: Answer, told: str
) -> None:
    redirected.put(next(known for known in redirected.pages if path in known), answer)
    with pytest.raises(ModelError, match=f"could not be fetched .*{told}.* try again"):
        model_stanza_files.download(str(tmp_path))


def test_without_a_network(
    redirected: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import stanza

    monkeypatch.setattr(
        "stanza.download", partial(stanza.download, resources_url="http://127.0.0.1:9")
    )
    with pytest.raises(ModelError, match=r"could not be fetched \(ConnectionError.* try again"):
        model_stanza_files.download(str(tmp_path))
