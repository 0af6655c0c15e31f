"""Connections that go where they were checked to go, and end when their time is up."""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from tutanak.errors import UnreachableError
from tutanak.fetch.addresses import public_addresses
from tutanak.fetch.policy import Network, Policy


class Deadline:
    """When one answer as a whole must be there; started anew for each request."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = 0.0

    def start(self) -> None:
        """The time of one request begins."""
        self._end = time.monotonic() + self._seconds

    def left(self, wanted: float | None = None) -> float:
        """Seconds left, at most `wanted`.

        Raises:
            UnreachableError: None are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise UnreachableError(f"no whole answer within {self._seconds:g} s")
        return left if wanted is None else min(left, wanted)


class _Timed(httpcore.NetworkStream):
    """A stream whose every step counts against the deadline: drops of bytes do not extend it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._inner.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout:
            self._deadline.left()  # says so where it is the whole answer that took too long
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Guarded(httpcore.NetworkBackend):
    """Resolves a name once, checks every address, connects to one that was checked."""

    def __init__(self, allowed: tuple[Network, ...], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in public_addresses(host, port, self._allowed):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Timed(stream, self._deadline)
        raise failed or httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("sockets of this machine are not asked")


class GuardedTransport(httpx.HTTPTransport):
    """httpx over the guarded network; proxies of the environment are not used.

    The pool knows connections by the name of their host, so a certificate is always checked
    against the host that is asked, whatever address it has.
    """

    def __init__(self, policy: Policy, deadline: Deadline) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_keepalive_connections=8,
            network_backend=_Guarded(policy.allow_private, deadline),
        )
