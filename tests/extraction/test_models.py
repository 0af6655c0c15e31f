"""A real spaCy model beside the rules: by name and by folder, in any batch, order and process."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tutanak
from tests.model_makers import sentences
from tutanak.extraction.model_door import open_model

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [
    "\n".join(row.text for row in list(sentences(44))[k : k + 5])
    + "\nPanelde Kartal Kaymakamı Selin Aksoy konuştu."
    for k in range(0, 40, 4)
]


def found(nlp: "Language", texts: list[str], **options: Any) -> list[str]:
    """Records of texts as JSON, in the order of the texts."""
    return [doc._.record.model_dump_json() for doc in nlp.pipe(texts, **options)]


def test_it_adds_names_with_their_evidence(small_model: str) -> None:
    text = "Toplantıya Jesvir Wolfram katıldı. Projeyi Novaterra Lumetris destekledi."
    assert tutanak.extract(text).people == ()
    record = tutanak.extract(text, model=small_model)
    assert [(p.name, p.why.rule, p.why.cues) for p in record.people] == [
        ("Jesvir Wolfram", "model.person", (f"{small_model} 0.0.0",))
    ]
    assert [(b.name, b.why.rule) for b in record.institutions] == [
        ("Novaterra Lumetris", "model.institution")
    ]
    printed = str(tutanak.why(text, "people", model=small_model))
    assert "model.person" in printed
    assert f"{small_model} 0.0.0" in printed


def test_by_name_and_by_folder(small_model: str, small_model_site: Path) -> None:
    folder = small_model_site / small_model / f"{small_model}-0.0.0"
    named, at = open_model(small_model), open_model(str(folder))
    assert named.title == at.title == f"{small_model} 0.0.0"
    rows = [row.text for row in sentences(20)]
    assert named.mentions(rows) == at.mentions(rows)
    assert tutanak.extract(TEXTS[0], model=folder) == tutanak.extract(TEXTS[0], model=small_model)


def test_most_names_of_its_kind_are_found(small_model: str) -> None:
    rows = list(sentences(66))
    told = open_model(small_model).mentions([row.text for row in rows])
    right = sum(
        {(m.start, m.end) for m in mentions} == {(s, e) for _, s, e in row.names}
        for row, mentions in zip(rows, told, strict=True)
    )
    assert right >= 0.9 * len(rows)


@pytest.mark.parametrize("batch_size", [1, 2, 7, 1000])
def test_batches_change_nothing(small_model: str, batch_size: int) -> None:
    nlp = tutanak.load(model=small_model)
    alone = [nlp(text)._.record.model_dump_json() for text in TEXTS]
    assert any("model.person" in record for record in alone)
    assert found(nlp, TEXTS, batch_size=batch_size) == alone


def test_order_changes_nothing(small_model: str) -> None:
    nlp = tutanak.load(model=small_model)
    assert found(nlp, TEXTS[::-1])[::-1] == found(nlp, TEXTS)


def run(texts: list[str], folder: Path, **options: Any) -> dict[str, str]:
    """The records of a run by id, as written; and `report.json` under its own name."""
    source = folder / "in"
    source.mkdir(parents=True)
    for number, text in enumerate(texts):
        (source / f"{number:02}.txt").write_text(text, encoding="utf-8")
    tutanak.run(source, out=folder / "out", **options)
    lines = (folder / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {json.loads(line)["id"]: line.replace(str(folder), "") for line in lines}
    return rows | {"report.json": (folder / "out" / "report.json").read_text(encoding="utf-8")}


def test_processes_change_nothing(
    small_model: str, small_model_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(small_model_site), prepend=":")
    one = run(TEXTS, tmp_path / "one", model=small_model)
    two = run(TEXTS, tmp_path / "two", model=small_model, workers=2)
    for rows in (one, two):
        assert json.loads(rows.pop("report.json"))["model"] == f"{small_model} 0.0.0"
    assert one == two
    assert any("model.person" in line for line in one.values())


def test_another_process_opens_the_model_by_itself(small_model: str) -> None:
    import pickle

    nlp = tutanak.load(model=small_model)
    component = pickle.loads(pickle.dumps(nlp.get_pipe("tutanak_model")))
    assert component(nlp.make_doc(TEXTS[0]))._.tutanak["model"]["people"]


def test_a_pipeline_with_a_model_comes_back_from_disk(small_model: str, tmp_path: Path) -> None:
    import spacy

    nlp = tutanak.load(model=small_model)
    nlp.to_disk(tmp_path / "all")
    again = spacy.load(tmp_path / "all")
    assert again.pipe_names == nlp.pipe_names
    assert found(again, TEXTS[:2]) == found(nlp, TEXTS[:2])


def test_other_labels_mean_the_same(tmp_path: Path) -> None:
    from tests.model_makers import spacy_pipeline

    spacy_pipeline(person="PERSON", body="ORGANIZATION").to_disk(tmp_path / "model")
    record = tutanak.extract("Toplantıya Jesvir Wolfram katıldı.", model=tmp_path / "model")
    assert [person.name for person in record.people] == ["Jesvir Wolfram"]


def test_a_second_pass_adds_nothing(small_model: str) -> None:
    nlp = tutanak.load(model=small_model)
    doc = nlp(TEXTS[0])
    once = doc._.record
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc._.record == once


def test_rules_alone_stay_as_they_are(small_model: str) -> None:
    for text in TEXTS:
        alone = tutanak.extract(text, model="none")
        assert alone == tutanak.extract(text, model=None)
        helped = tutanak.extract(text, model=small_model)
        assert (helped.dates, helped.counts) == (alone.dates, alone.counts)
        for one, was in zip(helped.meetings, alone.meetings, strict=True):
            guests = {"people": was.people, "institutions": was.institutions}
            assert one.model_copy(update=guests) == was
        assert {p.name for p in alone.people} <= {p.name for p in helped.people}
