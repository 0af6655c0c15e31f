"""The benchmark beside the first version: what it checks out, and the texts it reads."""

import subprocess
from pathlib import Path

import pytest

from benchmarks import against_first
from benchmarks.against_first import FIRST, ROOT, TUNED, check_out, news, tuned


def has(revision: str) -> bool:
    asked = ["git", "-C", str(ROOT), "cat-file", "-e", f"{revision}^{{commit}}"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not has(FIRST), reason="a clone without its history")
def test_the_first_version_comes_with_its_own_components(tmp_path: Path) -> None:
    check_out(FIRST, tmp_path)
    assert (tmp_path / "pipeline/tutanak/extraction/pipeline.py").is_file()
    points = (tmp_path / "pipeline/tutanak-0.dist-info/entry_points.txt").read_text("utf-8")
    assert "tutanak_dates = tutanak.extraction.factories:make_dates" in points.splitlines()


def test_an_unknown_revision_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no revision 'nothing-like-it' here"):
        check_out("nothing-like-it", tmp_path)


def test_reads_every_tuned_text_and_no_other() -> None:
    assert len(tuned()) == len(list(TUNED.glob("*.json"))) > 100


def test_news_ends_behind_the_words_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(against_first, "NEWS", tmp_path / "news.txt")
    assert news(10) == []
    (tmp_path / "news.txt").write_text("bir iki\n\nüç dört\n\nbeş altı", "utf-8")
    assert news(3) == ["bir iki", "üç dört"]


def test_compares_a_version_with_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = iter((2.0, 1.0, 1.0, 3.0, 2.0, 1.0))  # first, now; now, first; first, now
    monkeypatch.setattr(against_first, "timed", lambda *_: next(spent))
    assert against_first.compare("few", ["bir iki"], Path("first"), 3) == 2.0
    assert "now / first 2.000 (rounds 2.000-3.000)" in capsys.readouterr().out
