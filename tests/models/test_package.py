"""The packaged pipeline in the repository: what it says of itself, and that it loads and reads."""

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scripts.package import checksums
from tests.conftest import ROOT

PACKAGE = ROOT / "models/tr_tutanak_md"
MOST = 40_000_000  # bytes in git
TEXTS = [
    "Toplantıya UNHCR'nin temsilcisi Louisa Vinton ile Danish Refugee Council'dan Ali Kaya geldi.",
    "Bugün hava güzel.",
    "",
    "Sabancı Vakfı'nın ödülü Ayşe YILMAZ'a verildi. Törende Google Türkiye de yer aldı.",
]
READ = """
import json, sys
import tr_tutanak_md
nlp = tr_tutanak_md.load()
texts = json.loads(sys.argv[1])
def read(docs):
    docs = list(docs)  # a group of spans does not keep its document alive
    groups = [doc.spans["names"] for doc in docs]
    return [
        [[s.text, s.label_, float(c)] for s, c in zip(group, group.attrs["scores"], strict=True)]
        for group in groups
    ]
single = read(nlp(text) for text in texts)
print(json.dumps({
    "single": single,
    "piped": [read(nlp.pipe(texts, batch_size=size)) for size in (1, 3, 64)],
}))
"""


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    """What the package finds in `TEXTS`, one by one and in batches, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", READ, json.dumps(TEXTS)],
        cwd=PACKAGE,
        env={**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_it_finds_names_without_the_endings_behind_apostrophes(read: dict[str, Any]) -> None:
    names = [(text, label) for texts in read["single"] for text, label, _ in texts]
    assert ("Louisa Vinton", "PERSON") in names
    assert ("Ali Kaya", "PERSON") in names
    assert ("Ayşe YILMAZ", "PERSON") in names
    assert ("UNHCR", "ORG") in names
    assert ("Sabancı Vakfı", "ORG") in names


def test_batches_change_nothing(read: dict[str, Any]) -> None:
    assert read["piped"] == [read["single"]] * 3


def test_its_code_needs_spacy_alone() -> None:
    tree = ast.parse((PACKAGE / "tr_tutanak_md/turkish.py").read_text(encoding="utf-8"))
    modules = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert modules <= {"collections", "typing", "numpy", "spacy", "thinc"}


def test_its_files_are_those_that_the_project_made() -> None:
    assert (PACKAGE / "CHECKSUMS").read_text(encoding="utf-8") == checksums(PACKAGE)


def test_building_it_writes_nothing_beside_the_wheel(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__"))
    before = set(source.rglob("*"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(command, check=True)
    assert set(source.rglob("*")) == before
    assert (source / "CHECKSUMS").read_text(encoding="utf-8") == checksums(source)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = {name for name in wheel.namelist() if ".dist-info/" not in name}
    package = source / PACKAGE.name
    assert inside == {
        path.relative_to(source).as_posix() for path in package.rglob("*") if path.is_file()
    }


def test_it_carries_the_code_of_the_project() -> None:
    code = (ROOT / "models/training/scripts/turkish.py").read_text(encoding="utf-8")
    assert (PACKAGE / "tr_tutanak_md/turkish.py").read_text(encoding="utf-8") == code


def test_it_is_small_enough_for_git() -> None:
    assert 0 < sum(p.stat().st_size for p in PACKAGE.rglob("*") if p.is_file()) <= MOST


def test_its_meta_names_licence_sources_and_scores() -> None:
    meta = json.loads((PACKAGE / "meta.json").read_text(encoding="utf-8"))
    about = tomllib.loads((ROOT / "models/training/about/package.toml").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["name"], meta["version"]) == ("tr", "tutanak_md", about["version"])
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"] == about["sources"]
    assert all(source["license"] for source in meta["sources"])
    assert meta["labels"]["spancat"] == ["PERSON", "ORG"]
    for part in ("wiki_ner.test", "nakbatr_news.test", "finnews.test", "legal_koclab.test"):
        assert meta["performance"][part]["0.5"]["PERSON"]["items"] > 0


@pytest.mark.parametrize("name", ["LICENSE", "LICENSES_SOURCES", "README.md"])
def test_licences_and_card_stand_beside_it(name: str) -> None:
    assert "CC BY-SA 4.0" in (PACKAGE / name).read_text(encoding="utf-8")
