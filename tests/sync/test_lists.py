"""What feeds, sitemaps and pages with links list."""

import gzip
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tutanak.errors import FetchError, TooLargeError
from tutanak.sync.entry import Entry, More
from tutanak.sync.feed import from_feed
from tutanak.sync.listing import from_listing
from tutanak.sync.sitemap import from_sitemap, moment_of

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Şura</title>
<atom:link rel="next" href="/rss?sayfa=2"/>
<item><title> Vali  toplandı </title><link>/haber/1</link>
<pubDate>Mon, 04 Mar 2024 22:30:00 GMT</pubDate></item>
<item><title>Tarihsiz ğüşiöç</title><link>https://x.gov.tr/haber/2</link></item>
<item><title>Adressiz</title></item>
<item><link>https://x.gov.tr/haber/3</link><pubDate>yarın</pubDate></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>a</title>
<entry><title>Bir</title><link rel="alternate" href="https://x.gov.tr/1"/>
<published>2024-03-05T10:00:00+03:00</published><updated>2024-03-07T10:00:00+03:00</updated></entry>
</feed>"""
URL = "https://x.gov.tr/rss"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-9", "windows-1254"])
def test_rss(encoding: str) -> None:
    page = from_feed(RSS.format(encoding=encoding).encode(encoding), url=URL)
    moment = datetime(2024, 3, 4, 22, 30, tzinfo=UTC)
    assert page.entries == (
        Entry("https://x.gov.tr/haber/1", "Vali toplandı", date(2024, 3, 5), moment),
        Entry("https://x.gov.tr/haber/2", "Tarihsiz ğüşiöç"),
        Entry("https://x.gov.tr/haber/3"),
    )
    assert page.older == "https://x.gov.tr/rss?sayfa=2"


def test_atom() -> None:
    changed = datetime(2024, 3, 7, 7, tzinfo=UTC)
    entry = Entry("https://x.gov.tr/1", "Bir", date(2024, 3, 5), changed)
    assert from_feed(ATOM.encode(), url=URL, kind="text/html").entries == (entry,)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "'
    + "x" * 1000
    + '">'
    + "".join(f'<!ENTITY {n} "{f"&{m};" * 20}">' for m, n in zip("abcdefg", "bcdefgh", strict=True))
    + "]>{}"
)


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>bakim</body></html>", b"%PDF-1.7", b"\x00\xff", b"sources.toml"]
)
def test_no_feed(content: bytes) -> None:
    with pytest.raises(FetchError, match="no RSS or Atom feed"):
        from_feed(content, url=URL)


def test_a_feed_is_never_the_name_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(ATOM, encoding="utf-8")
    with pytest.raises(FetchError):
        from_feed(str(path).encode(), url=URL)


def test_an_empty_feed_is_a_feed() -> None:
    assert from_feed(b'<rss version="2.0"><channel/></rss>', url=URL).entries == ()


def test_feed_with_entities_does_not_swell(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("GIZLI", encoding="utf-8")
    feed = f"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY s SYSTEM "{secret.as_uri()}">]>
    <rss version="2.0"><channel><item><title>&s;</title><link>https://x/1</link></item></channel></rss>"""
    page = from_feed(feed.encode(), url=URL)
    assert "GIZLI" not in repr(page)
    bomb = BOMB.format(
        "<rss version='2.0'><channel><item><link>https://x/1</link><title>&h;</title>"
        "</item></channel></rss>"
    )
    try:
        page = from_feed(bomb.encode(), url=URL)
    except FetchError:
        return
    assert len(repr(page)) < 1_000_000


MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://x.gov.tr/1 </loc><lastmod>2024-03-05T10:00:00+03:00</lastmod></url>
<url><image:image><image:loc>https://x.gov.tr/r.jpg</image:loc></image:image>
<lastmod>2024-03-05</lastmod></url>
<url><loc>https://x.gov.tr/2</loc><news:news><news:title>İki</news:title>
<news:publication_date>2024-03-04T22:00:00Z</news:publication_date></news:news></url>
<url><lastmod>2024-03-05</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://x.gov.tr/s1.xml.gz</loc><lastmod>2024-03-05</lastmod></sitemap>
<sitemap><loc>https://x.gov.tr/s2.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("packed", [False, True])
def test_sitemap(packed: bool) -> None:
    content = gzip.compress(MAP.encode()) if packed else MAP.encode()
    page = from_sitemap(content, url=URL, max_bytes=10_000)
    assert page.entries[0] == Entry(
        "https://x.gov.tr/1", None, None, datetime(2024, 3, 5, 7, tzinfo=UTC)
    )
    assert page.entries[-1] == Entry("https://x.gov.tr/2", "İki", date(2024, 3, 5))


def test_the_address_of_a_picture_is_no_page() -> None:
    found = [entry.url for entry in from_sitemap(MAP.encode(), url=URL, max_bytes=9999).entries]
    assert found == ["https://x.gov.tr/1", "https://x.gov.tr/2"]


def test_index_of_sitemaps() -> None:
    page = from_sitemap(INDEX.encode(), url=URL, max_bytes=10_000)
    end_of_day = datetime(2024, 3, 5, 20, 59, 59, tzinfo=UTC)
    assert page.more == (
        More("https://x.gov.tr/s1.xml.gz", end_of_day),
        More("https://x.gov.tr/s2.xml"),
    )


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"", FetchError, "no sitemap"),
        (b"<html><body/></html>", FetchError, "neither <urlset>"),
        (b"<urlset><url><loc>https://x/1", FetchError, "no sitemap"),
        (gzip.compress(bytes(1_000_000)), TooLargeError, "over the limit"),
        (gzip.compress(MAP.encode())[:-20], FetchError, "cut off"),
        (b"\x1f\x8bnicht", FetchError, "damaged gzip"),
    ],
)
def test_no_sitemap(content: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        from_sitemap(content, url=URL, max_bytes=100_000)


def test_sitemap_with_entities_does_not_swell() -> None:
    bomb = BOMB.format("<urlset><url><loc>&h;</loc></url></urlset>").encode()
    with pytest.raises(FetchError, match="no sitemap"):
        from_sitemap(bomb, url=URL, max_bytes=100_000)


@pytest.mark.parametrize("written", ["", "dün", "2024-13-01", "2024", None])
def test_no_moment(written: str | None) -> None:
    assert moment_of(written) is None


HTML = """<html><head><base href="/haberler/"><link rel="next" href="?sayfa=2"></head><body>
<a href="1">Vali <b>toplandı</b></a> <a href="/haberler/2#yorum">İki</a> <a href="1">yine</a>
<a href="https://y.gov.tr/haberler/3">dışarıda</a> <a href="/hakkimizda">biz</a>
<a href="mailto:x@x.gov.tr">yaz</a> <a href="javascript:void(0)">x</a> <a href="http://[bozuk/haberler/9">?</a>
<a href="arsiv-2">eskiler</a></body></html>"""


@pytest.mark.parametrize(
    ("older", "following"),
    [(None, "https://x.gov.tr/haberler/?sayfa=2"), ("arsiv-", "https://x.gov.tr/haberler/arsiv-2")],
)
def test_listing(older: str | None, following: str) -> None:
    page = from_listing(
        HTML.encode(),
        url="https://x.gov.tr/",
        link=re.compile(r"x\.gov\.tr/haberler/\d+"),
        older=re.compile(older) if older else None,
    )
    assert page.entries == (
        Entry("https://x.gov.tr/haberler/1", "Vali toplandı"),
        Entry("https://x.gov.tr/haberler/2", "İki"),
    )
    assert page.older == following


@pytest.mark.parametrize("content", [b"", HTML.encode(), b"\x00\x01"])
def test_a_listing_without_links_is_told(content: bytes) -> None:
    with pytest.raises(FetchError, match="no link on this page matches 'duyuru'"):
        from_listing(content, url=URL, link=re.compile("duyuru"))
