"""What is taken of what a model says, and what is not: the policy of docs/models.md, row by row."""

import re
from collections.abc import Sequence

import pytest

import tutanak
from tutanak.extraction.model_values import Kind, ModelMention
from tutanak.records import Record

Told = tuple[Kind, str]


class Says:
    """A model that finds the same names wherever it sees them, and remembers what it was shown."""

    title = "says 1.0"

    def __init__(self, told: Sequence[Told], score: float | None = None) -> None:
        self.told, self.score = told, score
        self.shown: list[str] = []

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        self.shown += sentences
        return [
            [
                ModelMention(kind, match.start(), match.end(), self.score)
                for kind, name in self.told
                for match in re.finditer(re.escape(name), sentence)
            ]
            for sentence in sentences
        ]


def with_model(monkeypatch: pytest.MonkeyPatch, text: str, model: Says) -> Record:
    monkeypatch.setattr("tutanak.extraction.model_door.open_model", lambda _: model)
    tutanak.runner.stages.cache_clear()
    record = tutanak.extract(text, published="2022-03-11", model="says")
    tutanak.runner.stages.cache_clear()
    return record


PEOPLE: list[tuple[str, str, str]] = [
    # text, what the model calls a person, the name that the record gets ("": none)
    ("Toplantıya Jesvir Wolfram katıldı.", "Jesvir Wolfram", "Jesvir Wolfram"),
    ("Toplantıda Jesvir Wolfram'ın sunumu izlendi.", "Jesvir Wolfram'ın", "Jesvir Wolfram"),
    ("Toplantıda Jesvir Wolfram'ın sunumu izlendi.", "Jesvir Wolfram'", "Jesvir Wolfram"),
    ("Toplantıda Jesvir Wolframın sunumu izlendi.", "Jesvir Wolfram", "Jesvir Wolfram"),
    ("Dünkü toplantıya Xelva Oddny Kvist katıldı.", "Xelva Oddny Kvist", "Xelva Oddny Kvist"),
    # both surnames of somebody who is named in full
    (
        "Panelde Dr. Ayşe Kvist Brannigan konuştu. Soruyu Kvist Brannigan sordu.",
        "Kvist Brannigan",
        "",
    ),
    # its borders are not those of the run: a mistake of the model
    ("Toplantıya Jesvir Wolfram katıldı.", "Toplantıya Jesvir Wolfram", ""),
    ("Toplantıya Jesvir Wolfram katıldı.", "Jesvir", ""),
    ("Toplantıya Jesvir Wolfram katıldı.", "sper Wolfram", ""),
    ("Dünkü toplantıya Xelva Oddny Kvist katıldı.", "Xelva Oddny", ""),
    # one word is no full name
    ("Toplantıya Wolfram katıldı.", "Wolfram", ""),
    # a rule speaks against it
    ("Toplantı Jesvir Wolfram Salonu'nda yapıldı.", "Jesvir Wolfram", ""),
    ("Öğrenciler Jesvir Wolfram Ortaokulu'nu gezdi.", "Jesvir Wolfram", ""),
    ("Toplantıda Kadim Şehirler konuşuldu.", "Kadim Şehirler", ""),
    ("Heyet dün Yeni Zelanda yolunda idi.", "Yeni Zelanda", ""),
    ("Törende Jesvir Wolfram Ödülü verildi.", "Jesvir Wolfram", ""),
    ("JASPER WOLFRAM TOPLANTIYA KATILDI VE KONUŞTU", "JASPER WOLFRAM", ""),
    # the rules have it as another thing, or have it already
    ("Panele Denizyıldızı Derneği ev sahipliği yaptı.", "Denizyıldızı Derneği", ""),
]


@pytest.mark.parametrize(("text", "told", "name"), PEOPLE)
def test_people(monkeypatch: pytest.MonkeyPatch, text: str, told: str, name: str) -> None:
    alone = tutanak.extract(text, published="2022-03-11", model="none")
    record = with_model(monkeypatch, text, Says([("person", told)]))
    before = {person.name for person in alone.people}
    added = [person for person in record.people if person.name not in before]
    assert [person.name for person in added] == ([name] if name else [])
    assert record.institutions == alone.institutions
    for person in added:
        assert text[slice(*person.mentions[0])] == name
        assert (person.why.rule, person.why.cues) == ("model.person", ("says 1.0",))


BODIES: list[tuple[str, str, str]] = [
    ("Projeyi Novaterra Lumetris destekledi.", "Novaterra Lumetris", "Novaterra Lumetris"),
    ("Projeye Novaterra Lumetris'in katkısı büyük.", "Novaterra Lumetris'in", "Novaterra Lumetris"),
    ("Projeyi Novaterra Lumetris destekledi.", "Projeyi Novaterra Lumetris", ""),
    ("Projeyi Novaterra destekledi.", "Novaterra", ""),
    ("Törende Novaterra Lumetris Ödülü verildi.", "Novaterra Lumetris", ""),
    ("Toplantı Novaterra Lumetris Oteli'nde yapıldı.", "Novaterra Lumetris", ""),
    ("Toplantıda Novaterra Lumetris Projesi tanıtıldı.", "Novaterra Lumetris Projesi", ""),
    ("Heyet dün Bolu Ankara yolunda idi.", "Bolu Ankara", ""),
    ("NOVATERRA LUMETRIS TOPLANTIYI DESTEKLEDİ", "NOVATERRA LUMETRIS", ""),
    ("Toplantıda Selin Aksoy konuştu.", "Selin Aksoy", ""),
]


@pytest.mark.parametrize(("text", "told", "name"), BODIES)
def test_bodies(monkeypatch: pytest.MonkeyPatch, text: str, told: str, name: str) -> None:
    alone = tutanak.extract(text, published="2022-03-11", model="none")
    record = with_model(monkeypatch, text, Says([("institution", told)]))
    before = {body.name for body in alone.institutions}
    added = [body for body in record.institutions if body.name not in before]
    assert [body.name for body in added] == ([name] if name else [])
    assert record.people == alone.people
    for body in added:
        assert text[slice(*body.mentions[0])] == name
        assert (body.why.rule, body.why.cues) == ("model.institution", ("says 1.0",))


def test_a_person_of_the_model_gets_a_role_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Toplantıya Jesvir Wolfram (Kartal Belediyesi Başkan Yardımcısı) katıldı."
    record = with_model(monkeypatch, text, Says([("person", "Jesvir Wolfram")]))
    (person,) = record.people
    assert person.name == "Jesvir Wolfram"
    assert person.role is not None
    assert person.institution == "Kartal Belediyesi"


def test_what_a_model_is_unsure_of_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Toplantıya Jesvir Wolfram katıldı."
    found = [
        len(with_model(monkeypatch, text, Says([("person", "Jesvir Wolfram")], score)).people)
        for score in (0.1, 0.99, None)
    ]
    assert found == [0, 1, 1]


def test_the_model_sees_only_what_the_rules_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Panelde Kartal Kaymakamı Selin Aksoy konuştu. Toplantıya Jesvir Wolfram katıldı. "
        "Sorunlar dile getirildi. Sunumu ise,\nXelva Kvist yaptı."
    )
    model = Says([("person", "Xelva Kvist")])
    record = with_model(monkeypatch, text, model)
    assert model.shown == ["Toplantıya Jesvir Wolfram katıldı.", "Sunumu ise, Xelva Kvist yaptı."]
    assert [person.name for person in record.people] == ["Selin Aksoy", "Xelva Kvist"]


def test_meetings_take_only_guests_from_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Novaterra Lumetris, 9 Mart'ta Kartal'da bir panel düzenledi. Panele 40 kişi katıldı."
    told: list[Told] = [("institution", "Novaterra Lumetris")]
    (alone,) = tutanak.extract(text, published="2022-03-11", model="none").meetings
    record = with_model(monkeypatch, text, Says(told))
    (meeting,) = record.meetings
    assert meeting == alone.model_copy(update={"institutions": meeting.institutions})
    assert [record.institutions[k].name for k in meeting.institutions] == ["Novaterra Lumetris"]
