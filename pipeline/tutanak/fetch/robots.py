"""robots.txt of each host, asked once a run (RFC 9309)."""

from collections.abc import Callable
from typing import Final

import httpx
from protego import Protego

from tutanak.errors import FetchError, RefusedError, TooLargeError, UnreachableError

MAX_BYTES: Final = 512 * 1024


class Robots:
    """What hosts allow; `load` gives the bytes of a robots.txt."""

    def __init__(self, load: Callable[[httpx.URL], bytes], user_agent: str) -> None:
        self._load = load
        self._agent = user_agent
        self._hosts: dict[str, Protego | str] = {}

    def delay(self, url: httpx.URL) -> float:
        """The pause in seconds that the host asks for, 0 where it does not.

        Raises:
            RefusedError: Its robots.txt forbids this address.
            UnreachableError: Its robots.txt cannot be had for now, so nothing is asked.
        """
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._hosts:
            self._hosts[origin] = self._read(url.join("/robots.txt"))
        rules = self._hosts[origin]
        if isinstance(rules, str):
            raise UnreachableError(f"{url}: not asked for, as {rules}")
        if not rules.can_fetch(str(url), self._agent):
            raise RefusedError(f"{url}: {origin}/robots.txt asks programs not to read this")
        return float(rules.crawl_delay(self._agent) or 0)

    def _read(self, url: httpx.URL) -> Protego | str:
        """The rules; where they cannot be had, why."""
        try:
            content = self._load(url)
        except (UnreachableError, TooLargeError) as error:
            return str(error)
        except RefusedError:
            raise
        except FetchError:
            content = b""  # 4xx: there are no rules
        return Protego.parse(content.decode("utf-8", errors="replace"))
