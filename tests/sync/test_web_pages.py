"""Feeds of HTML pages, from the web to records: the text without menus, its day, its copies."""

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.sync.conftest import Place, feed
from tests.sync.test_rounds import counted, left
from tests.web import Answer, Web, serving
from tutanak.sync.options import Options

BODY = tuple(
    """\
Valilik koordinasyonunda düzenlenen Afet Hazırlık Çalıştayı, Kocaeli Büyükşehir Belediyesi ev \
sahipliğinde gerçekleştirildi.
Çalıştaya Vali Ayşe Kaya, İl Afet ve Acil Durum Müdürü Mehmet Demir ve 12 kurumdan yaklaşık 80 \
kişi katıldı.
Toplantıda konuşan Vali Kaya, hazırlıkların planlandığı gibi sürdüğünü, bütün kurumların ortak \
bir takvimle çalıştığını söyledi.
Çalıştayın ikincisinin güz aylarında yine Kocaeli'de yapılacağı, sonuç raporunun bütün ilçelerle \
paylaşılacağı bildirildi.""".splitlines()
)
OTHER = tuple(
    """\
İzmit Kaymakamlığı öncülüğünde yürütülen Okul Güvenliği Toplantısı kaymakamlık salonunda yapıldı.
Toplantıya İlçe Milli Eğitim Müdürü Fatma Şahin ile 25 okul müdürü katıldı; servis araçları, \
kantinler ve çevre düzeni ele alındı.""".splitlines()
)


def page(title: str, day: str, paragraphs: tuple[str, ...], frame: str = "") -> Answer:
    """A page as a content management system makes one, in windows-1254 as its header says."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = (
        f"<html><head><title>{title}</title></head><body>"
        f'<nav><a href="/">Anasayfa</a> <a href="/iletisim">İletişim</a> {frame}</nav>'
        f'<article><h1>{title}</h1><span class="tarih">Yayın Tarihi: {day}</span>{text}</article>'
        "<footer>© 2019 Bütün hakları saklıdır</footer></body></html>"
    )
    return Answer(html.encode("cp1254"), "text/html; charset=windows-1254")


@pytest.fixture
def other() -> Iterator[Web]:
    """A second server, under another name for this machine."""
    with serving() as web:
        web.base = web.base.replace("127.0.0.1", "localhost")
        yield web


def two_feeds(place: Place, web: Web, other: Web) -> None:
    """A governor's site with two pages; a municipality's with a copy of one of them."""
    path = place.write(
        f'[sources.valilik]\nkind = "feed"\nurl = "{web.base}/rss"\n'
        'publisher = "Kocaeli Valiliği"\n'
        f'[sources.belediye]\nkind = "feed"\nurl = "{other.base}/rss"\n'
        'publisher = "Kocaeli Büyükşehir Belediyesi"\n'
    )
    told = path.read_text(encoding="utf-8").replace('"127.0.0.0/8"', '"127.0.0.0/8", "::1/128"')
    path.write_text(told, encoding="utf-8")
    urls = [(f"{web.base}/haber/{name}", "") for name in ("calistay", "okul")]
    web.put("/rss", Answer(feed(*urls), "application/rss+xml"))
    web.put("/haber/calistay", page("Afet Hazırlık Çalıştayı", "14.05.2024", BODY))
    web.put("/haber/okul", page("Okul Güvenliği Toplantısı", "16.05.2024", OTHER))
    other.put("/rss", Answer(feed((f"{other.base}/duyuru/7", "")), "application/rss+xml"))
    copy = page("Çalıştaya ev sahipliği yaptık", "15.05.2024", BODY, "<b>Projelerimiz</b>")
    other.put("/duyuru/7", copy)


def test_pages_of_feeds_become_records_and_a_copy_is_found(
    place: Place, web: Web, other: Web, tmp_path: Path
) -> None:
    two_feeds(place, web, other)
    first, second = place.sync().sources
    assert (counted(first), counted(second)) == ({"new": 2}, {"new": 1})
    with place.store() as store:
        records = {record.url: record for record in store.records()}
        tables = store.read_tables()
        (exported,) = store.export("records", tmp_path / "r.jsonl", format="jsonl")
    kept = records[f"{web.base}/haber/calistay"]
    copy = records[f"{other.base}/duyuru/7"]
    single = records[f"{web.base}/haber/okul"]
    assert kept.title == "Afet Hazırlık Çalıştayı"
    assert (kept.published, copy.published) == (date(2024, 5, 14), date(2024, 5, 15))
    assert kept.published_from
    assert kept.publisher == "Kocaeli Valiliği"
    for record in records.values():
        assert "Anasayfa" not in (record.text or "")
        assert "hakları saklıdır" not in (record.text or "")
    assert [count.low for count in kept.counts if count.unit == "person"] == [80]
    assert {person.name for person in kept.people} >= {"Ayşe Kaya", "Mehmet Demir"}
    # One release: kept under the day on which it was first published, counted once.
    assert (copy.copy_of, kept.copy_of, single.copy_of) == (kept.id, None, None)
    assert [(one.id, one.url, one.publisher) for one in kept.also_in] == [
        (copy.id, f"{other.base}/duyuru/7", "Kocaeli Büyükşehir Belediyesi")
    ]
    told = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
    assert {one["id"]: one["copy_of"] for one in told}[copy.id] == kept.id
    documents = tables["documents"].set_index("document_id")
    assert documents["copy_of"].dropna().to_dict() == {copy.id: kept.id}
    host = next(body for body in kept.institutions if body.name == "Kocaeli Büyükşehir Belediyesi")
    bodies = tables["organisations"].set_index("organisation_id")
    assert bodies.loc[str(host.id), "documents"] == 1


def test_a_copy_that_is_edited_is_one_no_more(place: Place, web: Web, other: Web) -> None:
    two_feeds(place, web, other)
    place.sync()
    other.put("/duyuru/7", page("Başka bir haber", "15.05.2024", OTHER[:1] + BODY[2:3]))
    place.later(days=40)
    place.sync()
    with place.store() as store:
        assert store.copies() == {}
        assert all(record.copy_of is None and not record.also_in for record in store.records())


def test_a_second_round_with_nothing_new_writes_nothing(place: Place, web: Web, other: Web) -> None:
    two_feeds(place, web, other)
    place.sync()
    with place.store() as store:
        before = list(store.record_lines())
    assert [left(one) for one in place.sync().sources] == [{"known": 2}, {"known": 1}]
    with place.store() as store:
        assert list(store.record_lines()) == before


# ---- files that hold several texts


def archive(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


FOLDER = '[sources.gelen]\nkind = "folder"\npath = "gelen"\n'


@pytest.mark.usefixtures("stand_in")
def test_one_bad_member_is_a_failure_of_its_own(place: Place) -> None:
    place.write(FOLDER)
    path = place.file("gelen/a.zip", "")
    path.write_bytes(archive(("bir.txt", b"bir"), ("bos.txt", b""), ("iki.txt", b"iki")))
    assert counted(place.one()) == {"new": 2, "failed": 1}
    assert left(place.one()) == {"quarantined": 1}
    assert sorted(place.texts()) == ["gelen/a.zip#bir.txt", "gelen/a.zip#iki.txt"]
    with place.store() as store:
        assert [one.key for one in store.failures()] == [f"{path.as_posix()}#bos.txt"]
    assert counted(place.one(Options(retry=True))) == {"same": 2, "failed": 1}
    path.write_bytes(archive(("bir.txt", b"bir"), ("bos.txt", b"dolu"), ("iki.txt", b"iki 2")))
    assert counted(place.one()) == {"new": 1, "same": 1, "changed": 1}
    with place.store() as store:
        assert store.failures() == []
    assert left(place.one()) == {"known": 1}


@pytest.mark.usefixtures("stand_in")
def test_a_member_that_breaks_a_rule_is_tried_again(place: Place) -> None:
    place.write(FOLDER)
    path = place.file("gelen/a.zip", "")
    path.write_bytes(archive(("kotu.txt", b"EXTRACT-FAILS"), ("iyi.txt", b"iyi")))
    assert counted(place.one()) == {"new": 1, "failed": 1}
    assert counted(place.one(Options(retry=True))) == {"same": 1, "failed": 1}
    with place.store() as store:
        assert [one.attempts for one in store.failures()] == [2]


@pytest.mark.usefixtures("stand_in")
def test_nothing_but_bad_members(place: Place) -> None:
    place.write(FOLDER)
    path = place.file("gelen/a.zip", "")
    path.write_bytes(archive(("bir.txt", b""), ("iki.txt", b" ")))
    assert counted(place.one()) == {"failed": 2}
    assert left(place.one()) == {"quarantined": 1}


@pytest.mark.usefixtures("stand_in")
def test_a_broken_archive_and_one_without_texts(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.zip", "").write_bytes(archive(("bir.txt", b"bir"))[:40])
    place.file("gelen/b.csv", "il,nufus\nKocaeli,2\n")
    report = place.one()
    assert (counted(report), left(report)) == ({"failed": 1}, {"no_text": 1})
    assert left(place.one()) == {"quarantined": 1, "known": 1}


def test_an_archive_on_the_web(place: Place, web: Web) -> None:
    place.write(f'[sources.akis]\nkind = "feed"\nurl = "{web.base}/rss"\n')
    url = f"{web.base}/bulten/7"
    web.put("/rss", Answer(feed((url, "2024-05-01")), "application/rss+xml"))
    held = archive(("bir.txt", "Kurul 3 Mart 2024'te toplandı.".encode()), ("bos.txt", b""))
    web.put("/bulten/7", Answer(held, "application/zip"))
    assert counted(place.one()) == {"new": 1, "failed": 1}
    assert left(place.one()) == {"quarantined": 1}
    with place.store() as store:
        (record,) = store.records()
        assert (record.source, record.url) == (f"{url}#bir.txt", url)
        assert record.published == date(2024, 5, 1)
