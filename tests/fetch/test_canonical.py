"""Spellings of one address have one key; different pages have different ones."""

import pytest

from tutanak.fetch import canonical

SAME = [
    ("https://x.gov.tr/haber/1", "HTTPS://X.GOV.TR:443/haber/1"),
    ("https://x.gov.tr/haber/1", "https://x.gov.tr/haber/1#yorumlar"),
    ("https://x.gov.tr/haber/1", "https://x.gov.tr./haber/a/../1"),
    ("https://x.gov.tr/haber?b=2&a=1", "https://x.gov.tr/haber?a=1&b=2"),
    ("https://x.gov.tr/haber?id=7", "https://x.gov.tr/haber?id=7&utm_source=rss&fbclid=zz"),
    ("https://x.gov.tr/şura", "https://x.gov.tr/%C5%9Fura"),
    ("https://x.gov.tr/%C5%9Fura", "https://x.gov.tr/%c5%9fura"),
    ("https://göç.gov.tr/", "https://xn--g-6fa8b.gov.tr"),
    ("https://x.gov.tr/haber/1", " https://kim:sifre@x.gov.tr/haber/1\n"),
    ("http://[2001:db8::1]/a", "http://[2001:DB8::1]:80/a"),
]
DIFFERENT = [
    ("https://x.gov.tr/haber/1", "https://x.gov.tr/haber/2"),
    ("https://x.gov.tr/haber?id=1", "https://x.gov.tr/haber?id=2"),
    ("https://x.gov.tr/haber?id=1", "https://x.gov.tr/haber"),
    ("https://x.gov.tr/haber", "https://x.gov.tr:8443/haber"),
    ("https://x.gov.tr/haber", "https://y.gov.tr/haber"),
    ("https://x.gov.tr/Haber", "https://x.gov.tr/haber"),
    ("https://x.gov.tr/haber?utm=1", "https://x.gov.tr/haber"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_page(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_pages(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("url", [url for pair in SAME + DIFFERENT for url in pair])
def test_a_key_is_its_own_key(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@pytest.mark.parametrize("url", ["http://[bozuk/haber/9", "http://x:kapi/", "", "haber", "http://"])
def test_what_is_no_address_is_a_key_all_the_same(url: str) -> None:
    assert isinstance(canonical(url), str)
