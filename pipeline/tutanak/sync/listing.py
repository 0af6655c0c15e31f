"""Pages with links to releases."""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from tutanak.errors import FetchError
from tutanak.fetch.canonical import canonical
from tutanak.sync.entry import Entry, Page


def from_listing(
    content: bytes, *, url: str, link: re.Pattern[str], older: re.Pattern[str] | None = None
) -> Page:
    """The links of a page whose whole address holds `link`, each once, in their order.

    Args:
        content: The page as it came.
        url: Where from; links may be relative to it or to its `<base>`.
        link: Searched for in the address of each link.
        older: The same for the link to the page with older releases; without it, `rel="next"`.

    Raises:
        FetchError: The page holds no such link: the pattern or the page has changed.
    """
    tree = LexborHTMLParser(content)
    base = tree.css_first("base[href]")
    root = urljoin(url, (base.attributes.get("href") or "") if base is not None else "")
    entries: dict[str, Entry] = {}
    following: str | None = None
    for node in tree.css("a[href], link[rel=next][href]"):
        try:
            target = urljoin(root, (node.attributes.get("href") or "").strip())
        except ValueError:
            continue
        if not target.startswith(("http://", "https://")):
            continue
        is_next = older.search(target) if older else node.attributes.get("rel") == "next"
        if node.tag == "a" and link.search(target):
            title = " ".join(node.text().split()) or None
            entries.setdefault(canonical(target), Entry(target.partition("#")[0], title))
        elif is_next and following is None and canonical(target) != canonical(url):
            following = target
    if not entries:
        raise FetchError(
            f"{url}: no link on this page matches {link.pattern!r}; the page or the pattern "
            "has changed"
        )
    return Page(tuple(entries.values()), following)
