"""Mentions that mean one body or one person of a document come together, and others do not."""

import pytest

from tutanak.normalise.merge import group_institutions, group_people, name_key
from tutanak.records import Form, InstitutionMention, Link, PersonMention, Span, Why

WHY = Why("test")
REGISTRY = {
    "UNHCR": "un:unhcr",
    "BMMYK": "un:unhcr",
    "Birleşmiş Milletler Mülteciler Yüksek Komiserliği": "un:unhcr",
    "Göç İdaresi Genel Müdürlüğü": "tr:gib",
    "Göç İdaresi Başkanlığı": "tr:gib",
    "Ankara Barosu": "baro:ankara",
    "Konya Barosu": "baro:konya",
}


def link(name: str) -> Link:
    """A registry of the few bodies above."""
    body = REGISTRY.get(name)
    if body is None:
        return Link(None, None, "none", 0.0)
    return Link(body, body, "exact", 1.0)


def mentions(row: str) -> list[InstitutionMention]:
    """`A; acronym B -> 0; short C` -> mentions in text order; `-> 0` is `same_as`."""
    found = []
    for number, cell in enumerate(row.split(";")):
        written, arrow, owner = cell.strip().partition(" -> ")
        form: Form = "full"
        for known in ("acronym", "short", "relative", "implied"):
            if written.startswith(known + " "):
                form, written = known, written.removeprefix(known + " ")
        same_as = int(owner) if arrow else None
        span = Span(number * 100, number * 100 + len(written))
        found.append(InstitutionMention(span, written, form, WHY, same_as=same_as))
    return found


# mentions | groups: `name (aliases)`
GROUPS = """
Pendik Belediyesi; Pendik Belediyesi | Pendik Belediyesi
Pendik Belediyesi; PENDİK BELEDİYESİ | Pendik Belediyesi
Pendik Belediyesi; Kartal Belediyesi | Pendik Belediyesi; Kartal Belediyesi
T.C. Milli Eğitim Bakanlığı; Milli Eğitim Bakanlığı | T.C. Milli Eğitim Bakanlığı
Millî Eğitim Bakanlığı; Milli Eğitim Bakanlığı | Millî Eğitim Bakanlığı
Hakkâri Valiliği; Hakkari Valiliği | Hakkâri Valiliği
Ege Göç Derneği; acronym EGEGÖÇ -> 0 | Ege Göç Derneği (EGEGÖÇ)
Ege Göç Derneği; acronym EGEGÖÇ -> 0; acronym EGEGÖÇ -> 0 | Ege Göç Derneği (EGEGÖÇ)
UNHCR; Birleşmiş Milletler Mülteciler Yüksek Komiserliği | Birleşmiş Milletler Mülteciler \
Yüksek Komiserliği (UNHCR)
UNHCR; BMMYK | UNHCR (BMMYK)
Göç İdaresi Genel Müdürlüğü; Göç İdaresi Başkanlığı | Göç İdaresi Genel Müdürlüğü (Göç İdaresi \
Başkanlığı)
Göç İdaresi Başkanlığı; İçişleri Bakanlığı Göç İdaresi Başkanlığı | İçişleri Bakanlığı Göç İdaresi \
Başkanlığı (Göç İdaresi Başkanlığı)
Adana Valiliği; Adana Valiliği Yatırım İzleme Başkanlığı | Adana Valiliği; Adana Valiliği Yatırım \
İzleme Başkanlığı
Kütahya Valiliği; short Kütahya Valiliği -> 0 | Kütahya Valiliği
ICMPD; ICMPD Ankara Ofisi | ICMPD (ICMPD Ankara Ofisi)
Dünya Bankası; Dünya Bankası Türkiye Ofisi | Dünya Bankası (Dünya Bankası Türkiye Ofisi)
Ankara Barosu; Konya Barosu | Ankara Barosu; Konya Barosu
İzmir Valiliği; İzmit Valiliği | İzmir Valiliği; İzmit Valiliği
Mimarlar Odası Samsun Şubesi; Samsun Şubesi | Mimarlar Odası Samsun Şubesi (Samsun Şubesi)
Mimarlar Odası Samsun Şubesi; Tabip Odası Samsun Şubesi; Samsun Şubesi | Mimarlar Odası Samsun \
Şubesi; Tabip Odası Samsun Şubesi; Samsun Şubesi
Pendik Belediyesi; Belediyesi | Pendik Belediyesi; Belediyesi
Bursa Valiliği; implied Bursa Valiliği | Bursa Valiliği
Sosyal Yardım İşleri Müdürlüğü; Keçiören Belediyesi Sosyal Yardım İşleri Müdürlüğü; Keçiören \
Belediyesi | Keçiören Belediyesi Sosyal Yardım İşleri Müdürlüğü (Sosyal Yardım İşleri Müdürlüğü); \
Keçiören Belediyesi
"""
ROWS = [row.split(" | ") for row in GROUPS.strip().splitlines()]


@pytest.mark.parametrize(("row", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_bodies(row: str, expected: str) -> None:
    found = [
        group.name + (f" ({', '.join(group.aliases)})" if group.aliases else "")
        for group in group_institutions(mentions(row), link)
    ]
    assert "; ".join(found) == expected


def test_every_mention_is_in_one_group() -> None:
    for row, _ in ROWS:
        everybody = mentions(row)
        groups = group_institutions(everybody, link)
        assert sorted(i for g in groups for i in g.mentions) == list(range(len(everybody)))


def test_the_link_of_a_group_is_that_of_its_known_member() -> None:
    rows = mentions("Yüksek Komiserlik Temsilciliği; acronym UNHCR -> 0")
    assert [g.link.id for g in group_institutions(rows, link)] == ["un:unhcr"]


def people(row: str) -> list[PersonMention]:
    """`Ali Er; ~Er` -> mentions; `~` before a surname alone."""
    found = []
    for number, cell in enumerate(row.split(";")):
        name = cell.strip().lstrip("~")
        span = Span(number * 100, number * 100 + len(name))
        found.append(
            PersonMention(
                span, name, None, None, (), None, WHY, surname_only=cell.strip().startswith("~")
            )
        )
    return found


# mentions | indexes that come together
PEOPLE = [
    ("Ali Er; Ali Er", [[0, 1]]),
    ("Ali Er; ALİ ER", [[0, 1]]),
    ("Ali Er; Can Su", [[0], [1]]),
    ("Ali Er; ~Er", [[0, 1]]),
    ("Ali Er; Can Su; ~Er; ~Su", [[0, 2], [1, 3]]),
    ("Ali Er; Veli Er; ~Er", [[0], [1]]),
    ("~Er", []),
    ("Ali Er; ~Su", [[0]]),
    ("Kâmil Ak; Kamil Ak", [[0, 1]]),
    ("Fatma Gül Er Doğan; ~Doğan", [[0, 1]]),
    ("~Er; Ali Er", [[0, 1]]),
    ("Ali Er; Ali Can Er", [[0], [1]]),
]


@pytest.mark.parametrize(("row", "expected"), PEOPLE, ids=[row for row, _ in PEOPLE])
def test_people(row: str, expected: list[list[int]]) -> None:
    groups = group_people(people(row))
    assert [group.mentions for group in groups] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("T.C. Sağlık Bakanlığı", "Sağlık Bakanlığı"),
        ("HAK-İŞ", "Hak-İş"),
        (
            "Aile, Çalışma ve Sosyal Hizmetler Bakanlığı",
            "Aile Çalışma ve Sosyal Hizmetler Bakanlığı",
        ),
        ("İslâhiye Kaymakamlığı", "İSLAHİYE KAYMAKAMLIĞI"),
    ],
)
def test_names_with_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Isparta Valiliği", "İsparta Valiliği"),
        ("İzmir Valiliği", "İzmit Valiliği"),
        ("Konya Barosu", "Konya Borsası"),
    ],
)
def test_names_with_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
