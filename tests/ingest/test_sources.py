"""Inputs to files: folders, patterns, order, ids; nothing lost, nothing twice."""

import os
from pathlib import Path

import pytest

from tutanak.ingest.sources import Found, find_sources

FILES = (
    "a/one.txt",
    "a/one.meta.json",
    "a/b/two.txt",
    "a/b/UPPER.TXT",
    "a/b/notes.md",
    "a/b/picture",
    "a/.hidden.txt",
    "a/.git/three.txt",
    "c/four.txt",
    "empty/readme.md",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def find(*inputs: str) -> Found:
    return find_sources(inputs, suffixes=[".txt"])


def paths(*inputs: str) -> list[str]:
    found = find(*inputs)
    assert found.failures == ()
    return [source.source for source in found.sources]


A = ["a/b/UPPER.TXT", "a/b/two.txt", "a/one.txt"]
REACHED: dict[str, tuple[list[str], list[str]]] = {
    "folder": (["a"], A),
    "folder with slash": (["a/"], A),
    "file": (["a/one.txt"], ["a/one.txt"]),
    "files in any order": (["c/four.txt", "a/one.txt"], ["a/one.txt", "c/four.txt"]),
    "file twice": (["a/one.txt", "a/one.txt"], ["a/one.txt"]),
    "folder and a file in it": (["a", "a/one.txt"], A),
    "another spelling": (["./a/one.txt", "a/one.txt"], ["./a/one.txt"]),
    "pattern": (["a/*.txt"], ["a/one.txt"]),
    "pattern of folders": (["[ac]"], [*A, "c/four.txt"]),
    "pattern to the bottom": (["**/*.txt"], ["a/b/two.txt", "a/one.txt", "c/four.txt"]),
    "pattern of everything": (["a/**"], A),
    "pattern that matches others too": (["a/b/*"], ["a/b/UPPER.TXT", "a/b/two.txt"]),
}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("inputs", "expected"), REACHED.values(), ids=REACHED.keys())
def test_reaches(inputs: list[str], expected: list[str]) -> None:
    assert paths(*inputs) == expected


NOWHERE = {
    "missing file": ("no.txt", "no such file or folder"),
    "missing folder": ("no/", "no such file or folder"),
    "empty folder": ("none", "nothing to read in this folder (looked for .txt)"),
    "folder of other files": ("empty", "nothing to read in this folder"),
    "pattern without match": ("a/*.pdf", "no file matches this pattern"),
}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("given", "says"), NOWHERE.values(), ids=NOWHERE.keys())
def test_leads_nowhere_but_the_rest_goes_on(given: str, says: str) -> None:
    found = find(given, "c")
    (failure,) = found.failures
    assert (failure.source, failure.stage) == (given, "ingest")
    assert says in failure.message
    assert [source.source for source in found.sources] == ["c/four.txt"]


@pytest.mark.usefixtures("here")
def test_files_without_reader_are_named_and_counted() -> None:
    found = find("a")
    assert [one.source for one in found.unknown] == ["a/b/notes.md", "a/b/picture"]
    assert found.skipped == {"(none)": 1, ".md": 1}


@pytest.mark.usefixtures("here")
def test_files_may_be_recognised_by_their_content() -> None:
    found = find_sources(["a"], suffixes=[".txt"], recognise=lambda path: path.name == "picture")
    assert [source.source for source in found.sources] == ["a/b/UPPER.TXT", "a/b/picture", *A[1:]]
    assert found.skipped == {".md": 1}


@pytest.mark.usefixtures("here")
def test_results_of_a_run_are_no_inputs() -> None:
    found = find_sources(
        ["a"], suffixes=[".txt"], left_out=lambda names: {"two.txt"} if "picture" in names else ()
    )
    assert [source.source for source in found.sources] == ["a/b/UPPER.TXT", "a/one.txt"]
    named = find_sources(["a", "a/b/two.txt"], suffixes=[".txt"], left_out=set)
    assert [source.source for source in named.sources] == ["a/b/two.txt"]


@pytest.mark.usefixtures("here")
def test_a_file_named_by_the_user_is_never_skipped() -> None:
    found = find("a/b/notes.md")
    assert [source.source for source in found.sources] == ["a/b/notes.md"]


def test_two_files_with_one_stem_are_both_kept(here: Path) -> None:
    (here / "c/one.txt").write_text("y", encoding="utf-8")
    first, second, *_ = find("a/one.txt", "c/one.txt").sources
    assert (first.id, first.notices) == ("one", ())
    assert second.id.startswith("one-")
    assert [notice.code for notice in second.notices] == ["id_made_unique"]
    assert "'a/one.txt'" in second.notices[0].message
    again = {source.source: source.id for source in find("c", "a").sources}
    assert (again["a/one.txt"], again["c/one.txt"]) == (first.id, second.id)


def test_a_made_up_id_avoids_those_taken(here: Path) -> None:
    (here / "c/one.txt").write_text("y", encoding="utf-8")
    (clash,) = (s.id for s in find("a/one.txt", "c/one.txt").sources if s.notices)
    (here / "a" / f"{clash}.txt").write_text("z", encoding="utf-8")
    ids = [source.id for source in find("a", "c").sources]
    assert len(ids) == len(set(ids)) == 6


def test_stems_are_composed(here: Path) -> None:
    (here / "c/go\u0308c\u0327.txt").write_text("y", encoding="utf-8")
    assert "göç" in [source.id for source in find("c").sources]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_to_folders_do_not_loop(here: Path) -> None:
    (here / "a/b/up").symlink_to(here / "a")
    assert paths("a") == A


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_dangling_link_is_found_so_that_it_is_told(here: Path) -> None:
    (here / "c/gone.txt").symlink_to(here / "nowhere.txt")
    assert paths("c") == ["c/four.txt", "c/gone.txt"]
    assert paths("c/gone.txt") == ["c/gone.txt"]
