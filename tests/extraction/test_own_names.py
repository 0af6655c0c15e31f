"""Names that a user brings: found whatever noun they end in, and nowhere else."""

import pytest

from tests.marked import parse
from tutanak.extraction.institutions import find_institutions
from tutanak.extraction.own_names import RULE, OwnNames
from tutanak.extraction.pipeline import load

OWN = OwnNames(
    [
        *("Mavi Kapı", "Köprüler Kuranlar", "Maviyuva", "Ses ve Nefes", "KAPDER", "Zemin"),
        *("Dünya Evi İçin Eller", "Sarı Ev", "Kırmızı Şemsiye Derneği", "Tarlabaşı Dayanışma"),
        *("Umut Sende", "3. Sektör Buluşturucuları", "Norra Vägen", "MAVİ", "Yıldızcılar"),
    ]
)

ROWS = [
    "Panele [Mavi Kapı] ev sahipliği yaptı.",
    "Panele [Mavi Kapı]'nın gönüllüleri katıldı.",
    "Panele [Mavi Kapı]nın gönüllüleri katıldı.",
    "[Mavi Kapı]'dan Selin Aksoy konuştu.",
    "[MAVİ KAPI] ve Kızılay birlikte çalıştı.",
    "Panelde [Köprüler Kuranlar] Başkanı Selin Aksoy konuştu.",
    "[Köprüler Kuranlar]'ın çağrısıyla bir araya gelindi.",
    "Toplantıya [Maviyuva]'da hazırlık yapıldı.",
    "Toplantıyı [Maviyuva] düzenledi.",
    "Çalıştayı [Ses ve Nefes] ile belediye düzenledi.",
    "Çalıştayı [Ses ve Nefes]'in kurucuları düzenledi.",
    "Etkinlik [KAPDER] tarafından düzenlendi.",
    "Etkinlik [KAPDER]'in salonunda yapıldı.",
    "Etkinliğe [Dünya Evi İçin Eller] destek verdi.",
    "Etkinliğe [Sarı Ev], [Mavi Kapı] ve [Umut Sende] destek verdi.",
    "Etkinliğe [Kırmızı Şemsiye Derneği] destek verdi.",
    "Etkinliğe [Tarlabaşı Dayanışma]dan gönüllüler geldi.",
    "Etkinliğe [3. Sektör Buluşturucuları] destek verdi.",
    "Etkinliğe [Norra Vägen] destek verdi.",
    "Etkinliğe [Yıldızcılar]ın desteği sürüyor.",
    "Toplantıda [Zemin] temsilcileri konuştu.",
]
SILENT = [
    "Evin mavi kapısı boyandı.",
    "Mavi kapı önünde toplandılar.",
    "Zemin ıslaktı.",
    "Mavi Kapılar Sokağı'nda buluştular.",
    "Panelde Maviyuvarlak konuşuldu.",
    "Ses ve nefes çalışması yapıldı.",
    "Mavi'nin Kapı önündeki sözleri okundu.",
    "Sarı. Ev yapıldı.",
    "kapder sözcüğü anlatıldı.",
    "Umut sende değil.",
    "Mavi rengi sevdiler.",
]


def own_found(text: str) -> list[tuple[int, int]]:
    found = find_institutions(text, own=OWN)
    return [tuple(m.span) for m in found if m.why.rule == RULE or m.name in OWN.names]  # type: ignore[misc]


@pytest.mark.parametrize("marked", ROWS)
def test_found(marked: str) -> None:
    text, marks = parse(marked)
    assert own_found(text) == [(mark.start, mark.end) for mark in marks]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert own_found(text) == []


def test_a_longer_name_around_it_stays() -> None:
    (one,) = find_institutions("Panele Mavi Kapı Kadın Derneği geldi.", own=OWN)
    assert one.name == "Mavi Kapı Kadın Derneği"


def test_rules_alone_do_not_find_them() -> None:
    assert find_institutions("Panele Mavi Kapı ev sahipliği yaptı.") == []


def test_nothing_own_changes_nothing() -> None:
    text = "Panele Denizyıldızı Derneği ve İçişleri Bakanlığı ev sahipliği yaptı."
    assert find_institutions(text, own=OwnNames([])) == find_institutions(text)


def test_the_spacy_component_takes_names() -> None:
    nlp = load(["Mavi Kapı"])
    doc = nlp("Panele Mavi Kapı ev sahipliği yaptı.")
    assert [span.text for span in doc.spans["tutanak_institutions"]] == ["Mavi Kapı"]
