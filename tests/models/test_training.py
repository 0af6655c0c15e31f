"""The training project from samples to a package, in small: its own scripts, a few steps."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.cli.train import train

from scripts import package, reader
from scripts.generated import generate
from scripts.samples import Sample, write_samples
from tests.conftest import ROOT

TRAINING = ROOT / "models/training"
FRAMES = [
    "Toplantıya {org} Başkanı {person} katıldı.",
    "{person:gen} konuşmasının ardından {org:dat} plaket verildi.",
    "{city:loc} düzenlenen törene {person}, {person} ve {org} temsilcileri geldi.",
    "Gelecek yıl {city:loc} yeniden toplanılacak.",
]
LISTS = {
    "person": ["Ayşe Kaya", "Louisa Vinton", "Mehmet Ali Demir", "Can Su", "Elif Öz"],
    "org": ["Danish Refugee Council", "UNHCR", "Sabancı Vakfı", "Yeşilay", "Nova Yazılım A.Ş."],
    "city": ["Ankara", "İzmir", "Iğdır"],
}
SMALL = {
    "components.tok2vec.model.embed.rows": [500, 300, 300, 100],
    "components.tok2vec.model.encode.width": 32,
    "components.tok2vec.model.encode.depth": 2,
    "corpora.train.parts": ["made.train"],
    "corpora.dev.parts": ["made.dev"],
    "training.max_steps": 30,
    "training.eval_frequency": 30,
    "training.batcher.size": 400,
    "training.optimizer.learn_rate": 0.01,
    "training.optimizer.use_averages": False,
}
READ = """
import json
import tr_tutanak_md
nlp = tr_tutanak_md.load()
text = "Törene Sabancı Vakfı'nın konuğu Ayşe Kaya ile UNHCR'den Can Su katıldı."
doc = nlp(text)
group = doc.spans["names"]
print(json.dumps({
    "pipe": nlp.pipe_names,
    "tokens": [token.text for token in doc],
    "scores": [round(float(score), 4) for score in group.attrs["scores"]],
    "names": [[span.text, span.label_] for span in group],
    "meta": {key: nlp.meta[key] for key in ("license", "sources")},
}))
"""


def samples(name: str, count: int, folder: Path) -> list[Sample]:
    made = list(generate(FRAMES, LISTS, count))
    write_samples(made, folder / f"{name}.jsonl")
    return made


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package that the project's steps make of 200 made-up sentences."""
    folder = tmp_path_factory.mktemp("training")
    samples("made.train", 200, folder)
    samples("made.dev", 20, folder)
    assert reader.make_reader  # its import registers what the configuration names
    train(
        TRAINING / "configs/base.cfg",
        folder / "trained",
        overrides={**SMALL, "paths.samples": str(folder)},
    )
    step("assemble", folder / "trained/model-last", TRAINING / "about", folder / "out")
    out = folder / "package"
    step("package", folder / "out", out, "--name", "tr_tutanak_md", "--version", "0.1.0")
    return out


def step(name: str, *arguments: object) -> None:
    """A step of the project as weasel runs it."""
    command = [sys.executable, "-m", f"scripts.{name}", *map(str, arguments)]
    done = subprocess.run(command, cwd=TRAINING, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def read(folder: Path) -> dict[str, Any]:
    """What the package under `folder` finds in a text, in a process that knows nothing of us."""
    done = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_a_package_is_made_and_reads_names_without_endings(packaged: Path) -> None:
    result = read(packaged)
    assert result["pipe"] == ["tok2vec", "spancat", "names"]
    assert [token for token in result["tokens"] if token in ("UNHCR", "'den", "'nın")] == [
        "'nın",
        "UNHCR",
        "'den",
    ]
    # Thirty steps are enough for names that stood in the training sentences.
    assert ["Ayşe Kaya", "PERSON"] in result["names"]
    assert len(result["scores"]) == len(result["names"])
    assert all(0 < score <= 1 for score in result["scores"])
    assert result["meta"]["license"].startswith("CC BY-SA")


def test_the_package_lists_its_files_and_keeps_no_words_of_the_texts(packaged: Path) -> None:
    listed = (packaged / "CHECKSUMS").read_text(encoding="utf-8")
    assert listed == package.checksums(packaged)
    assert "tr_tutanak_md/turkish.py" in listed
    strings = next(packaged.rglob("strings.json")).read_text(encoding="utf-8")
    assert json.loads(strings) == ["ORG", "PERSON", "names"]
