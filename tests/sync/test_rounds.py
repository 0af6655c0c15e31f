"""Rounds over folders and pages: what is new, changed, the same; on SQLite and PostgreSQL."""

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.sync.conftest import Place, feed
from tests.web import Answer, Web
from tutanak.errors import OptionError, StoreBusyError
from tutanak.sync.options import Options

pytestmark = pytest.mark.usefixtures("stand_in")
FOLDER = '[sources.gelen]\nkind = "folder"\npath = "gelen"\n'


def counted(report: object) -> dict[str, int]:
    """What a source brought, without the zeros."""
    counts: dict[str, int] = getattr(report, "counts")  # noqa: B009
    return {name: count for name, count in counts.items() if count}


def left(report: object) -> dict[str, int]:
    """What was left out, without the zeros."""
    counts: dict[str, int] = getattr(report, "left")  # noqa: B009
    return {name: count for name, count in counts.items() if count}


# ---- folders


def test_a_watched_folder(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "bir")
    place.file("gelen/alt/b.txt", "iki")
    place.file("gelen/c.png", "")
    first = place.one()
    assert counted(first) == {"new": 2}
    assert [item.source for item in first.items] == ["gelen/a.txt", "gelen/alt/b.txt"]
    again = place.one()
    assert (counted(again), left(again)) == ({}, {"known": 2})
    place.file("gelen/d.txt", "dört")
    assert counted(place.one()) == {"new": 1}
    assert sorted(place.texts()) == ["gelen/a.txt", "gelen/alt/b.txt", "gelen/d.txt"]


def test_an_edited_file_is_a_new_version_and_the_old_one_is_kept(place: Place) -> None:
    place.write(FOLDER)
    path = place.file("gelen/a.txt", "eski")
    place.one()
    path.write_text("yeni metin", encoding="utf-8")
    assert counted(place.one()) == {"changed": 1}
    with place.store() as store:
        old, new = store.versions(path.as_posix())
        assert (old.version, new.version) == (1, 2)
        assert old.superseded is not None
        assert new.superseded is None
        record = store.record(old.document_id, version=1)
        assert record is not None
        assert (record.text or "").endswith("eski")
    assert [text[-10:] for text in place.texts().values()] == ["yeni metin"]


def test_a_touched_file_is_the_same(place: Place) -> None:
    place.write(FOLDER)
    path = place.file("gelen/a.txt", "bir")
    place.one()
    os.utime(path, (1, 1))
    assert counted(place.one()) == {"same": 1}
    assert left(place.one()) == {"known": 1}


def test_a_sidecar_that_changes_is_heard(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "bir")
    place.file("gelen/a.meta.json", '{"published": 3}')
    assert counted(place.one()) == {"failed": 1}
    assert left(place.one()) == {"quarantined": 1}
    place.file("gelen/a.meta.json", '{"published": "2024-05-01"}')
    assert counted(place.one()) == {"new": 1}
    with place.store() as store:
        assert store.failures() == []


def test_the_same_text_twice_is_one_release_with_both_its_sources(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "bir")
    place.file("gelen/b.txt", "bir")
    assert counted(place.one()) == {"new": 1, "copy": 1}
    assert left(place.one()) == {"known": 2}
    with place.store() as store:
        one, two = store.records()
        assert (one.copy_of, two.copy_of) == (None, "a")
        assert [(copy.source, copy.similarity) for copy in one.also_in] == [("gelen/b.txt", 1.0)]
        bodies = store.read_tables()["organisations"]
        assert set(bodies["documents"]) <= {1}
    place.file("gelen/b.txt", "iki")
    assert counted(place.one()) == {"changed": 1}
    with place.store() as store:
        assert [record.also_in for record in store.records()] == [(), ()]


def test_a_copy_comes_later_and_in_several_processes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    place.write(FOLDER)
    for name in "abcdefgh":
        place.file(f"gelen/{name}.txt", f"Kurul bugün toplandı. {name if name < 'c' else 'c'}")
    (report,) = place.sync(workers=2).sources
    assert counted(report) == {"new": 3, "copy": 5}
    place.file("gelen/z.txt", "Kurul bugün toplandı. c")
    assert counted(place.one()) == {"copy": 1}
    with place.store() as store:
        also = {record.id: len(record.also_in) for record in store.records()}
    assert {id: count for id, count in also.items() if count} == {"c": 6}


def test_what_cannot_be_read_is_set_aside_until_it_changes_or_is_asked_for(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "EXTRACT-FAILS")
    place.file("gelen/b.txt", "")
    place.file("gelen/c.txt", "iyi")
    assert counted(place.one()) == {"new": 1, "failed": 2}
    assert left(place.one()) == {"quarantined": 2, "known": 1}
    assert counted(place.one(Options(retry=True))) == {"failed": 2}
    with place.store() as store:
        assert [failure.attempts for failure in store.failures()] == [2, 2]
        assert {failure.origin for failure in store.failures()} == {"gelen"}
    place.file("gelen/a.txt", "düzeldi")
    assert counted(place.one()) == {"new": 1}
    with place.store() as store:
        assert [failure.source for failure in store.failures()] == ["gelen/b.txt"]


def test_a_good_document_survives_a_bad_edit(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "iyi")
    place.one()
    place.file("gelen/a.txt", "NORMALISE-FAILS")
    assert counted(place.one()) == {"failed": 1}
    assert left(place.one()) == {"quarantined": 1}
    assert place.texts()["gelen/a.txt"].endswith("iyi")
    place.file("gelen/a.txt", "iyi")
    assert counted(place.one()) == {"same": 1}
    with place.store() as store:
        assert store.failures() == []


def test_a_folder_that_is_not_there_stops_no_other(place: Place) -> None:
    place.write(FOLDER + '[sources.yok]\nkind = "folder"\npath = "yok"\n')
    place.file("gelen/a.txt", "bir")
    (place.folder / "bos").mkdir()
    place.write(
        '[sources.yok]\nkind="folder"\npath="yok"\n[sources.bos]\nkind="folder"\npath="bos"\n'
        + FOLDER
    )
    missing, empty, good = place.sync().sources
    assert missing.error is not None
    assert "no such folder" in missing.error
    assert (empty.error, counted(empty)) == (None, {})
    assert counted(good) == {"new": 1}
    place.sync()
    with place.store() as store:
        states = store.sources()
    assert (states["yok"].failures_in_a_row, states["yok"].last_success) == (2, None)
    assert (states["gelen"].failures_in_a_row, states["gelen"].last_success) == (0, place.now)


def test_files_that_are_still_being_written(place: Place) -> None:
    place.write(FOLDER + 'settle = "1h"\n')
    path = place.file("gelen/a.txt", "yarım")
    assert left(place.one()) == {"unsettled": 1}
    os.utime(path, (1, 1))
    assert counted(place.one()) == {"new": 1}


def test_only_some_sources(place: Place) -> None:
    place.write(FOLDER + 'enabled = false\n[sources.b]\nkind = "folder"\npath = "b"\n')
    place.file("gelen/a.txt", "bir")
    place.file("b/b.txt", "iki")
    assert [source.name for source in place.sync().sources] == ["b"]
    (named,) = place.sync(Options(only=("gelen",))).sources
    assert counted(named) == {"new": 1}
    with pytest.raises(OptionError, match="no source 'yok'; there are: gelen, b"):
        place.sync(Options(only=("yok",)))


def test_two_rounds_at_once(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "bir")
    place.one()
    with place.store() as other, other.writing(), pytest.raises(StoreBusyError, match="is writing"):
        place.one()
    assert left(place.one()) == {"known": 1}


def test_workers(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # other processes know nothing of stand-ins
    place.write(FOLDER)
    for n in range(20):
        place.file(f"gelen/{n}.txt", f"Vali Ayşe Kaya, {n + 1} Ocak 2024'te toplandı. Sayı {n}.")
    (report,) = place.sync(workers=2).sources
    assert counted(report) == {"new": 20}
    assert left(place.one()) == {"known": 20}


# ---- pages


def a_feed(place: Place, web: Web, keys: str = "", *items: tuple[str, str]) -> None:
    """A feed of two pages, if no items are given."""
    place.write(f'[sources.akis]\nkind = "feed"\nurl = "{web.base}/rss"\n{keys}\n')
    listed = items or ((f"{web.base}/haber/1", "2024-05-01"), (f"{web.base}/haber/2", "2024-05-02"))
    web.put("/rss", Answer(feed(*listed), "application/rss+xml"))
    web.put("/haber/1", "bir")
    web.put("/haber/2", "iki")


def pages(web: Web) -> list[str]:
    """Pages that were asked for since the last look."""
    asked = [path for path in web.paths() if path not in ("/robots.txt", "/rss")]
    web.asked.clear()
    return asked


def test_a_feed(place: Place, web: Web) -> None:
    a_feed(place, web, 'publisher = "Pendik Belediyesi"')
    assert counted(place.one()) == {"new": 2}
    assert pages(web) == ["/haber/1", "/haber/2"]
    with place.store() as store:
        one, two = store.records()
    assert (one.source, one.published) == (f"{web.base}/haber/1", date(2024, 5, 1))
    assert one.publisher == "Pendik Belediyesi"
    assert one.id.startswith("1-")
    assert one.id != two.id
    assert left(place.one()) == {"known": 2}
    assert pages(web) == []


@pytest.mark.parametrize(
    ("kind", "path", "body"),
    [
        ("sitemap", "/sitemap.xml", "<urlset>{0}</urlset>"),
        ("listing", "/haberler", "<html><body>{1}</body></html>"),
    ],
)
def test_other_lists(place: Place, web: Web, kind: str, path: str, body: str) -> None:
    keys = 'link = "/haber/"' if kind == "listing" else 'match = "/haber/"'
    place.write(f'[sources.a]\nkind = "{kind}"\nurl = "{web.base}{path}"\n{keys}\n')
    urls = [f"{web.base}/haber/1", f"{web.base}/haber/2", f"{web.base}/biz"]
    located = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    linked = "".join(f'<a href="{url}">x</a>' for url in urls)
    web.put(path, Answer(body.format(located, linked), "text/html"))
    web.put("/haber/1", "bir")
    web.put("/haber/2", "iki")
    assert counted(place.one()) == {"new": 2}
    assert left(place.one()) == {"known": 2}


def test_an_index_of_sitemaps(place: Place, web: Web) -> None:
    place.write(f'[sources.a]\nkind = "sitemap"\nurl = "{web.base}/index.xml"\n')
    more = "".join(f"<sitemap><loc>{web.base}/s{n}.xml</loc></sitemap>" for n in (1, 2))
    web.put("/index.xml", f"<sitemapindex>{more}</sitemapindex>")
    for n in (1, 2):
        web.put(f"/s{n}.xml", f"<urlset><url><loc>{web.base}/haber/{n}</loc></url></urlset>")
        web.put(f"/haber/{n}", f"metin {n}")
    assert counted(place.one()) == {"new": 2}
    place.write(f'[sources.a]\nkind = "sitemap"\nurl = "{web.base}/index.xml"\nmax_pages = 2\n')
    report = place.one()
    assert report.error is not None
    assert "raise `max_pages`" in report.error


def test_a_changed_page_is_a_new_version(place: Place, web: Web) -> None:
    a_feed(place, web)
    place.one()
    web.put("/haber/1", "bir, düzeltildi")
    assert left(place.one()) == {"known": 2}, "neither list nor page is due"
    place.later(days=8)
    assert counted(place.one()) == {"changed": 1, "same": 1}
    with place.store() as store:
        assert len(store.versions(f"{web.base}/haber/1")) == 2
    assert left(place.one()) == {"known": 2}


def test_a_page_that_its_feed_calls_changed(place: Place, web: Web) -> None:
    a_feed(place, web)
    place.one()
    pages(web)
    web.put("/haber/1", "bir, düzeltildi")
    items = ((f"{web.base}/haber/1", "2024-06-02"), (f"{web.base}/haber/2", "2024-05-02"))
    web.put("/rss", Answer(feed(*items), "application/rss+xml"))
    place.later(days=2)
    assert counted(place.one()) == {"changed": 1}
    assert pages(web) == ["/haber/1"]


def test_a_page_is_asked_with_what_is_known_of_it(place: Place, web: Web) -> None:
    a_feed(place, web)
    stamped = Answer(
        "bir", headers={"ETag": '"7"', "Last-Modified": "Wed, 01 May 2024 09:00:00 GMT"}
    )
    web.put("/haber/1", stamped, Answer(status=304))
    place.one()
    place.later(days=8)
    web.asked.clear()
    assert counted(place.one()) == {"same": 2}
    headers = dict(web.asked)["/haber/1"]
    assert (headers["if-none-match"], headers["if-modified-since"][:16]) == (
        '"7"',
        "Wed, 01 May 2024",
    )
    assert left(place.one()) == {"known": 2}


def test_a_feed_that_has_not_changed(place: Place, web: Web) -> None:
    a_feed(place, web)
    body = web.pages["/rss"][0].body
    web.put(
        "/rss", Answer(body, "application/rss+xml", headers={"ETag": '"f"'}), Answer(status=304)
    )
    place.one()
    again = place.one()
    assert (again.listed, again.error) == (0, None)
    assert dict(web.asked)["/rss"]["if-none-match"] == '"f"'
    place.later(days=8)  # its pages are due: the whole list is wanted
    web.asked.clear()
    web.put("/rss", Answer(body, "application/rss+xml", headers={"ETag": '"f"'}))
    assert counted(place.one()) == {"same": 2}
    assert "if-none-match" not in dict(web.asked)["/rss"]


def test_an_unchanged_feed_hides_nothing_that_failed(place: Place, web: Web) -> None:
    a_feed(place, web)
    body = web.pages["/rss"][0].body
    web.put(
        "/rss", Answer(body, "application/rss+xml", headers={"ETag": '"f"'}), Answer(status=304)
    )
    web.put("/haber/2", Answer(status=503))
    assert counted(place.one()) == {"new": 1, "failed": 1}
    web.put("/haber/2", "iki")
    assert counted(place.one()) == {}, "too early"
    place.later(hours=1)
    assert counted(place.one()) == {"new": 1}
    with place.store() as store:
        assert store.failures() == []


def test_one_address_in_many_spellings_and_behind_redirects(place: Place, web: Web) -> None:
    base = web.base
    items = [
        f"{base}/haber/1?utm_source=rss",
        f"{base}/haber/1#a",
        f"{base}/eski",
        f"{base}/haber/1/../1",
    ]
    a_feed(place, web, "", *((url, "") for url in items))
    web.put("/haber/1?utm_source=rss", "bir")
    web.put("/eski", Answer(status=301, headers={"Location": "/haber/1"}))
    report = place.one()
    assert counted(report) == {"new": 1, "same": 1}
    place.later(days=8)
    web.put("/haber/1?utm_source=rss", "bir, yeni")
    web.put("/haber/1", "bir, yeni")
    assert counted(place.one()) == {"changed": 1, "same": 1}
    assert len(place.texts()) == 1


def test_the_same_text_at_two_addresses_is_one_release(place: Place, web: Web) -> None:
    a_feed(place, web)
    web.put("/haber/2", "bir")
    assert counted(place.one()) == {"new": 1, "copy": 1}
    with place.store() as store:
        records = {record.source: record for record in store.records()}
    first, second = (records[f"{web.base}/haber/{n}"] for n in (1, 2))
    assert second.copy_of == first.id
    assert [(copy.source, copy.published) for copy in first.also_in] == [
        (f"{web.base}/haber/2", date(2024, 5, 2))
    ]


def test_an_address_noted_with_another_document_gets_its_own(place: Place, web: Web) -> None:
    """Stores of earlier versions noted the address of an equal text with the one there was."""
    a_feed(place, web)
    web.put("/haber/2", "bir")
    web.put("/rss", feed((f"{web.base}/haber/1", "2024-05-01")))
    place.one()
    with place.store() as store, store.writing() as writer:
        one = store.seen(f"{web.base}/haber/1")
        assert one is not None
        writer.see(replace(one, url=f"{web.base}/haber/2"))
    a_feed(place, web)
    web.put("/haber/2", "bir")
    place.later(days=8)
    assert counted(place.one()) == {"same": 1, "copy": 1}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(status=404), "FetchError"),
        (Answer(status=503), "AskLater"),
        (Answer(b"\x89PNG", "image/png"), "FetchError"),
        (Answer(b"\x00\x01\x02", "application/octet-stream"), "FetchError"),
        (Answer(bytes(100_001)), "TooLargeError"),
        (Answer(status=302, headers={"Location": "http://10.0.0.1/"}), "RefusedError"),
        (Answer("  "), "InputError"),
        (Answer(b"\xfe\xdf\xfd ikili \xff\xf0"), None),
    ],
    ids=["404", "503", "picture", "no kind", "long", "private", "empty", "strange bytes"],
)
def test_one_bad_page_stops_no_other(
    place: Place, web: Web, answer: Answer, error: str | None
) -> None:
    a_feed(place, web)
    web.put("/haber/1", answer)
    report = place.one()
    assert report.error is None
    assert report.counts["new"] >= 1
    with place.store() as store:
        failures = store.failures()
    assert f"{web.base}/haber/2" in place.texts()
    if error is not None:
        assert [(one.error, one.key) for one in failures] == [(error, f"{web.base}/haber/1")]
        assert (failures[0].retry_after is not None) == (error == "AskLater")


def test_an_address_that_is_none_stops_no_other(place: Place, web: Web) -> None:
    items = ["http://x:kapi/", "file:///etc/passwd", f"{web.base}/haber/2"]
    a_feed(place, web, "", *((url, "") for url in items))
    report = place.one()
    assert (report.error, counted(report)) == (None, {"new": 1, "failed": 2})
    assert left(place.one()) == {"known": 1, "quarantined": 2}


def test_a_redirect_to_what_is_no_address(place: Place, web: Web) -> None:
    a_feed(place, web)
    web.put("/haber/1", Answer(status=302, headers={"Location": "http://[bozuk"}))
    assert counted(place.one()) == {"new": 1, "failed": 1}


def test_robots_and_quarantine(place: Place, web: Web) -> None:
    a_feed(place, web)
    web.put("/robots.txt", "User-agent: *\nDisallow: /haber/1")
    assert counted(place.one()) == {"new": 1, "failed": 1}
    web.put("/robots.txt", "User-agent: *\nDisallow:")
    assert left(place.one()) == {"quarantined": 1, "known": 1}
    assert counted(place.one(Options(retry=True))) == {"new": 1}


def test_a_page_that_is_gone_stays_in_the_store(place: Place, web: Web) -> None:
    a_feed(place, web)
    place.one()
    place.later(days=8)
    web.put("/haber/1", Answer(status=410))
    assert counted(place.one()) == {"same": 1, "failed": 1}
    assert len(place.texts()) == 2
    web.put("/haber/1", "bir")
    place.later(days=8)
    assert counted(place.one()) == {"same": 2}
    with place.store() as store:
        assert store.failures() == []


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500),
        Answer(status=404),
        Answer("<html>bakım</html>", "text/html"),
        Answer(status=302, headers={"Location": "http://192.168.1.1/"}),
        Answer(
            raw=lambda handler: handler.wfile.write(
                b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"
            )
        ),
        Answer(bytes(200_000)),
    ],
    ids=["500", "404", "no feed", "private", "cut off", "long"],
)
def test_one_bad_source_stops_no_other(place: Place, web: Web, answer: Answer) -> None:
    place.write(
        f'[sources.kotu]\nkind = "feed"\nurl = "{web.base}/kotu"\n'
        f'[sources.iyi]\nkind = "feed"\nurl = "{web.base}/rss"\n'
    )
    web.put("/kotu", answer)
    web.put("/rss", feed((f"{web.base}/haber/1", "")))
    web.put("/haber/1", "bir")
    bad, good = place.sync().sources
    assert bad.error is not None
    assert counted(good) == {"new": 1}
    with place.store() as store:
        assert store.sources()["kotu"].error == bad.error


# ---- days, backfill, dry runs, quiet sources


def test_since_and_until(place: Place, web: Web) -> None:
    a_feed(place, web)
    web.put(
        "/rss", Answer(web.pages["/rss"][0].body, "application/rss+xml", headers={"ETag": '"f"'})
    )
    report = place.one(Options(since=date(2024, 5, 2)))
    assert (counted(report), left(report)) == ({"new": 1}, {"outside": 1})
    assert pages(web) == ["/haber/2"]
    until = place.one(Options(until=date(2024, 4, 30)))
    assert left(until) == {"known": 1, "outside": 1}
    assert counted(place.one()) == {"new": 1}, "what was left out is not forgotten"
    with pytest.raises(OptionError, match="lies before since"):
        place.one(Options(since=date(2024, 5, 2), until=date(2024, 5, 1)))


def test_since_for_texts_that_say_their_day_themselves(place: Place) -> None:
    place.write(FOLDER)
    for name, day in (("a", "2024-05-01"), ("b", "2024-05-02")):
        place.file(f"gelen/{name}.txt", name)
        place.file(f"gelen/{name}.meta.json", f'{{"published": "{day}"}}')
    place.file("gelen/c.txt", "günsüz")
    report = place.one(Options(since=date(2024, 5, 2)))
    assert (counted(report), left(report)) == ({"new": 2}, {"outside": 1})
    assert counted(place.one()) == {"new": 1}


def test_backfill(place: Place, web: Web) -> None:
    a_feed(place, web)
    older = feed((f"{web.base}/haber/0", "2020-01-01"))
    newest = feed((f"{web.base}/haber/1", "2024-05-01"), next=f"{web.base}/rss?sayfa=2")
    web.put("/rss", Answer(newest, headers={"ETag": '"f"'}))
    web.put("/rss?sayfa=2", older)
    web.put("/haber/0", "sıfır")
    assert counted(place.one()) == {"new": 1}
    assert counted(place.one(Options(backfill=True))) == {"new": 1}


def test_a_dry_run_leaves_no_trace(place: Place, web: Web) -> None:
    a_feed(place, web)
    before = sorted(place.folder.rglob("*"))
    dry = place.one(Options(dry_run=True))
    assert counted(dry) == {"new": 2}
    assert [item.source for item in dry.items] == [f"{web.base}/haber/1", f"{web.base}/haber/2"]
    assert pages(web) == []
    assert sorted(place.folder.rglob("*")) == before
    place.one()
    with place.store() as store:
        told = (store.runs(), store.sources(), store.failures(), list(store.records()))
    kept = {path: path.read_bytes() for path in place.folder.rglob("*") if path.is_file()}
    place.later(days=8)
    assert counted(place.one(Options(dry_run=True))) == {"again": 2}
    assert {path: path.read_bytes() for path in place.folder.rglob("*") if path.is_file()} == kept
    with place.store() as store:
        assert (store.runs(), store.sources(), store.failures(), list(store.records())) == told


def test_a_source_that_is_quiet_for_too_long(place: Place) -> None:
    place.write(FOLDER + 'quiet = "10d"\n')
    place.file("gelen/a.txt", "bir")
    assert place.one().quiet is None
    place.later(days=9)
    assert place.one().quiet is None
    place.later(days=2)
    quiet = place.one().quiet
    assert quiet is not None
    assert timedelta(days=quiet) == timedelta(days=11)
    place.file("gelen/b.txt", "iki")
    assert place.one().quiet is None
