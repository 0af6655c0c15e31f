"""Which answers are worth asking for again, and when."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from tutanak.errors import UnreachableError
from tutanak.fetch.policy import Policy

LATER: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class AskLater(UnreachableError):
    """The host answered that it cannot answer now; `seconds` is what its Retry-After says."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


def attempts(policy: Policy) -> Retrying:
    """Calls again after an `AskLater`, with a pause that doubles or that the host has named.

    A host that wants more patience than the policy has is not asked again: its error rises.
    """

    def pause(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        named = error.seconds if isinstance(error, AskLater) else None
        doubled: float = policy.backoff * 2 ** (state.attempt_number - 1)
        return max(named or 0.0, min(doubled, policy.patience))

    def stop(state: RetryCallState) -> bool:
        if pause(state) > policy.patience:
            return True
        return stop_after_attempt(policy.attempts)(state)

    return Retrying(retry=retry_if_exception_type(AskLater), stop=stop, wait=pause, reraise=True)


def retry_after(response: httpx.Response) -> float | None:
    """Seconds from now that a Retry-After header names, as a number or as a time."""
    value = response.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
