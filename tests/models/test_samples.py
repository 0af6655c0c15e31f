"""From annotations to spans: endings, names in running text, folds, counts; one case a line."""

from pathlib import Path

import pytest
import spacy
from spacy.util import load_config, load_model_from_config

from scripts.evaluate import Found, count
from scripts.folds import parts_without
from scripts.generated import ending
from scripts.lists import forms
from scripts.names_in_text import NamesInText
from scripts.reader import blank, read_parts, to_doc, upper, with_capitals
from scripts.samples import Name, Sample, write_samples
from scripts.trial_lists import LISTS
from scripts.trials import TRIALS, main
from scripts.turkish import make_capitalised_suggester
from tests.conftest import ROOT

NLP = blank()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("UNHCR'nin", "UNHCR 'nin"),
        ("Odası’nı", "Odası ’nı"),
        ("T.C.'nin", "T.C. 'nin"),
        ("IŞIK'IN", "IŞIK 'IN"),
        ("Programı'ndaki,", "Programı 'ndaki ,"),
        ("L'Oréal'in", "L'Oréal 'in"),
        ("O'Neill", "O'Neill"),
        ("Can't", "Can't"),
        ("'İstanbul'", "' İstanbul '"),
    ],
)
def test_endings_behind_apostrophes_are_tokens(text: str, tokens: str) -> None:
    assert [token.text for token in NLP(text)] == tokens.split()


def test_the_pipeline_is_mended_and_spacys_turkish_is_not() -> None:
    assert NLP("IĞDIR İL")[0].norm_ == "ığdır"
    assert NLP("İL")[0].lower_ == "il"
    assert [token.text for token in spacy.blank("tr")("UNHCR'nin")] == ["UNHCR'nin"]


@pytest.mark.parametrize(
    ("name", "label", "text", "found"),
    [
        ("İçişleri Bakanlığı", "ORG", "İçişleri Bakanlığının yetkilileri", "İçişleri Bakanlığının"),
        ("İçişleri Bakanlığı", "ORG", "İÇİŞLERİ BAKANLIĞI'NDAN", "İÇİŞLERİ BAKANLIĞI"),
        ("UNHCR", "ORG", "UNHCR’nin", "UNHCR"),
        ("Ali Kaya", "PERSON", "Ali KAYA'ya", "Ali KAYA"),
        ("Ali Kaya", "PERSON", "Kaya'nın sözleri", "Kaya"),
        ("Ali Kaya", "PERSON", "Kayalar yüksekti", ""),
        ("Ali Kaya", "PERSON", "Bir kaya düştü", ""),
        ("Can Su", "PERSON", "Su içti", ""),
    ],
)
def test_names_are_found_in_any_form(name: str, label: str, text: str, found: str) -> None:
    finder = NamesInText()
    finder.add(name, label)
    assert [text[n.start : n.end] for n in finder.find(text)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("alias", "kept"),
    [("Oda", False), ("Üniversitemiz", False), ("ATO", True), ("Ankara Odası", True)],
)
def test_bare_common_nouns_are_no_names(alias: str, kept: bool) -> None:
    finder = NamesInText()
    finder.add_alias(alias, "Ankara Ticaret Odası", "ORG")
    assert bool(list(finder.find(f"Dün {alias} toplandı"))) is kept


def test_suggested_spans_lie_between_capitals() -> None:
    doc = NLP("Dün Milli Eğitim ve Spor Bakanlığı'ndan Ali Kaya geldi.")
    spans = {doc[start:end].text for start, end in make_capitalised_suggester()([doc]).data}
    assert {"Milli Eğitim ve Spor Bakanlığı", "Ali Kaya", "Dün"} <= spans
    assert not [text for text in spans if text.endswith(("ve", "'ndan", "geldi"))]


def test_capitals_vary_without_moving_names() -> None:
    sample = Sample("Dün Ali Işık geldi.", (Name(4, 12, "PERSON"),), "made")
    texts = {changed.text for changed in with_capitals([sample] * 200, seed=1)}
    assert texts == {"Dün Ali Işık geldi.", "Dün Ali IŞIK geldi.", "DÜN ALİ IŞIK GELDİ."}
    assert len(upper("ŉ ß ışık")) == len("ŉ ß ışık")
    assert [e.text for e in to_doc(sample, NLP).ents] == ["Ali Işık"]


def test_folds_divide_documents_and_parts_name_them(tmp_path: Path) -> None:
    samples = [Sample(f"{n}", (), "golden", f"doc-{n // 2}") for n in range(40)]
    write_samples(samples, tmp_path / "golden.jsonl")
    inside = {s.text for s in read_parts(["golden@0/2"], tmp_path)}
    outside = {s.text for s in read_parts(["golden-0/2"], tmp_path)}
    assert inside | outside == {s.text for s in samples}
    assert not inside & outside
    assert {int(t) // 2 for t in inside}.isdisjoint(int(t) // 2 for t in outside)
    assert len(list(read_parts(["golden*2"], tmp_path))) == 80
    with pytest.raises(ValueError, match="is not NAME"):
        list(read_parts(["golden**2"], tmp_path))
    assert parts_without(["golden*2", "silver"], 1, 2) == ["golden-1/2*2", "silver"]
    with pytest.raises(ValueError, match="no part 'golden'"):
        parts_without(["silver"], 0, 2)


@pytest.mark.parametrize(
    ("name", "case", "form"),
    [
        ("Sabancı Vakfı", "gen", "nın"),
        ("Yeşilay", "gen", "ın"),
        ("Ankara", "loc", "da"),
        ("Şule Işık", "dat", "a"),
    ],
)
def test_generated_endings(name: str, case: str, form: str) -> None:
    assert ending(name, case) == form


def test_counts_leave_optional_names_aside() -> None:
    names = (Name(0, 3, "ORG"), Name(4, 7, "ORG", optional=True), Name(8, 11, "PERSON"))
    found = [Found((0, 3, "ORG"), 0.9), Found((4, 7, "ORG"), 0.9), Found((8, 11, "ORG"), 0.4)]
    samples = [Sample("abc def ghi", names, "made")]
    strict = count(samples, [found], threshold=0.5)["all"]
    loose = count(samples, [found], threshold=0.0)["all"]
    assert (strict.right, strict.found, strict.true) == (1, 1, 2)
    assert (loose.right, loose.found, loose.true) == (1, 2, 2)
    assert strict.scores()["precision"] == 1


def test_heads_of_bodies_stand_in_compounds() -> None:
    assert {"bakanlık", "bakanlığı"} <= set(forms("bakanlık"))
    assert {"oda", "odası", "odaları"} <= set(forms("oda"))


@pytest.mark.parametrize("name", TRIALS)
def test_the_configurations_of_trials_make_pipelines(name: str, tmp_path: Path) -> None:
    main(name, ROOT / "models/training/configs/base.cfg", tmp_path / "trial.cfg")
    config = load_config(tmp_path / "trial.cfg")
    nlp = load_model_from_config(config)
    assert nlp.pipe_names[0] == "tok2vec"
    if name == "lists":
        nlp.vocab.lookups.add_table(LISTS, {"ali": 1})
        embed = nlp.get_pipe("tok2vec").model.get_ref("embed")  # type: ignore[attr-defined]
        column = embed.layers[0].predict([nlp.make_doc("Ali geldi")])[0][:, -1]
        assert column.tolist() == [1, 0]


def test_the_checksums_cover_what_the_steps_read() -> None:
    listed = (ROOT / "models/training/checksums.txt").read_text(encoding="utf-8")
    sources = (ROOT / "models/training/SOURCES.md").read_text(encoding="utf-8")
    names = [line.split()[1] for line in listed.splitlines()]
    assert len(names) > 30
    missing = [n for n in names if n.split("/")[1].removesuffix(".tsv") not in sources]
    assert missing == []
