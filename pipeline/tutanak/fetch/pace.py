"""A pause between two requests to one host."""

import time

from tutanak.errors import UnreachableError


class Pace:
    """Remembers when each host was asked last, and until when it wants to be left alone."""

    def __init__(self, delay: float, patience: float) -> None:
        self._delay = delay
        self._patience = patience
        self._free: dict[str, float] = {}

    def wait(self, host: str, asked_for: float = 0.0) -> None:
        """Sleep until the host may be asked again, and count this as a request.

        Args:
            host: Its name.
            asked_for: The pause in seconds that its robots.txt wants; the policy's own if shorter.

        Raises:
            UnreachableError: It would take longer than the policy is patient.
        """
        if asked_for > self._patience:
            raise UnreachableError(
                f"{host}: wants {asked_for:g} s between two requests, more than `patience` "
                f"({self._patience:g} s) of [fetch]"
            )
        now = time.monotonic()
        if (left := self._free.get(host, now) - now) > 0:
            if left > self._patience + self._delay:
                raise UnreachableError(f"{host}: wants to be left alone for {left:.0f} s")
            time.sleep(left)
        self._free[host] = time.monotonic() + max(self._delay, asked_for)

    def leave_alone(self, host: str, seconds: float) -> None:
        """The host said Retry-After: ask it nothing before that."""
        until = time.monotonic() + seconds
        self._free[host] = max(self._free.get(host, until), until)
