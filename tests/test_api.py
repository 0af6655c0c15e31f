"""The public functions with the real stages: arguments, errors, and what they agree on."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import tutanak
from tests.conftest import ROOT
from tutanak.errors import InputError, OptionError

TEXT = (
    "Kartal Kaymakamı Dr. Selin Aksoy, 12 Mart'ta Kartal Belediyesi'nde düzenlenen toplantıya "
    "katıldı. Toplantıda Göç İdaresi Genel Müdürlüğünün çalışmaları anlatıldı."
)


def test_extract() -> None:
    record = tutanak.extract(TEXT, published="2019-03-14", title="Toplantı", id="mine")
    assert (record.id, record.title, record.source) == ("mine", "Toplantı", "")
    assert record.dates[0].start == date(2019, 3, 12)
    assert [person.name for person in record.people] == ["Selin Aksoy"]
    assert record.text == TEXT


@pytest.mark.parametrize("published", ["2019-03-14", date(2019, 3, 14), "2019-03-14T10:00:00"])
def test_the_day_may_be_written_or_not(published: str | date) -> None:
    record = tutanak.extract(TEXT, published=published)
    assert record.published == date(2019, 3, 14)


@pytest.mark.parametrize("published", ["", "2019", "14.03.2019", "2019-02-30", "yesterday"])
def test_no_such_day(published: str) -> None:
    with pytest.raises(OptionError, match=r"published: .* is not a date written as YYYY-MM-DD"):
        tutanak.extract(TEXT, published=published)


@pytest.mark.parametrize("text", ["", " \n", "\u200b"])
def test_nothing_to_extract_from(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        tutanak.extract(text)


def test_text_is_cleaned_before_spans_are_counted() -> None:
    record = tutanak.extract("\ufeff12\u00a0Mart 2019\u2019da toplandı.\r\n")
    assert record.text == "12 Mart 2019’da toplandı.\n"
    (day,) = record.dates
    assert record.text[slice(*day.span)] == "12 Mart 2019"
    assert {warning.code for warning in record.warnings} == {"repaired_text"}


def test_components_work_alone() -> None:
    import spacy

    nlp = spacy.blank("tr")
    nlp.add_pipe("tutanak_dates")
    doc = nlp("Toplantı 12 Mart 2019 tarihinde yapıldı.")
    assert [span.text for span in doc.spans["tutanak_dates"]] == ["12 Mart 2019"]


def test_a_loaded_pipeline_survives_its_bytes() -> None:
    from spacy.tokens import Doc

    nlp = tutanak.load()
    doc = nlp.make_doc(TEXT)
    doc._.published = "2019-03-14"
    record = nlp(doc)._.record
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())._.record
    assert again == record
    assert record.people


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2019-05-01", "Göç İdaresi Genel Müdürlüğü"),
        (date(2024, 5, 1), "Göç İdaresi Başkanlığı"),
    ],
)
def test_link_is_as_of_the_day(on: str | date, name: str) -> None:
    assert tutanak.link("Göç İdaresi Gn. Md.", on=on).canonical_name == name


def test_link_abstains() -> None:
    assert tutanak.link("Kartal Uzay Araştırmaları Vakfı").id is None


def test_link_on_no_day() -> None:
    with pytest.raises(OptionError, match="on: 'soon' is not a date"):
        tutanak.link("Göç İdaresi", on="soon")


def test_as_of_today_names_the_successor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"published": "2019-03-14"}', encoding="utf-8")
    names = {}
    for as_of in (None, "today"):
        tutanak.run(tmp_path, out=tmp_path / "out", as_of=as_of)
        line = (tmp_path / "out/records.jsonl").read_text(encoding="utf-8")
        names[as_of] = {body["canonical_name"] for body in json.loads(line)["institutions"]}
    assert "Göç İdaresi Genel Müdürlüğü" in names[None]
    assert "Göç İdaresi Başkanlığı" in names["today"]


def test_evaluate_wants_one_thing_to_score(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="either texts or records"):
        tutanak.evaluate(tmp_path)


def test_evaluate_without_texts(tmp_path: Path) -> None:
    gold: dict[str, list[str]] = {
        name: [] for name in ("dates", "institutions", "people", "counts", "meetings")
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(InputError, match="no such file or folder"):
        tutanak.evaluate(tmp_path, texts=tmp_path / "no")


COMPONENTS = {
    "tutanak_dates": "dates",
    "tutanak_institutions": "institutions",
    "tutanak_people": "people",
    "tutanak_roles": "people",
    "tutanak_counts": "counts",
    "tutanak_meetings": "meetings",
}


@pytest.mark.parametrize(("component", "field"), COMPONENTS.items())
def test_one_component_alone_gives_a_record(component: str, field: str) -> None:
    text = "Kartal Belediyesi panelinde 12 Mart 2021'de Selin Aksoy ile 17 muhtar buluştu."
    code = (
        "import spacy; nlp = spacy.blank('tr'); "
        f"nlp.add_pipe({component!r}); print(nlp({text!r})._.record.model_dump_json())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    record = json.loads(done.stdout)
    found = {name for name in set(COMPONENTS.values()) if record[name]}
    assert found == {field}


OWN = "id,name,kind\nx.mavi,Mavi Kapı,association\n"
OWN_TEXT = "Panele Mavi Kapı ev sahipliği yaptı."


def test_a_loaded_pipeline_knows_own_bodies(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    nlp = tutanak.load(registry=tmp_path / "own.csv")
    assert [body.id for body in nlp(OWN_TEXT)._.record.institutions] == ["x.mavi"]
    assert tutanak.load()(OWN_TEXT)._.record.institutions == ()


def test_evaluate_takes_own_bodies(tmp_path: Path) -> None:
    for folder in ("gold", "texts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    (tmp_path / "texts" / "a.txt").write_text(OWN_TEXT, encoding="utf-8")
    gold = {"id": "a", "institutions": [{"name": "Mavi Kapı", "aliases": []}]}
    fields = ("dates", "people", "counts", "meetings")
    (tmp_path / "gold" / "a.json").write_text(
        json.dumps(gold | {field: [] for field in fields}), encoding="utf-8"
    )
    with_own = tutanak.evaluate(
        tmp_path / "gold", texts=tmp_path / "texts", registry=tmp_path / "own.csv"
    )
    without = tutanak.evaluate(tmp_path / "gold", texts=tmp_path / "texts")
    assert with_own.fields["institutions"].f1 == 1.0
    assert without.fields["institutions"].f1 == 0.0


def test_evaluate_links_no_records_again(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    with pytest.raises(OptionError, match="records are linked already"):
        tutanak.evaluate(
            ROOT / "tests" / "golden" / "tuned",
            records=tmp_path / "records.jsonl",
            registry=tmp_path / "own.csv",
        )
