"""A model that is missing, broken or of another version: what it is, and the command that helps."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.about import __version__
from typer.testing import CliRunner

import tutanak
from tests.model_makers import write_package
from tutanak.cli import app
from tutanak.errors import ModelError, OptionError
from tutanak.extraction import model_choice
from tutanak.extraction.model_door import open_model

TEXT = "Toplantıya Jesvir Wolfram katıldı."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that Python finds."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.fixture
def copied(small_model: str, small_model_site: Path, site: Path) -> Path:
    """A copy of the small model under another name: `tr_broken` with its pipeline inside."""
    nlp = spacy.load(small_model)
    write_package(nlp, site, "broken")
    return site / "tr_broken"


def cut_weights(package: Path) -> None:
    weights = next(package.glob("*/ner/model"))
    weights.write_bytes(weights.read_bytes()[:200])


def no_weights(package: Path) -> None:
    shutil.rmtree(next(package.glob("*/ner")))


def no_config(package: Path) -> None:
    next(package.glob("*/config.cfg")).unlink()


def no_pipeline(package: Path) -> None:
    shutil.rmtree(next(package.glob("tr_broken-*")))


def broken_meta(package: Path) -> None:
    (package / "meta.json").write_text("{", encoding="utf-8")


def no_meta(package: Path) -> None:
    (package / "meta.json").unlink()


def strange_meta(package: Path) -> None:
    (package / "meta.json").write_text("[]", encoding="utf-8")


def strange_factory(package: Path) -> None:
    config = next(package.glob("*/config.cfg"))
    text = config.read_text(encoding="utf-8").replace('factory = "ner"', 'factory = "no_such"')
    config.write_text(text, encoding="utf-8")


DAMAGE = [
    *(cut_weights, no_weights, no_config, no_pipeline, broken_meta, no_meta, strange_meta),
    strange_factory,
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_broken_packages(copied: Path, damage: Callable[[Path], None]) -> None:
    damage(copied)
    with pytest.raises(ModelError) as caught:
        open_model("tr_broken")
    open_model.cache_clear()
    message = str(caught.value)
    assert "model 'tr_broken' is broken and cannot be loaded" in message
    assert "install it anew: pip install --force-reinstall tr_broken" in message


def test_broken_folders(copied: Path) -> None:
    folder = next(copied.glob("tr_broken-*"))
    (folder / "config.cfg").write_text("[nlp", encoding="utf-8")
    with pytest.raises(ModelError, match=r"is broken and cannot be loaded .* write it anew"):
        tutanak.extract(TEXT, model=folder)


@pytest.mark.parametrize(("name", "wanted"), [("old", ">=2.3.0,<2.4.0"), ("new", ">=99.0")])
def test_made_for_another_spacy(small_model: str, site: Path, name: str, wanted: str) -> None:
    write_package(spacy.load(small_model), site, name, spacy_version=wanted)
    with pytest.raises(ModelError) as caught:
        tutanak.load(model=f"tr_{name}")
    message = str(caught.value)
    assert f"made for spaCy {wanted}, and this is spaCy {__version__}" in message
    assert f"pip install --force-reinstall tr_{name}" in message


@pytest.mark.parametrize("name", ["tr_no_such_model", "no/such/folder", "none "])
def test_missing(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        tutanak.extract(TEXT, model=name)
    assert f"model {name!r}: no spaCy package of that name is installed" in str(caught.value)
    assert "pip install" in str(caught.value)


def test_our_own_model_missing_has_our_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.is_package", lambda _: False)
    open_model.cache_clear()
    with pytest.raises(ModelError, match=r"install it: pip install \./models/tr_tutanak_md"):
        open_model(model_choice.PACKAGED)


def test_no_names(tmp_path: Path) -> None:
    nlp = spacy.blank("tr")
    nlp.add_pipe("ner").add_label("GPE")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "places")
    with pytest.raises(ModelError, match=r"none of its labels means a person or a body \(GPE\)"):
        open_model(str(tmp_path / "places"))
    spacy.blank("tr").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match=r"\(it has none\)"):
        open_model(str(tmp_path / "blank"))


@pytest.mark.parametrize("model", [5, "", " ", b"x", ["a"]])
def test_no_model_at_all(model: object) -> None:
    with pytest.raises(OptionError, match="model is "):
        tutanak.extract(TEXT, model=model)  # type: ignore[arg-type]


def test_nothing_is_read_or_written_with_a_broken_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ModelError):
        tutanak.run(tmp_path, out=tmp_path / "out", model="tr_no_such_model")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["run", "extract", "why"])
def test_the_command_line_says_it_in_one_line(command: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    more = ["--out", str(tmp_path / "out")] if command == "run" else []
    result = CliRunner().invoke(app, [command, str(file), *more, "--model", "tr_no_such_model"])
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: model 'tr_no_such_model': no spaCy package")


def test_without_the_packaged_model_rules_work_alone_and_say_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(model_choice, "PACKAGED", "tr_not_installed")
    model_choice._say_missing.cache_clear()
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        tutanak.extract(TEXT, model="auto")
    report = tutanak.run(tmp_path, out=tmp_path / "out", model="auto", workers=2)
    assert (report.model, report.records) == (None, 2)
    (said,) = caplog.messages
    assert "tr_not_installed is not installed, so rules work alone" in said
    assert "pip install tr_not_installed" in said
    model_choice._say_missing.cache_clear()


def test_the_note_stands_on_the_standard_error() -> None:
    code = (
        "import sys; from tutanak import cli; from tutanak.extraction import model_choice\n"
        "model_choice.PACKAGED = 'tr_not_installed'\n"
        "sys.argv = ['tutanak', 'extract', '-', '--model', 'auto']\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=TEXT, capture_output=True, encoding="utf-8", check=True
    )
    (line,) = done.stderr.splitlines()
    assert line.startswith("note: the model tr_not_installed is not installed")
    assert json.loads(done.stdout)["people"] == []


def test_where_it_is_installed_auto_takes_it(
    small_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_choice, "PACKAGED", small_model)
    assert model_choice.settled("auto") == small_model
    assert model_choice.settled("none") is None
    assert model_choice.settled(None) is None
    assert small_model in sys.modules or model_choice.settled(small_model) == small_model
