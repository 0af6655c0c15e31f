"""Stanza behind the door of models: a real model, trained here, in a real `stanza.Pipeline`."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import tutanak
from tests.model_makers import sentences
from tutanak.errors import MissingPackageError, ModelError
from tutanak.extraction import model_stanza_files
from tutanak.extraction.model_door import open_model
from tutanak.extraction.model_stanza import ending_cut
from tutanak.extraction.model_values import ModelMention
from tutanak.records import Record

NEEDED = "TUTANAK_NEED_STANZA"
if os.environ.get(NEEDED) != "1":
    pytest.importorskip("stanza", reason="stanza is an extra of the package")

TEXTS = [
    "Toplantıya Jesvir Wolfram katıldı. Projeyi Novaterra Lumetris destekledi.",
    "Çalıştayda Xelva Kvist söz aldı.\n\nToplantı dün Ankara'da yapıldı.",
    "Panelde Kartal Kaymakamı Selin Aksoy konuştu. Sunumu Maelis Quandt yaptı.",
    "Kararlar oy birliğiyle alındı.",
]


@pytest.fixture
def model(stanza_home: Path) -> str:
    """The small Stanza model, as `--model` takes it."""
    return f"stanza:{stanza_home}"


def extract(text: str, model: str | None) -> Record:
    return tutanak.extract(text, published="2022-03-11", model=model)


def test_names_with_exact_places(model: str) -> None:
    rows = list(sentences(66))
    opened = open_model(model)
    told = opened.mentions([row.text for row in rows])
    assert opened.title.startswith("stanza ")
    assert opened.title.endswith(" tr, ner small")
    kinds = {"PER": "person", "ORG": "institution"}
    right = sum(
        mentions == [ModelMention(kinds[k], s, e) for k, s, e in row.names]  # type: ignore[arg-type]
        for row, mentions in zip(rows, told, strict=True)
    )
    assert right >= 0.9 * len(rows)


def test_records(model: str) -> None:
    records = [extract(text, model) for text in TEXTS]
    people = [[person.name for person in record.people] for record in records]
    assert people == [["Jesvir Wolfram"], ["Xelva Kvist"], ["Selin Aksoy", "Maelis Quandt"], []]
    for record in records:
        for person in record.people:
            assert record.text is not None
            assert record.text[slice(*person.mentions[0])] == person.name
    assert [body.name for body in records[0].institutions] == ["Novaterra Lumetris"]
    added = records[2].people[1]
    assert added.why.rule == "model.person"
    assert added.why.cues[0].startswith("stanza ")


def test_lemmas_cut_endings_without_an_apostrophe(model: str) -> None:
    record = extract("Toplantıya Jesvir Wolframın katıldı.", model)
    assert [person.name for person in record.people] == ["Jesvir Wolfram"]


def test_batches_and_order_change_nothing(model: str) -> None:
    nlp = tutanak.load(model=model)
    alone = [nlp(text)._.record for text in TEXTS]
    for size in (1, 3, 100):
        assert [doc._.record for doc in nlp.pipe(TEXTS, batch_size=size)] == alone
    assert [doc._.record for doc in nlp.pipe(TEXTS[::-1])] == alone[::-1]


def test_processes_change_nothing(model: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    lines = []
    for workers in (1, 2):
        out = tmp_path / str(workers)
        report = tutanak.run(tmp_path / "in", out=out, model=model, workers=workers)
        assert report.model == open_model(model).title
        lines.append((out / "records.jsonl").read_text(encoding="utf-8"))
    assert lines[0] == lines[1]
    assert "model.person" in lines[0]


def test_the_folder_may_come_from_the_environment(
    stanza_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(stanza_home))
    open_model.cache_clear()
    assert extract(TEXTS[1], "stanza").people[0].name == "Xelva Kvist"
    open_model.cache_clear()


def no_list(home: Path) -> None:
    (home / "resources.json").unlink()


def other_list(home: Path) -> None:
    (home / "resources.json").write_text("[]", encoding="utf-8")


def other_language(home: Path) -> None:
    text = (home / "resources.json").read_text(encoding="utf-8")
    (home / "resources.json").write_text(text.replace('"tr"', '"de"'), encoding="utf-8")


def no_names(home: Path) -> None:
    (home / "tr" / "ner" / "small.pt").unlink()


def cut_names(home: Path) -> None:
    file = home / "tr" / "ner" / "small.pt"
    file.write_bytes(file.read_bytes()[:1000])


def cut_tokens(home: Path) -> None:
    (home / "tr" / "tokenize" / "small.pt").write_bytes(b"x")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (no_list, "are not in"),
        (other_list, "not the list of Stanza's models"),
        (other_language, "not the list of Stanza's models"),
        (no_names, "lack ner"),
        (cut_names, "are broken"),
        (cut_tokens, "are broken"),
    ],
)
def test_missing_and_broken(
    stanza_home: Path, tmp_path: Path, damage: Callable[[Path], None], told: str
) -> None:
    home = tmp_path / "models"
    shutil.copytree(stanza_home, home)
    damage(home)
    with pytest.raises(ModelError) as caught:
        open_model(f"stanza:{home}")
    assert told in str(caught.value)
    assert "tutanak models download stanza" in str(caught.value)


def test_other_labels(stanza_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutanak.extraction.model_stanza.has_names", lambda _: False)
    open_model.cache_clear()
    with pytest.raises(ModelError, match="no label means a person or a body"):
        open_model(f"stanza:{stanza_home}")


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in [name for name in sys.modules if name.split(".")[0] == "stanza"]:
        monkeypatch.delitem(sys.modules, name)

    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name.split(".")[0] == "stanza":
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    open_model.cache_clear()
    with pytest.raises(MissingPackageError, match=r"pip install 'tutanak\[stanza\]'"):
        open_model("stanza")


CUTS: list[tuple[str, str | None, int]] = [
    # last token of a name, its lemma, letters of the name in it
    ("Yılmazın", "yılmaz", 6),
    ("Yılmazdan", "Yılmaz", 6),
    ("Yılmaz", "yılmaz", 6),
    ("Kaya", "kay", 4),  # one letter is no ending to go by
    ("Erdemir", "er", 7),  # a lemma of two letters is none
    ("Yılmazoğlu", "yılmaz", 10),  # no ending
    ("Wolfram'ın", "wolfram", 10),  # the apostrophe is seen later
    ("Yılmazın", None, 8),
]


@pytest.mark.parametrize(("token", "lemma", "letters"), CUTS)
def test_lemmas_show_endings_without_an_apostrophe(
    token: str, lemma: str | None, letters: int
) -> None:
    assert ending_cut(token, lemma) == letters


def test_what_is_there_is_used_in_the_order_of_work(tmp_path: Path) -> None:
    """Lemmas need parts of speech; word vectors and the like are Stanza's own business."""
    packages = {"ner": "a", "lemma": "b", "pos": "c", "tokenize": "d", "mwt": "e", "depparse": "f"}
    listed = {"tr": {"packages": {"default": packages}}}
    (tmp_path / "resources.json").write_text(json.dumps(listed), encoding="utf-8")

    def bring(*names: str) -> list[str]:
        for name in names:
            file = tmp_path / "tr" / name / f"{packages[name]}.pt"
            file.parent.mkdir(parents=True)
            file.touch()
        return list(model_stanza_files.processors_in(tmp_path))

    assert bring("tokenize", "ner", "lemma", "depparse") == ["tokenize", "ner"]
    assert bring("pos", "mwt") == ["tokenize", "mwt", "pos", "lemma", "ner"]
