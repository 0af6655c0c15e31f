"""`sources.toml`: what is understood, and what is said about what is not."""

import re
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from tutanak.errors import ResourceError
from tutanak.sync.duration import from_written, to_written
from tutanak.sync.sources import Feed, Folder, Listing, Sitemap, read_sources

GOOD = """
store = "sqlite:///arsiv.db"

[fetch]
delay = "2s"
deadline = 90
allow_private = ["10.1.0.0/16", "::1"]
user_agent = "kurum-tutanak (bilgi@example.org)"

[notify]
command = ["mail", "-s", "yeni", "biz@example.org"]
when = ["new", "failed"]

[sources.pendik]
kind = "feed"
url = "https://www.pendik.bel.tr/rss"
publisher = "Pendik Belediyesi"
recheck = "1d12h"

[sources."göç idaresi"]
kind = "sitemap"
url = "https://www.goc.gov.tr/sitemap.xml"
match = "/haberler/"

[sources.valilik]
kind = "listing"
url = "http://www.istanbul.gov.tr/haberler"
link = '/haber/\\d+'
next = "sayfa="
quiet = "2w"

[sources.gelen]
kind = "folder"
path = "gelen"
settle = "5s"
enabled = false
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_keys(tmp_path: Path) -> None:
    read = read_sources(written(tmp_path, GOOD))
    policy = read.fetch.policy()
    assert (policy.delay, policy.deadline, policy.timeout) == (2.0, 90.0, 20.0)
    assert policy.allow_private == (ip_network("10.1.0.0/16"), ip_network("::1"))
    assert read.notify.when == ("new", "failed")
    feed, sitemap, listing, folder = read.sources.values()
    assert isinstance(feed, Feed)
    assert (feed.name, feed.recheck) == ("pendik", timedelta(days=1, hours=12))
    assert isinstance(sitemap, Sitemap)
    assert sitemap.match == re.compile("/haberler/")
    assert isinstance(listing, Listing)
    assert (listing.link.pattern, listing.quiet) == (r"/haber/\d+", timedelta(weeks=2))
    assert isinstance(folder, Folder)
    assert (folder.root / folder.path, folder.enabled) == (tmp_path / "gelen", False)


FEED = '[sources.a]\nkind = "feed"\nurl = "https://x.gov.tr/rss"\n'
BAD = [
    ("", "no source is named; add a table such as [sources.pendik]"),
    ("[sources]\n", "no source is named"),
    ("sources = 3", "no source is named"),
    ("[sources.a", "not readable as TOML in UTF-8"),
    (FEED + "[fetch]\ndelai = 3", "[fetch] delai: no such key; check how it is spelt"),
    (FEED + "stor = 3", "[sources.a] stor: no such key"),
    ("stor = 3\n" + FEED, "sources.toml: stor: no such key"),
    (FEED + "[fetch]\nattempts = 0", "[fetch] attempts: Input should be greater than or equal to"),
    (FEED + '[fetch]\nattempts = "3"', "[fetch] attempts: a whole number is expected, not '3'"),
    (FEED + '[fetch]\ndelay = "2 saat"', "[fetch] delay: '2 saat' is no length of time such as"),
    (FEED + "[fetch]\ndelay = true", "[fetch] delay: 'True' is no length of time"),
    (FEED + "[fetch]\ndelay = -1", "[fetch] delay: '-1s' is no length of time"),
    (FEED + '[fetch]\nallow_private = "10.0.0.0/8"', "[fetch] allow_private: a list such as"),
    (FEED + '[fetch]\nallow_private = ["10.0.0.1/8"]', "[fetch] allow_private: 10.0.0.1/8 has"),
    (FEED + '[notify]\nwhen = ["neu"]', "[notify] when.0: Input should be 'new', 'changed'"),
    (FEED + '[notify]\nwebhook = "ftp://x"', "[notify] webhook: ftp://x: only http and https"),
    ("[sources.a]\nurl = 'x'", "[sources.a]: `kind` is missing; it is one of feed, sitemap"),
    ("[sources.a]\nkind = 'rss'", "[sources.a]: `kind` is not one of feed, sitemap, listing"),
    ("[sources.a]\nkind = 'feed'", "[sources.a] url: this key is missing"),
    ("[sources.a]\nkind = 'feed'\nurl = 3", "[sources.a] url: an address in quotes is expected"),
    ("[sources.a]\nkind = 'feed'\nurl = '/a'", "[sources.a] url: /a: only http and https"),
    (FEED + "link = 'a'", "[sources.a] link: no such key"),
    (FEED + "match = '('", "[sources.a] match: '(' is no regular expression: missing )"),
    (FEED + "enabled = 1", "[sources.a] enabled: true or false is expected, not 1"),
    (FEED + "publisher = ''", "[sources.a] publisher: the text is empty"),
    ("[sources.a]\nkind = 'folder'", "[sources.a] path: this key is missing"),
    ("[sources]\na = 3", "[sources.a]: a table is expected, not 3"),
]


@pytest.mark.parametrize(("text", "said"), BAD)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ResourceError, match=re.escape(said)) as raised:
        read_sources(path)
    assert str(raised.value).startswith(str(path))


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = "[fetch]\na = 1\nattempts = 0\n[sources.a]\nkind = 'feed'\n[sources.b]\nkind = 'x'"
    with pytest.raises(ResourceError) as raised:
        read_sources(written(tmp_path, text))
    assert len(str(raised.value).splitlines()) == 4


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no such file; write one"):
        read_sources(tmp_path / "sources.toml")


LENGTHS = [
    ("30s", 30),
    ("1.5h", 5400),
    ("15m", 900),
    ("7d", 604800),
    ("2w", 1209600),
    ("1h30m", 5400),
]


@pytest.mark.parametrize(("text", "seconds"), LENGTHS)
def test_lengths_of_time(text: str, seconds: float) -> None:
    assert from_written(text).total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "h", "1", "-1h", "1y", "1 h", "１h", "9999999w", "1h 30m"])
def test_no_lengths_of_time(text: str) -> None:
    with pytest.raises(ValueError, match=r"no length of time|longer than"):
        from_written(text)


@pytest.mark.parametrize(
    ("seconds", "text"), [(5, "5 s"), (90, "2 m"), (7200, "2 h"), (172800, "2 d")]
)
def test_lengths_for_people(seconds: int, text: str) -> None:
    assert to_written(timedelta(seconds=seconds)) == text
