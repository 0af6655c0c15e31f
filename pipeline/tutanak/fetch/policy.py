"""How the web is asked: who we say we are, how often, how long, how much, and whom never."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

from tutanak import __version__

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Policy:
    """The table `[fetch]` of sources.toml. Times in seconds, sizes in bytes.

    `delay` is the least time between two requests to one host, `timeout` the longest silence,
    `deadline` the longest time for one answer as a whole, `patience` the longest wait that a
    server may ask for (Retry-After, Crawl-delay) and that is still waited in this run.
    `allow_private` names networks that are not public and may be asked all the same.
    """

    user_agent: str = f"tutanak/{__version__}"
    delay: float = 1.0
    timeout: float = 20.0
    deadline: float = 120.0
    patience: float = 60.0
    attempts: int = 4
    backoff: float = 1.0
    max_bytes: int = 10_000_000
    max_redirects: int = 5
    allow_private: tuple[Network, ...] = ()
