"""One key for all spellings of an address, so that a page is known again."""

from typing import Final
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url, url_query_cleaner

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
# Parameters that say where a reader came from, not which page is meant.
_TRACKING: Final = (
    *("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"),
    *("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga"),
)


def canonical(url: str) -> str:
    """The key of an address: for comparison only, what is asked for stays as it was given.

    Host in small letters and ASCII, no default port, no user name, no fragment, dots resolved,
    query sorted and without parameters of advertising, percent signs in one way. What is no
    address is its own key: asking for it says what is wrong with it.
    """
    try:
        return _canonical(url.strip())
    except ValueError:
        return url.strip()


def _canonical(url: str) -> str:
    cleaned = url_query_cleaner(url, _TRACKING, remove=True, unique=False, keep_fragments=False)
    parts = urlsplit(canonicalize_url(cleaned))
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))
