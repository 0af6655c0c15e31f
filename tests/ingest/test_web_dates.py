"""Days of publication: pages of many makes, beside htmldate alone in the same run."""

from pathlib import Path

import pytest

from benchmarks.publication_dates import PAGES, UNSEEN, Page, ours, pages, score, theirs
from tests.ingest.reading import document
from tutanak.ingest.web_machine import machine_day

ALL = [*pages(PAGES), *pages(UNSEEN)]


@pytest.mark.parametrize("page", ALL, ids=[page.path.stem for page in ALL])
def test_day_of_publication(page: Page) -> None:
    assert ours(page) == page.day


def test_every_page_is_in_the_list() -> None:
    assert {page.path for page in ALL} == {*PAGES.glob("*.html"), *UNSEEN.glob("*.html")}
    assert sum(page.day is not None for page in ALL) >= 55
    assert len({page.path.read_bytes() for page in ALL}) == len(ALL)


@pytest.mark.parametrize("folder", [PAGES, UNSEEN], ids=["pages", "unseen"])
def test_better_than_htmldate_alone(folder: Path) -> None:
    alone = score(theirs, folder)
    assert score(ours, folder).right > alone.right > 0


WHERE = {
    "wordpress-published-time": "meta article:published_time",
    "wordpress-yoast-graph": "JSON-LD datePublished",
    "wordpress-old-theme": "the label 'tarih'",
    "wordpress-capitals": "the line '3 KASIM 2023'",
    "kaymakamlik-font-tags": "the label 'eklenme tarihi'",
    "dateline-in-text": "the dateline '6 Mart 2021'",
    "address-only": "the address",
    "microdata-content": "span content",
    "english-month": "htmldate",
}


@pytest.mark.parametrize(("name", "where"), WHERE.items(), ids=WHERE.keys())
def test_where_it_was_found(name: str, where: str) -> None:
    read = document((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    assert read.published_from == where


@pytest.mark.parametrize(
    "sign", ["©", "&copy;", "(c)", "Copyright", "Telif Hakkı", "Tüm hakları saklıdır"]
)
@pytest.mark.parametrize("year", ["2023", "2019-2023", "01.01.2023", "3 Mart 2023"])
def test_a_year_of_copyright_is_no_day(sign: str, year: str) -> None:
    body = "Belediyemiz uyum çalıştayı düzenledi. Çalıştaya çok sayıda hemşehrimiz katıldı."
    page = (
        f"<html><body><h1>Çalıştay</h1><p>{body}</p><div>{sign} {year} Belediye</div></body></html>"
    )
    assert document(page.encode(), "a.html").published is None


def test_contradictions_are_told() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2021-06-01"></head><body>'
        "<h1>Çalıştay</h1><div>Yayın Tarihi: 12.05.2015</div><p>Belediyemiz uyum çalıştayı "
        "düzenledi ve çok sayıda hemşehrimiz katıldı.</p></body></html>"
    )
    read = document(page.encode(), "a.html")
    assert str(read.published) == "2015-05-12"
    (notice,) = read.notices
    assert notice.code == "published_contradicts"
    assert "2021-06-01" in notice.message


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-04-23T21:30:00Z", "2020-04-24"),
        ("2020-04-23T20:30:00+00:00", "2020-04-23"),
        ("2015-11-08T22:30:00Z", "2015-11-09"),
        ("2020-04-23T23:30:00+03:00", "2020-04-23"),
        ("2020-04-23 23:30", "2020-04-23"),
        ("2020-4-3", "2020-04-03"),
        ("2020-02-30", "None"),
        ("dün", "None"),
    ],
)
def test_time_stamps(written: str, day: str) -> None:
    assert str(machine_day(written)) == day
