"""Answers of all kinds, from a real server on loopback."""

import gzip
import time
import zlib
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network

import pytest

from tests.web import Answer, Web
from tutanak.errors import FetchError, RefusedError, TooLargeError, UnreachableError
from tutanak.fetch import Fetcher, Policy, Validators

LOOPBACK = (ip_network("127.0.0.0/8"),)
POLICY = Policy(
    delay=0,
    backoff=0.01,
    timeout=1,
    deadline=2,
    patience=1,
    max_bytes=100_000,
    allow_private=LOOPBACK,
)


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(POLICY) as one:
        yield one


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def pages(web: Web) -> list[str]:
    """What was asked for beside robots.txt."""
    return [path for path in web.paths() if path != "/robots.txt"]


def test_a_page(web: Web, fetcher: Fetcher) -> None:
    answer = Answer("<p>şura</p>", "text/html; charset=ISO-8859-9", headers={"ETag": '"1"'})
    got = fetcher.get(web.put("/a", answer))
    assert (got.content, got.kind, got.charset) == (
        "<p>şura</p>".encode(),
        "text/html",
        "iso-8859-9",
    )
    assert got.validators == Validators('"1"', None)
    assert web.asked[-1][1]["user-agent"].startswith("tutanak/")
    assert "cookie" not in web.asked[-1][1]


def test_not_modified(web: Web, fetcher: Fetcher) -> None:
    url = web.put("/a", Answer(status=304))
    got = fetcher.get(url, known=Validators('"1"', "Mon, 01 Jan 2024 00:00:00 GMT"))
    assert got.content is None
    sent = web.asked[-1][1]
    assert sent["if-none-match"] == '"1"'
    assert sent["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web: Web, fetcher: Fetcher, status: int) -> None:
    web.put("/b", "metin")
    got = fetcher.get(web.put("/a", redirect("/b", status)))
    assert (got.content, got.url) == (b"metin", web.base + "/b")


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("http://10.0.0.1/", "10.0.0.1"),
        ("http://[::1]:9/", "::1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("file:///etc/passwd", "only http and https"),
        ("//kim:sifre@127.0.0.1/", "user names"),
    ],
)
def test_redirects_are_checked_one_by_one(web: Web, fetcher: Fetcher, to: str, said: str) -> None:
    web.put("/b", redirect(to))
    with pytest.raises(RefusedError, match=said.replace("[", r"\[")):
        fetcher.get(web.put("/a", redirect("/b")))


def test_redirects_in_a_circle(web: Web, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetcher.get(web.put("/a", redirect("/a")))
    assert len(pages(web)) == 6


def test_a_redirect_to_nowhere(web: Web, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="without saying where"):
        fetcher.get(web.put("/a", Answer(status=302)))


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429, 408])
def test_an_error_that_passes(web: Web, fetcher: Fetcher, status: int) -> None:
    url = web.put("/a", Answer(status=status), Answer(status=status), "metin")
    assert fetcher.get(url).content == b"metin"
    assert len(pages(web)) == 3


def test_an_error_that_stays(web: Web, fetcher: Fetcher) -> None:
    with pytest.raises(UnreachableError, match="status 500"):
        fetcher.get(web.put("/a", Answer(status=500)))
    assert len(pages(web)) == POLICY.attempts


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_an_error_that_is_an_answer(web: Web, fetcher: Fetcher, status: int) -> None:
    with pytest.raises(FetchError, match=f"status {status}") as raised:
        fetcher.get(web.put("/a", Answer(status=status)))
    assert not isinstance(raised.value, UnreachableError)
    assert len(pages(web)) == 1


@pytest.mark.parametrize("dated", [False, True])
def test_retry_after_is_heard(web: Web, dated: bool) -> None:
    named = formatdate(time.time() + 2, usegmt=True) if dated else "1"
    url = web.put("/a", Answer(status=429, headers={"Retry-After": named}), "metin")
    started = time.monotonic()
    with Fetcher(Policy(delay=0, backoff=0, patience=5, allow_private=LOOPBACK)) as fetcher:
        assert fetcher.get(url).content == b"metin"
    assert 0.9 <= time.monotonic() - started < 4


def test_retry_after_beyond_patience(web: Web, fetcher: Fetcher) -> None:
    url = web.put("/a", Answer(status=503, headers={"Retry-After": "3600"}), "metin")
    with pytest.raises(UnreachableError, match="come back in 3600 s"):
        fetcher.get(url)
    with pytest.raises(UnreachableError, match="left alone"):
        fetcher.get(web.put("/b", "metin"))
    assert pages(web) == ["/a"]


def test_silence(web: Web, fetcher: Fetcher) -> None:
    web.put("/a", Answer(raw=lambda _: time.sleep(1.5)))
    started = time.monotonic()
    policy = Policy(delay=0, attempts=1, timeout=0.3, allow_private=LOOPBACK)
    with Fetcher(policy) as hasty, pytest.raises(UnreachableError, match="timed out"):
        hasty.get(web.base + "/a")
    assert time.monotonic() - started < 1.2


def drip(head: bytes) -> Answer:
    """A byte now and then: never silent for long, never done."""

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    return Answer(raw=slowly)


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: "],
    ids=["body", "headers"],
)
def test_drops_of_bytes_end_at_the_deadline(web: Web, head: bytes) -> None:
    url = web.put("/a", drip(head))
    started = time.monotonic()
    policy = Policy(delay=0, deadline=0.8, allow_private=LOOPBACK)
    said = r"no whole answer within 0\.8 s"
    with Fetcher(policy) as fetcher, pytest.raises(UnreachableError, match=said):
        fetcher.get(url)
    assert time.monotonic() - started < 2


def test_a_body_that_is_cut_off(web: Web, fetcher: Fetcher) -> None:
    cut = Answer(raw=lambda h: h.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"))
    assert fetcher.get(web.put("/a", cut, "metin")).content == b"metin"
    with pytest.raises(UnreachableError, match="no whole answer"):
        fetcher.get(web.put("/b", cut))


def packed(body: bytes, encoding: str) -> Answer:
    return Answer(body, headers={"Content-Encoding": encoding})


RAW_DEFLATE = zlib.compressobj(wbits=-15)
TEXT = "şura toplandı ".encode() * 500


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", RAW_DEFLATE.compress(TEXT) + RAW_DEFLATE.flush()),
        ("identity", TEXT),
    ],
    ids=["gzip", "x-gzip", "zlib", "raw deflate", "identity"],
)
def test_compressed(web: Web, fetcher: Fetcher, encoding: str, body: bytes) -> None:
    assert fetcher.get(web.put("/a", packed(body, encoding))).content == TEXT


@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        (packed(gzip.compress(bytes(50_000_000)), "gzip"), TooLargeError, "over the limit"),
        (packed(zlib.compress(bytes(50_000_000)), "deflate"), TooLargeError, "over the limit"),
        (Answer(bytes(100_001)), TooLargeError, "100,001 bytes are announced"),
        (packed(gzip.compress(TEXT)[:-20], "gzip"), UnreachableError, "cut off"),
        (packed(b"no gzip at all", "gzip"), FetchError, "damaged"),
        (packed(TEXT, "br"), FetchError, "'br', which was not asked for"),
    ],
    ids=["gzip bomb", "deflate bomb", "long", "cut gzip", "no gzip", "br"],
)
def test_bodies_that_are_refused(
    web: Web, fetcher: Fetcher, answer: Answer, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        fetcher.get(web.put("/a", answer))


def test_a_body_without_end(web: Web, fetcher: Fetcher) -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for _ in range(100):
            handler.wfile.write(bytes(10_000))

    with pytest.raises(TooLargeError, match="more came"):
        fetcher.get(web.put("/a", Answer(raw=pour)))


ROBOTS = "User-agent: *\nDisallow: /gizli\nAllow: /gizli/acik\n\nUser-agent: kotu\nDisallow: /"


@pytest.mark.parametrize(
    ("path", "allowed"), [("/a", True), ("/gizli/b", False), ("/gizli/acik", True)]
)
def test_robots(web: Web, fetcher: Fetcher, path: str, allowed: bool) -> None:
    web.put("/robots.txt", ROBOTS)
    url = web.put(path, "metin")
    if allowed:
        assert fetcher.get(url).content == b"metin"
    else:
        with pytest.raises(RefusedError, match=r"robots\.txt asks"):
            fetcher.get(url)
        assert web.paths() == ["/robots.txt"]


def test_robots_for_us_alone(web: Web, fetcher: Fetcher) -> None:
    web.put("/robots.txt", "User-agent: Tutanak\nDisallow: /\n\nUser-agent: *\nDisallow:")
    with pytest.raises(RefusedError, match=r"robots\.txt asks"):
        fetcher.get(web.put("/a", "metin"))


def test_robots_is_asked_once_a_host_and_holds_for_redirects(web: Web, fetcher: Fetcher) -> None:
    web.put("/robots.txt", ROBOTS)
    fetcher.get(web.put("/a", "metin"))
    with pytest.raises(RefusedError, match=r"robots\.txt asks"):
        fetcher.get(web.put("/b", redirect("/gizli/c")))
    assert web.paths() == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)]
)
def test_robots_that_cannot_be_had(web: Web, fetcher: Fetcher, status: int, allowed: bool) -> None:
    web.put("/robots.txt", Answer(status=status))
    url = web.put("/a", "metin")
    if allowed:
        assert fetcher.get(url).content == b"metin"
    else:
        with pytest.raises(UnreachableError, match=r"not asked for.*robots\.txt"):
            fetcher.get(url)


def test_the_pace(web: Web) -> None:
    urls = [web.put(f"/{n}", "metin") for n in range(4)]
    started = time.monotonic()
    with Fetcher(Policy(delay=0.2, allow_private=LOOPBACK)) as fetcher:
        for url in urls:
            fetcher.get(url)
    assert time.monotonic() - started >= 0.8  # robots.txt and four pages


def test_crawl_delay(web: Web, fetcher: Fetcher) -> None:
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    started = time.monotonic()
    for n in range(3):
        fetcher.get(web.put(f"/{n}", "metin"))
    assert time.monotonic() - started >= 0.8
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 600\n")
    with Fetcher(POLICY) as patient, pytest.raises(UnreachableError, match="wants 600 s"):
        patient.get(web.base + "/0")


def test_nobody_there(fetcher: Fetcher) -> None:
    with pytest.raises(UnreachableError, match="no whole answer"):
        fetcher.get("http://127.0.0.1:9/")
