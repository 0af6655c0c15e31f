"""Accounts of values: rules, cues with their places, rivals, links; selection; the printout."""

import json
from typing import Any

import pytest

import tutanak
from tests.conftest import ROOT
from tutanak.errors import InputError, OptionError
from tutanak.reasons.values import Account

# text, field, words of the value, main rule, cues, something that it beat (text or reason)
ROWS = [
    ("Kurul [11 Aralık]'ta toplandı.", "dates", "day month", ["toplandı"], "2022-12-11"),
    ("Kurul [2 Nisan]'da toplanacak.", "dates", "day month", ["toplanacak"], "2021-04-02"),
    ("Kurul [dün] toplandı.", "dates", "near day", ["toplandı"], None),
    (
        "Kurul 30.02.2021'de değil, [5.3.2021] günü toplandı.",
        "dates",
        "digits",
        ["toplandı"],
        "no calendar",
    ),
    (
        "Panele [Göç İdaresi Başkanlığı] geldi.",
        "institutions",
        "known name with a head noun",
        ["Başkanlığı"],
        None,
    ),
    (
        "Panele [Sağlık Bakanlığı Kamu Hastaneleri Genel Müdürlüğü] geldi.",
        "institutions",
        "head noun",
        ["Müdürlüğü"],
        "inside the longer name",
    ),
    (
        "Panele [Denizyıldızı Derneği] ve ZRT geldi.",
        "institutions",
        "head noun",
        ["Derneği"],
        "an unknown acronym",
    ),
    (
        "Panelde Kartal Kaymakamı Dr. [Selin Aksoy] konuştu.",
        "people",
        "title before the name",
        ["Dr.", "Kaymakamı"],
        None,
    ),
    ("Panelde [Selin Aksoy] konuştu.", "people", "given name", ["Selin"], None),
    (
        "Panelde Denizyıldızı Derneği Başkanı [Selin Aksoy] ile İçişleri Bakanlığı konuştu.",
        "people",
        "role before the name",
        ["Başkanı"],
        "not of the title",
    ),
    (
        "Toplantıya 3 otobüsle [17 muhtar] katıldı.",
        "counts",
        "any",
        ["katıldı"],
        "a number of things",
    ),
    (
        "Bütçesi yüzde 60 olan projede [45 öğretmen], panele katıldı.",
        "counts",
        "any",
        ["katıldı"],
        "a share",
    ),
    (
        "Kartal'da 5 Mart 2021'de bir [panel] düzenlendi. Bir önceki çalıştay hatırlatıldı.",
        "meetings",
        "held",
        ["panel", "düzenlendi"],
        "another event",
    ),
]


def account(marked: str, field: str, **options: Any) -> tuple[Account, str]:
    """The account of the marked value."""
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    found = tutanak.why(text, field, published="2022-03-11", **options)
    (one,) = [a for a in found.values if a.text == words]
    return one, text


@pytest.mark.parametrize(("marked", "field", "rule", "cues", "beat"), ROWS)
def test_rule_cues_and_rivals(
    marked: str, field: str, rule: str, cues: list[str], beat: str | None
) -> None:
    one, text = account(marked, field)
    assert one.rules[0].name == rule
    assert all(part.means for part in one.rules)
    assert [cue.text for cue in one.cues if cue.span is not None] == cues
    for cue in one.cues:
        assert cue.span is None or text[slice(*cue.span)] == cue.text
    told = [f"{r.text} {r.reason}" for r in one.beat]
    assert beat is None or any(beat in line for line in told), told


def test_the_body_of_a_person_has_its_rule() -> None:
    one, _ = account("Panelde Kartal Kaymakamı [Selin Aksoy] konuştu.", "people")
    assert "Kartal Kaymakamlığı, by body that a role implies" in one.notes[0]


def test_a_warning_stands_beside_its_value() -> None:
    one, _ = account("Kurul [11 Aralık]'ta toplandı.", "dates")
    assert any(note.startswith("year_inferred") for note in one.notes)
    assert [rule.name for rule in one.rules] == ["day month", "past tense"]


def test_a_link_has_score_and_rivals() -> None:
    one, _ = account("Panele [İçişleri Bakanlığı] ev sahipliği yaptı.", "institutions")
    assert one.link is not None
    assert (one.link.id, one.link.method, one.link.score) == ("tr.bakanlik.icisleri", "exact", 1.0)
    assert "tr.bakanlik.disisleri" in {rival.id for rival in one.link.rivals}


def test_an_ambiguous_name_shows_its_namesakes() -> None:
    one, _ = account("Panele [Ereğli Belediyesi] ev sahipliği yaptı.", "institutions")
    assert one.link is not None
    assert one.link.id is None
    assert len([rival for rival in one.link.rivals if rival.reason.startswith("rival")]) > 1


TEXT = "Toplantıya 17 muhtar ve 12 öğretmen katıldı. Salona 3 otobüs geldi."


def test_selection() -> None:
    assert [a.text for a in tutanak.why(TEXT, "counts")] == ["17 muhtar", "12 öğretmen"]
    assert [a.text for a in tutanak.why(TEXT, "counts", value="MUHTAR")] == ["17 muhtar"]
    assert [a.text for a in tutanak.why(TEXT, "counts", index=1)] == ["12 öğretmen"]
    assert not tutanak.why(TEXT, "counts", value="bakan").values
    assert {a.field for a in tutanak.why(TEXT)} == {"counts", "meetings"} - {"meetings"} | {
        a.field for a in tutanak.why(TEXT, "meetings")
    }


def test_refusals_beside_no_value_come_last() -> None:
    (one,) = tutanak.why(TEXT, "counts").refused
    assert (one.text, one.reason) == ("3", "a number of things")
    assert tutanak.why(TEXT, "counts", index=0).refused == ()


def test_printout_marks_value_and_cue() -> None:
    assert str(tutanak.why(TEXT, "counts")).splitlines() == [
        "counts 0  17 people",
        "  Toplantıya [17 muhtar] ve 12 öğretmen <katıldı>.",
        "  rule     any: those counted do what only those there do: join, meet, come together",
        "  cues     katıldı",
        "",
        "counts 1  12 people",
        "  Toplantıya 17 muhtar ve [12 öğretmen] <katıldı>.",
        "  rule     any: those counted do what only those there do: join, meet, come together",
        "  cues     katıldı",
        "",
        "refused elsewhere",
        "  counts        3  a number of things",
    ]


def test_nothing_to_tell() -> None:
    answer = tutanak.why("Bahar geldi.", "counts")
    assert len(answer) == 0
    assert str(answer) == "nothing found, and nothing refused"


def test_json() -> None:
    told = json.loads(json.dumps(tutanak.why(TEXT).to_dict()))
    assert set(told) == {"text", "values", "refused"}
    for value in told["values"]:
        start, end = value["spans"][0]
        assert told["text"][start:end] == value["text"]


def test_wrong_arguments() -> None:
    with pytest.raises(OptionError, match="field is 'sayılar'; it must be one of dates, "):
        tutanak.why(TEXT, "sayılar")
    with pytest.raises(InputError, match="empty"):
        tutanak.why("  ")


@pytest.mark.parametrize("name", ["tk-01", "tk-02", "tk-13", "ts-01", "ts-08"])
def test_accounts_of_a_release_agree_with_its_record(name: str) -> None:
    (path,) = ROOT.glob(f"data/raw/{name}-*.txt")
    text = path.read_text(encoding="utf-8")
    record = tutanak.extract(text, published="2019-03-01")
    answer = tutanak.why(text, published="2019-03-01")
    assert answer.text == record.text
    for field in ("dates", "institutions", "people", "counts", "meetings"):
        rows = getattr(record, field)
        accounts = [a for a in answer if a.field == field]
        assert [a.index for a in accounts] == list(range(len(rows)))
        for one, row in zip(accounts, rows, strict=True):
            assert one.rules[0].means, row.why.rule
            assert one.sentence.start <= one.spans[0].start < one.sentence.end
            assert one.text == answer.text[slice(*one.spans[0])]
            for rival in one.beat:
                assert rival.reason
                assert rival.field == "people" or rival.field == field
    for line in str(answer).splitlines():
        assert line == line.rstrip()
