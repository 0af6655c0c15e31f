"""The components in a user's own pipeline, one by one, and what they leave on a Doc."""

from datetime import date
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from tutanak.errors import OptionError
from tutanak.extraction import payload
from tutanak.extraction.pipeline import COMPONENTS, Extractor, assemble, load
from tutanak.records import Document, InstitutionMention, Notice, PersonMention, Span, Why

TEXT = (
    "Gölbaşı Belediyesi'nin ev sahipliğinde 10 Mart 2021'de düzenlenen çalıştaya 45 kişi katıldı. "
    "Açılışta Gölbaşı Belediye Başkanı Tarık Sönmez ile UNHCR Temsilcisi Lucas Fernandes konuştu."
)
SPANS = {
    "tutanak_dates": {"10 Mart 2021'de"},
    "tutanak_institutions": {"Gölbaşı Belediyesi'nin", "UNHCR"},
    "tutanak_people": {"Tarık Sönmez", "Lucas Fernandes"},
    "tutanak_counts": {"45 kişi"},
}


def pipeline(*names: str) -> Language:
    """A user's own blank pipeline with some of the components."""
    nlp = spacy.blank("tr")
    for name in names:
        nlp.add_pipe(name)
    return nlp


@pytest.fixture(scope="module")
def doc() -> Doc:
    """The text after all components."""
    return load()(TEXT)


@pytest.mark.parametrize("name", list(SPANS))
def test_a_component_alone(name: str) -> None:
    doc = pipeline(name)(TEXT)
    assert {span.text for span in doc.spans[name]} >= SPANS[name]
    assert set(doc.spans) == {name}


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_alone_on_texts_without_anything(name: str) -> None:
    nlp = pipeline(name)
    for text in ("", " ", "\n\n", "…", "Hava güzeldi."):
        assert {key: len(nlp(text).spans[key]) for key in nlp(text).spans} in (
            {name: 0},
            {"tutanak_institutions": 0, "tutanak_people": 0},
        )


def test_roles_name_the_posts_of_people_found_before() -> None:
    doc = pipeline("tutanak_institutions", "tutanak_people", "tutanak_roles")(TEXT)
    people = payload.read(doc, PersonMention, "people")
    bodies = payload.read(doc, InstitutionMention, "institutions")
    told = {
        p.name: (p.role, bodies[p.institution].name) for p in people if p.institution is not None
    }
    assert told == {
        "Tarık Sönmez": ("Belediye Başkanı", "Gölbaşı Belediyesi"),
        "Lucas Fernandes": ("Temsilci", "UNHCR"),
    }


def test_people_alone_have_no_posts() -> None:
    doc = pipeline("tutanak_people")(TEXT)
    assert [(p.role, p.institution) for p in payload.read(doc, PersonMention, "people")] == [
        (None, None)
    ] * 2


def test_running_twice_changes_nothing(doc: Doc) -> None:
    before = assemble(doc, Document("a", TEXT))
    nlp = load()
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert assemble(doc, Document("a", TEXT)) == before


def test_order_and_kinds_of_all(doc: Doc) -> None:
    extraction = assemble(doc, Document("a", TEXT))
    for mentions in (extraction.dates, extraction.people, extraction.counts):
        assert mentions
        starts = [m.span.start for m in mentions]
        assert starts == sorted(starts)
    assert [d.start for d in extraction.dates] == [date(2021, 3, 10)]
    assert extraction.meetings


def test_a_doc_survives_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert assemble(again, Document("a", TEXT)) == assemble(doc, Document("a", TEXT))
    assert {key: [s.text for s in again.spans[key]] for key in again.spans} == {
        key: [s.text for s in doc.spans[key]] for key in doc.spans
    }


def test_a_doc_survives_a_doc_bin(doc: Doc) -> None:
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    again = next(iter(DocBin().from_bytes(stored).get_docs(doc.vocab)))
    assert assemble(again, Document("a", TEXT)) == assemble(doc, Document("a", TEXT))


def test_payloads_are_plain_json(doc: Doc) -> None:
    def kinds(value: Any) -> set[str]:
        if isinstance(value, dict):
            names = (type(key).__name__ for key in value)
            return set().union(*map(kinds, value.values()), names)
        if isinstance(value, list):
            return set().union(*map(kinds, value))
        return {type(value).__name__}

    assert kinds(doc._.tutanak) <= {"str", "int", "float", "bool", "NoneType"}


def test_spans_and_payloads_stand_in_one_order(doc: Doc) -> None:
    for kind in payload.KINDS:
        rows, spans = doc._.tutanak[kind], list(doc.spans[f"tutanak_{kind}"])
        assert [span.id_ for span in spans] == [str(number) for number in range(len(rows))]
        assert {span.label_ for span in spans} <= {payload.LABELS[kind]}
        for row, span in zip(rows, spans, strict=True):
            assert span.start_char <= row["span"][0] < row["span"][1] <= span.end_char


def test_written_mentions_come_back_as_they_were() -> None:
    doc = spacy.blank("tr")("Ege Göç Derneği (EGD) toplandı.")
    why = Why("rule", ("cue",), ("beaten",))
    rows = [
        InstitutionMention(Span(0, 15), "Ege Göç Derneği", "full", why),
        InstitutionMention(Span(17, 20), "EGD", "acronym", why, same_as=0, optional=True),
    ]
    payload.write(doc, "institutions", rows)
    assert payload.read(doc, InstitutionMention, "institutions") == rows
    payload.write(doc, "institutions", rows[:1])
    assert payload.read(doc, InstitutionMention, "institutions") == rows[:1]
    assert len(doc.spans["tutanak_institutions"]) == 1


def test_notices_are_kept_by_component() -> None:
    doc = spacy.blank("tr")("metin")
    early, late = Notice("a", "one", Span(0, 2)), Notice("b", "two")
    payload.write_notices(doc, "meetings", [late])
    payload.write_notices(doc, "dates", [early])
    assert payload.read_notices(doc) == [early, late]
    payload.write_notices(doc, "dates", [])
    assert payload.read_notices(doc) == [late]


def test_what_has_not_run_left_nothing() -> None:
    doc = spacy.blank("tr")(TEXT)
    assert payload.read(doc, PersonMention, "people") == []
    assert payload.read_notices(doc) == []


def test_the_day_and_the_publisher_are_read_from_the_doc() -> None:
    nlp = load()
    doc = nlp.make_doc("Valimiz Turgay Alper dün muhtarlarla buluştu.")
    doc._.published, doc._.publisher = "2022-11-14", "Elazığ Valiliği"
    for _, component in nlp.pipeline:
        doc = component(doc)
    extraction = assemble(doc, Document("a", doc.text))
    assert [d.start for d in extraction.dates] == [date(2022, 11, 13)]
    owner = extraction.people[0].institution
    assert owner is not None
    assert extraction.institutions[owner].name == "Elazığ Valiliği"


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("tutanak_dates", "published", "14.11.2022"),
        ("tutanak_dates", "published", 2022),
        ("tutanak_institutions", "publisher", 5),
    ],
)
def test_wrong_values_on_a_doc_are_refused(name: str, field: str, value: object) -> None:
    nlp = pipeline(name)
    doc = nlp.make_doc(TEXT)
    setattr(doc._, field, value)
    with pytest.raises(OptionError, match=field):
        nlp.get_pipe(name)(doc)


def test_an_extractor_takes_a_pipeline_of_ones_own() -> None:
    document = Document("a", TEXT)
    everything = Extractor()(document)
    some = Extractor(pipeline("tutanak_institutions"))(document)
    assert some.institutions
    assert not some.people
    assert not some.dates
    assert {m.name for m in some.institutions} <= {m.name for m in everything.institutions}


def test_other_tokens_give_the_same_answers(doc: Doc) -> None:
    nlp = load()
    nlp.tokenizer = spacy.blank("en").tokenizer
    assert assemble(nlp(TEXT), Document("a", TEXT)) == assemble(doc, Document("a", TEXT))
