"""Small trained models for tests: real spaCy packages and real Stanza models, made in seconds.

They are trained on invented sentences, so that what is tested is the way from a model's file to a
value of a record, not how good a model is.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

# Given names and surnames that no list of the package has, so that the rules stay silent.
GIVEN: Final = (
    *("Jorrit", "Xenia", "Maelis", "Tjark", "Oddny", "Rasmus", "Wiebke", "Jasper", "Liesbet"),
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


def _tokens(row: Labelled) -> list[dict[str, Any]]:
    """The tokens of a sentence with BIO labels, as Stanza's training reads them."""
    found, at = [], 0
    for text in row.text.replace(".", " .").split():
        at = row.text.index(text, at)
        label = "O"
        for kind, start, end in row.names:
            if start <= at < end:
                label = ("B-" if at == start else "I-") + kind
        found.append({"text": text, "ner": label})
        at += len(text)
    return found


def write_stanza(folder: Path, *, default_sizes: bool = False) -> None:
    """Stanza's Turkish models as `stanza.download` lays them out: a tokenizer, a finder of names.

    Trained by Stanza's own training code; `default_sizes` leaves its networks as large as they
    are by default (without character models and word vectors, which would have to be fetched).
    """
    from stanza.models import ner_tagger, tokenizer

    work = folder / "training"
    work.mkdir(parents=True)
    rows = list(sentences(220, person="PERSON", body="ORGANIZATION"))
    text, labels = [], []
    for row in rows:
        text.append(row.text)
        marks = ["0"] * len(row.text)
        at = 0
        for token in _tokens(row):
            at = row.text.index(token["text"], at) + len(token["text"])
            marks[at - 1] = "1"
        labels.append("".join([*marks[:-1], "2"]))
    (work / "text.txt").write_text("\n\n".join(text), encoding="utf-8")
    (work / "labels.txt").write_text("\n\n".join(labels), encoding="utf-8")
    (work / "names.json").write_text(json.dumps([_tokens(row) for row in rows]), encoding="utf-8")
    (work / "words.json").write_text("[]", encoding="utf-8")  # words of several words: none
    small: tuple[str, ...] = () if default_sizes else ("--emb_dim", "16", "--hidden_dim", "16")
    _train(
        tokenizer.main,
        *("--txt_file", work / "text.txt", "--label_file", work / "labels.txt"),
        *("--dev_txt_file", work / "text.txt", "--dev_label_file", work / "labels.txt"),
        *("--mwt_json_file", work / "words.json", "--no_use_mwt"),
        *("--lang", "tr", "--shorthand", "tr_small", "--steps", 200, "--eval_steps", 1000),
        *(
            "--save_dir",
            folder / "tr" / "tokenize",
            "--save_name",
            "small.pt",
            "--batch_size",
            8,
            *small,
        ),
    )
    small = (
        ()
        if default_sizes
        else ("--hidden_dim", "32", "--char_hidden_dim", "16", "--char_emb_dim", "16")
    )
    _train(
        ner_tagger.main,
        *("--train_file", work / "names.json", "--eval_file", work / "names.json"),
        *("--shorthand", "tr_small", "--no_pretrain", "--word_emb_dim", "32", "--optim", "adam"),
        *("--lr", "0.01", "--max_steps", 220, "--eval_interval", 1000, "--dropout", "0.2"),
        *("--save_dir", folder / "tr" / "ner", "--save_name", "small.pt", *small),
    )
    packages = {"tokenize": "small", "ner": "small"}
    rows_of = {key: {name: {"md5": ""}} for key, name in packages.items()}
    listed = {"tr": {"lang_name": "Turkish", "packages": {"default": packages}, **rows_of}}
    (folder / "resources.json").write_text(json.dumps(listed), encoding="utf-8")


def _train(main: Any, *arguments: object) -> None:
    from tutanak.extraction.model_stanza import steady

    with steady():
        main([*map(str, arguments), "--cpu"])


def plain_names(rows: Sequence[Labelled]) -> list[str]:
    """The names in these sentences."""
    return [row.text[start:end] for row in rows for _, start, end in row.names]
