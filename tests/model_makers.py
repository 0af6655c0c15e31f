"""Small trained models for tests: real spaCy packages, made in seconds (Stanza: stanza_makers.py).

They are trained on invented sentences, so that what is tested is the way from a model's file to a
value of a record, not how good a model is.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

# Given names and surnames that no list of the package has, so that the rules stay silent.
GIVEN: Final = (
    *("Jorrit", "Xelva", "Maelis", "Tjark", "Oddny", "Rasvel", "Wiebkin", "Jesvir", "Liesbet"),
    "Corvin",
)
FAMILY: Final = (
    *("Quandt", "Wolfram", "Vandermeer", "Lindqvist", "Hoekstra", "Brannigan", "Kvist"),
    "Zellweg",
)
BODIES: Final = ("Novaterra Lumetris", "Kestrel Pivot", "Veltro Sanfora", "Orbisel Quantra")
PEOPLE: Final = tuple(f"{given} {family}" for given in GIVEN for family in FAMILY)
_FRAMES: Final = (
    "Toplantıya {P} katıldı .",
    "Çalıştayda {P} söz aldı .",
    "Sunumu {P} yaptı .",
    "Etkinlikte {P} ve {P} konuştu .",
    "Projeyi {O} destekledi .",
    "Protokol {O} ile imzalandı .",
    "Panelde {O} temsil edildi .",
    "Toplantı dün Ankara'da yapıldı .",
    "Çalışmalar Eskişehir'de sürüyor .",
    "Kararlar oy birliğiyle alındı .",
    "Sorunlar ve öneriler dile getirildi .",
)


@dataclass(frozen=True)
class Labelled:
    """A sentence with the names in it: label, start, end."""

    text: str
    names: tuple[tuple[str, int, int], ...]


def sentences(count: int, *, person: str = "PER", body: str = "ORG") -> Iterator[Labelled]:
    """Invented sentences; the same ones each time."""
    draw = random.Random(7)
    for number in range(count):
        text, names = "", []
        for word in _FRAMES[number % len(_FRAMES)].split():
            text += " " if text and word != "." else ""
            if word in ("{P}", "{O}"):
                name = draw.choice(PEOPLE if word == "{P}" else BODIES)
                names.append((person if word == "{P}" else body, len(text), len(text) + len(name)))
                text += name
            else:
                text += word
        yield Labelled(text, tuple(names))


def spacy_pipeline(*, person: str = "PER", body: str = "ORG", steps: int = 45) -> Language:
    """A trained pipeline with a tagger that nobody needs and a finder of names."""
    nlp = spacy.blank("tr")
    width = {"width": 32, "depth": 2, "embed_size": 500}
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", **width, "window_size": 1}
    tok2vec |= {"maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None}
    ner = nlp.add_pipe("ner", config={"model": {"tok2vec": tok2vec}})
    rows = list(sentences(110, person=person, body=body))
    examples = [
        Example.from_dict(
            nlp.make_doc(row.text), {"entities": [(s, e, label) for label, s, e in row.names]}
        )
        for row in rows
    ]
    for label in (person, body):
        ner.add_label(label)  # type: ignore[attr-defined]
    fix_random_seed(1)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(steps):
        nlp.update(examples, sgd=optimizer)
    nlp.meta["name"] = "kucuk"
    return nlp


def write_package(nlp: Language, site: Path, name: str, *, spacy_version: str = "") -> Path:
    """`nlp` as an installed package `tr_<name>` in the folder `site`; gives the package's folder.

    The layout is that of `spacy package` after `pip install`.
    """
    package = site / f"tr_{name}"
    nlp.meta["name"] = name
    package.mkdir()
    data = package / f"tr_{name}-{nlp.meta['version']}"
    nlp.to_disk(data)
    meta = json.loads((data / "meta.json").read_text(encoding="utf-8"))
    if spacy_version:
        meta["spacy_version"] = spacy_version
    for folder in (data, package):
        (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n\n\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    info = site / f"tr_{name}-{meta['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: tr_{name}\nVersion: {meta['version']}\n", encoding="utf-8"
    )
    points = f"[spacy_models]\ntr_{name} = tr_{name}\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    return package
