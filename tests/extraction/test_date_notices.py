"""What `find_dates` settles from the whole text, and what it tells its reader."""

from datetime import date

import pytest

from tutanak.extraction.dates import find_dates

PUBLISHED = date(2022, 11, 14)


@pytest.mark.parametrize(
    ("text", "published", "codes"),
    [
        ("Kurul 31 Şubat 2020 günü toplandı.", None, ["impossible_date"]),
        ("Kurul 31 Nisan günü toplandı.", PUBLISHED, ["impossible_date"]),
        ("Kurul 45.13.2020 tarihinde toplandı.", None, ["impossible_date"]),
        ("Kurul 9 Kasım günü toplandı.", None, ["date_without_year"]),
        ("Kurul 9 Kasım günü toplandı.", PUBLISHED, ["year_inferred"]),
        ("Kurul 9 Kasım 2022 Salı günü toplandı.", None, ["weekday_contradicts"]),
        ("Kurul 9 Kasım 2022 Çarşamba günü toplandı.", None, []),
        ("Kurul 3 Mart ve 5 Nisan 2021 günleri toplandı.", None, []),
        ("27 ve 28 Temmuz 2018 Cuma ve Cumartesi günleri", None, []),
        ("6331 sayılı Kanun, 1/100.000 ölçekli plan", None, []),
    ],
)
def test_notices(text: str, published: date | None, codes: list[str]) -> None:
    _, notices = find_dates(text, published=published)
    assert [notice.code for notice in notices] == codes


def test_notices_point_at_the_words() -> None:
    text = "Kurul 31 Şubat 2020 ve 9 Kasım günleri toplandı."
    _, notices = find_dates(text)
    assert [text[slice(*n.span)] for n in notices if n.span] == ["31 Şubat 2020"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("14 Kasım 2022\n\nÇalıştay 9 Kasım'da yapıldı.", None, "2022-11-09"),
        ("14 Kasım 2022\n\nVali dün kenti gezdi.", None, "2022-11-13"),
        ("2021 Yılı Kurultayı\n\nKurultay 9 Kasım'da yapıldı.", None, "2021-11-09"),
        ("Rapor 5 Mayıs 2017'de çıktı.\n\nPanel 20 Mayıs'ta yapıldı.", None, "2017-05-20"),
        ("1973 yılından beri her yıl 5 Haziran'da kutlanıyor.", PUBLISHED, None),
        ("Kurul 29 Şubat'ta toplandı.", PUBLISHED, "2020-02-29"),
        ("Seminer 16 Kasım'da yapıldı.", date(2022, 11, 14), "2022-11-16"),
        ("Seminer 10 Kasım'da yapılacak.", date(2022, 11, 14), "2022-11-10"),
        ("Seminer 10 Haziran'da yapılacak.", date(2022, 11, 14), "2023-06-10"),
        ("Ekibin 20 Kasım'da göreve başlamasına karar verildi.", PUBLISHED, "2022-11-20"),
        (
            "29 Ekim 1923'te kuruldu. 29 Ekim Cumhuriyet Bayramı kutlandı.",
            PUBLISHED,
            "2022-10-29",
        ),
        ("Geçen ay ve bu ay iki toplantı oldu.", PUBLISHED, None),
    ],
)
def test_the_last_date_of_a_text(text: str, published: date | None, expected: str | None) -> None:
    found, _ = find_dates(text, published=published)
    assert (str(found[-1].start) if found else None) == expected


def test_the_title_may_be_left_out() -> None:
    text = "2021 Yılı Kurultayı\n\nKurultay 9 Kasım'da yapıldı."
    found, notices = find_dates(text, title_year_context=False)
    assert (found, [notice.code for notice in notices]) == ([], ["date_without_year"])


@pytest.mark.parametrize(
    "text", ["", "\n\n", "1" * 3000, "mart " * 800, "12 " * 800, "1,2,3," * 500]
)
def test_texts_without_days(text: str) -> None:
    assert find_dates(text, published=PUBLISHED) == ([], [])
