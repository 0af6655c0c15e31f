"""What is refused, and the reason: one line a case, the refused words in brackets."""

from datetime import date
from functools import cache

import pytest

from tests.marked import parse
from tutanak import ingest
from tutanak.extraction.pipeline import Extractor
from tutanak.extraction.refusals import refusals
from tutanak.records import Field

PUBLISHED = date(2022, 3, 11)
ROWS: dict[Field, list[tuple[str, str]]] = {
    "dates": [
        ("Kurul [31.02.2021] tarihinde toplandı.", "no calendar has this day"),
        ("Kurul [30 Şubat 2021] günü toplandı.", "no calendar has this day"),
        ("Kurul [45.13.2021] tarihinde toplandı.", "no calendar has this day"),
        ("Proje için [12.03.2021] TL harcandı.", "an amount of money"),
        ("Panel [19 Mayıs] Üniversitesi'nde yapıldı.", "part of a name: üniversitesi"),
        ("Panel [15 Temmuz] Salonu'nda yapıldı.", "part of a name: salonu"),
        ("Yeni sürüm 1.[12.03.2021] yayımlandı.", "part of a longer number"),
        ("Kurul [Mart] sonuna doğru toplanır.", "a month with neither a day nor a year"),
        ("Panel 5 Mart 2021'de yapıldı. Katılanlar [5 Mart 2021]'de sordu.", "again"),
    ],
    "institutions": [
        ("Panele bütün [Büyükşehir Belediyeleri] destek verdi.", "a plural"),
        ("Açılışta [Genel Müdürlüğü] temsil eden isim konuştu.", "generic words alone"),
        ("Panel [Atatürk Kültür Merkezi]'nde yapıldı.", "a place to meet in"),
        ("Panelde [Yönetim Kurulu] raporu okundu.", "generic words alone"),
        ("Panelde [Köy Kanunu] anlatıldı.", "a project, a law"),
        ("Panelde [Sosyal Uyum Projesi] anlatıldı.", "a project, a law"),
        ("Panel [Şerife Bacı Salonu]'nda yapıldı.", "a hall"),
        ("Kadınlar [Bahar Çalıştayı]'nda bir araya geldi.", "an event"),
        ("Panelde [KADES] uygulaması anlatıldı.", "capitals that name a thing"),
        ("Panelde [ZRT] konuşuldu.", "an unknown acronym"),
        ("Panelde [ATATÜRK]'ün sözleri okundu.", "an unknown acronym"),
        ("[İçişleri Bakanlığı] Göç İdaresi Başkanlığı panele katıldı.", "inside the longer name"),
        ("Panelde “[Mavi Deniz Derneği Büyük Ödülü Töreni]” anıldı.", "an event"),
    ],
    "people": [
        ("Panelde [Deniz Feneri] Ödülü verildi.", "goes on as a hall"),
        ("Panelde [Büyük Menderes] havzası anlatıldı.", "speaks for a person"),
        ("Panelde [Ayşe Teyze] Parkı tanıtıldı.", "goes on as a hall"),
        ("Panelde Kaymakam [Aksoy] konuştu.", "one word alone"),
        ("Panelde [Kuzey Irak] konuşuldu.", "speaks for a person"),
        ("Panelde Başkan [Türk Kahvesi] ikram etti.", "holds a word of states"),
    ],
    "counts": [
        ("Toplantıya [3] otobüs geldi.", "a number of things"),
        ("Toplantıda [5393] sayılı kanun anlatıldı.", "a law"),
        ("Proje için [3 milyon] lira harcandı.", "a sum of money"),
        ("Toplantıda bütçenin yüzde [60] olduğu söylendi.", "a share"),
        ("Toplantı [81] ilde anlatıldı.", "a place, not a party"),
        ("Proje kapsamında [6.400] öğrenciye destek verildi.", "helped or supported"),
        ("Toplantı [3] saat sürdü.", "a length of time"),
        ("Panele [12] yaşındaki çocuklar katıldı.", "an age"),
        ("Toplantıya 250 kişi katıldı. Salona [250 kişi] geldi.", "again"),
        ("Salon [500] kişilik.", "a capacity"),
        ("Vali, “Bu ilde [500 bin] kişi birlikte yaşıyor ve üretiyor” dedi.", "quotation"),
        ("Toplantıda [14] karar alındı.", ""),
    ],
    "meetings": [
        ("Kartal'da panel düzenlendi. Bir önceki [çalıştay] hatırlatıldı.", "another event"),
        ("Vali, [çalıştay] için teşekkür etti.", "told too little of"),
        (
            "Kartal'da bir panel düzenlendi. Vali [seminer] için de söz verdi.",
            "nothing tells",
        ),
        (
            "Kartal'da 5 Mart 2021'de panel düzenlendi. Panelin [açılışı]nı vali yaptı.",
            "main event",
        ),
    ],
}
CASES = [(field, *row) for field, rows in ROWS.items() for row in rows]


@cache
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("field", "marked", "reason"), CASES)
def test_refused_with_its_reason(field: Field, marked: str, reason: str) -> None:
    text, (mark,) = parse(marked)
    found = refusals(extractor()(ingest.from_text(text, published=PUBLISHED)))
    there = [one for one in found if one.field == field and one.span == (mark.start, mark.end)]
    assert there, [(one.field, one.text, one.reason) for one in found]
    assert reason in there[0].reason
    assert there[0].text == text[mark.start : mark.end]


UNKNOWN_DAY = [
    ("Kurul [11 Aralık]'ta toplandı.", "no year"),
    ("Kurul [dün] toplandı.", "counted from the day of the text"),
    ("Kurul [geçen hafta] toplandı.", "counted from the day of the text"),
]


@pytest.mark.parametrize(("marked", "reason"), UNKNOWN_DAY)
def test_days_that_need_the_day_of_the_text(marked: str, reason: str) -> None:
    text, (mark,) = parse(marked)
    (one,) = [r for r in refusals(extractor()(ingest.from_text(text))) if r.field == "dates"]
    assert one.span == (mark.start, mark.end)
    assert reason in one.reason
    known = refusals(extractor()(ingest.from_text(text, published=PUBLISHED)))
    assert not [r for r in known if r.field == "dates"]


TAKEN: list[tuple[Field, str]] = [
    ("dates", "Kurul 11 Aralık 2021'de toplandı."),
    ("institutions", "Panele Denizyıldızı Derneği ev sahipliği yaptı."),
    ("people", "Panelde Selin AKSOY konuştu."),
    ("counts", "Toplantıya 17 muhtar katıldı."),
    ("meetings", "Kartal'da bir panel düzenlendi."),
]


@pytest.mark.parametrize(("field", "text"), TAKEN)
def test_values_are_not_refused(field: Field, text: str) -> None:
    extraction = extractor()(ingest.from_text(text, published=PUBLISHED))
    assert getattr(extraction, field)
    assert not [one for one in refusals(extraction) if one.field == field]


def test_asking_changes_no_extraction() -> None:
    document = ingest.from_text(
        "Kartal'da 17 muhtar toplandı. 3 otobüs geldi.", published=PUBLISHED
    )
    first = extractor()(document)
    assert refusals(first)
    assert extractor()(document) == first
