"""Whom we connect to: public hosts over http and https, and those that the user allows."""

import socket
from ipaddress import ip_network
from typing import Any

import httpcore
import pytest

from tests.web import Web
from tutanak.errors import RefusedError, UnreachableError
from tutanak.fetch import Fetcher, Policy
from tutanak.fetch.addresses import checked_url, may_connect

LOOPBACK = ip_network("127.0.0.0/8")
PUBLIC = ["8.8.8.8", "193.140.1.1", "2606:4700::1111", "64:ff9b::808:808"]
PRIVATE = [
    *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1"),
]
REFUSED = [
    ("file:///etc/passwd", "only http and https"),
    ("ftp://x.gov.tr/a", "only http and https"),
    ("gopher://x.gov.tr/", "only http and https"),
    ("javascript:alert(1)", "only http and https"),
    ("data:text/plain,x", "only http and https"),
    ("/haber/1", "only http and https"),
    ("http:///haber", "no host"),
    ("https://kim:sifre@x.gov.tr/", "user names and passwords"),
    ("http://x.gov.tr:99999/", "not an address"),
    ("http://[bozuk/haber/9", "not an address"),
    ("http://x.gov.tr:kapi/", "not an address"),
    ("", "only http and https"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert may_connect(address, ())


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert not may_connect(address, ())


def test_allowed_networks() -> None:
    allowed = (LOOPBACK, ip_network("fd00::/8"))
    assert may_connect("127.0.0.1", allowed)
    assert may_connect("::ffff:127.0.0.1", allowed)
    assert may_connect("fd00::1", allowed)
    assert not may_connect("10.0.0.1", allowed)
    assert not may_connect("::1", allowed)


@pytest.mark.parametrize(("url", "said"), REFUSED)
def test_addresses_that_are_not_asked(url: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said) as raised:
        checked_url(url)
    assert "sifre" not in str(raised.value)


def test_loopback_is_refused_unless_allowed(web: Web) -> None:
    url = web.put("/a", "metin")
    with Fetcher(Policy(delay=0)) as fetcher, pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        fetcher.get(url)
    assert web.asked == []


@pytest.mark.parametrize("name", ["localhost", "127.1", "0x7f000001", "2130706433"])
def test_other_names_of_loopback_are_refused(web: Web, name: str) -> None:
    url = web.put("/a", "metin").replace("127.0.0.1", name)
    with Fetcher(Policy(delay=0)) as fetcher, pytest.raises(RefusedError):
        fetcher.get(url)
    assert web.asked == []


def resolver(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, ...]) -> list[str]:
    """Each look-up of a name gives the next answer; the names that were looked up."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        now = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in now]

    monkeypatch.setattr("tutanak.fetch.addresses.socket.getaddrinfo", getaddrinfo)
    return asked


def connections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where connections would go; none is made."""
    made: list[str] = []

    def connect_tcp(_: object, host: str, *__: object, **___: object) -> httpcore.NetworkStream:
        made.append(host)
        raise httpcore.ConnectError("not in a test")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
    return made


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolver(monkeypatch, ("193.140.1.1", "10.0.0.1"))
    made = connections(monkeypatch)
    with Fetcher(Policy(delay=0)) as fetcher, pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        fetcher.get("https://x.gov.tr/")
    assert made == []


def test_the_address_that_was_checked_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """DNS rebinding: the second look-up would give a private address; there is none."""
    asked = resolver(monkeypatch, ("193.140.1.1", "193.140.1.2"), ("127.0.0.1",))
    made = connections(monkeypatch)
    with Fetcher(Policy(delay=0, attempts=1)) as fetcher, pytest.raises(UnreachableError):
        fetcher.get("http://x.gov.tr/")
    assert asked == ["x.gov.tr"]
    assert made == ["193.140.1.1", "193.140.1.2"]


def test_a_name_that_turns_private_between_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    resolver(monkeypatch, ("193.140.1.1",), ("127.0.0.1",))
    made = connections(monkeypatch)
    policy = Policy(delay=0, attempts=2, backoff=0)
    with Fetcher(policy) as fetcher, pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        fetcher.get("http://x.gov.tr/")
    assert made == ["193.140.1.1"]


def test_proxies_of_the_environment_are_not_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    url = web.put("/a", "metin")
    with Fetcher(Policy(delay=0, allow_private=(LOOPBACK,))) as fetcher:
        assert fetcher.get(url).content == b"metin"
