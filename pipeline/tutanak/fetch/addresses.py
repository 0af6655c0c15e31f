"""Which addresses may be asked: http and https, and only public hosts unless told otherwise."""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

import httpx

from tutanak.errors import RefusedError, UnreachableError
from tutanak.fetch.policy import Network

_NAT64: Final = IPv6Network("64:ff9b::/96")
_LAST_PORT: Final = 65535
_LAST_32_BITS: Final = 0xFFFFFFFF


def checked_url(url: str) -> httpx.URL:
    """An address that can be asked for, without its fragment.

    Raises:
        RefusedError: It is not http or https, names no host, or carries a user name.
    """
    try:
        parsed = httpx.URL(url.strip())
        urlsplit(url)  # stricter about brackets
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedError(f"{url}: not an address: {error}") from None
    if parsed.scheme not in ("http", "https"):
        raise RefusedError(f"{url}: only http and https are asked, not {parsed.scheme or 'this'!r}")
    if not parsed.host:
        raise RefusedError(f"{url}: no host is named")
    if parsed.port is not None and not 0 < parsed.port <= _LAST_PORT:
        raise RefusedError(f"{url}: not an address: there is no port {parsed.port}")
    if parsed.userinfo:
        raise RefusedError(
            f"{parsed.copy_with(username=None, password=None)}: user names and "
            "passwords in addresses are not sent; remove them"
        )
    return parsed.copy_with(fragment=None)


def public_addresses(host: str, port: int, allowed: Iterable[Network]) -> tuple[str, ...]:
    """The addresses of a host, all of them checked; the caller connects to these and no other.

    Raises:
        RefusedError: One of them is private, loopback, link-local, reserved or multicast, and in
            no allowed network.
        UnreachableError: The name leads nowhere.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"{host}: this name leads to no address: {error}") from None
    addresses = tuple(dict.fromkeys(str(row[4][0]) for row in found))
    for address in addresses:
        if not may_connect(address, allowed):
            raise RefusedError(
                f"{host}: leads to {address}, which is not a public address; if that is wanted, "
                "name its network in `allow_private` of [fetch]"
            )
    return addresses


def may_connect(address: str, allowed: Iterable[Network]) -> bool:
    """Whether an address is public, also looking through IPv6 forms that carry an IPv4 address."""
    real = _carried(ip_address(address.partition("%")[0]))
    if any(real.version == network.version and real in network for network in allowed):
        return True
    return real.is_global and not (real.is_multicast or real.is_reserved)


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & _LAST_32_BITS)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, address))[1]
