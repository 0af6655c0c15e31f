"""Asks for one address: checked, paced, retried, redirects followed one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import httpx

from tutanak.errors import FetchError, UnreachableError
from tutanak.fetch.addresses import checked_url
from tutanak.fetch.again import LATER, AskLater, attempts, retry_after
from tutanak.fetch.body import ENCODINGS, read_body
from tutanak.fetch.network import Deadline, GuardedTransport
from tutanak.fetch.pace import Pace
from tutanak.fetch.policy import Policy
from tutanak.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from tutanak.fetch.robots import Robots

_OK: Final = 200
_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page, to ask later whether it has changed."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is where it came from after redirects; `content` is None for a 304."""

    url: str
    content: bytes | None
    kind: str
    charset: str | None
    validators: Validators


class Fetcher:
    """Asks for addresses by one policy; a context manager, for one thread."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._deadline = Deadline(policy.deadline)
        self._pace = Pace(policy.delay, policy.patience)
        self._robots = Robots(self._robots_txt, policy.user_agent)
        self._client = httpx.Client(
            transport=GuardedTransport(policy, self._deadline),
            timeout=policy.timeout,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": policy.user_agent, "Accept-Encoding": ENCODINGS},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def get(self, url: str, *, known: Validators | None = None, accept: str = "*/*") -> Fetched:
        """The answer of an address, or that it has not changed since `known`.

        Args:
            url: As it stands in a feed, sitemap or page.
            known: What an earlier answer of this address carried.
            accept: Kinds of content that are wanted.

        Raises:
            RefusedError: It, or an address it redirects to, may not be asked.
            UnreachableError: No whole answer, also after retries.
            TooLargeError: The answer is over the limit of the policy.
            FetchError: The host says that there is nothing.
        """
        headers = {"Accept": accept, **(known.headers() if known else {})}
        return self._follow(url, headers, max_bytes=self._policy.max_bytes, robots=True)

    def _robots_txt(self, url: httpx.URL) -> bytes:
        answer = self._follow(str(url), {}, max_bytes=ROBOTS_BYTES, robots=False)
        return answer.content or b""

    def _follow(
        self, url: str, headers: Mapping[str, str], *, max_bytes: int, robots: bool
    ) -> Fetched:
        asked = checked_url(url)
        for _ in range(self._policy.max_redirects + 1):
            delay = self._robots.delay(asked) if robots else 0.0
            answer = attempts(self._policy)(self._once, asked, headers, max_bytes, delay)
            if isinstance(answer, Fetched):
                return answer
            try:
                asked = checked_url(str(asked.join(answer)))
            except (httpx.InvalidURL, ValueError) as error:
                raise FetchError(f"{asked}: redirects to {answer!r}: {error}") from None
        raise FetchError(f"{url}: more than {self._policy.max_redirects} redirects")

    def _once(
        self, url: httpx.URL, headers: Mapping[str, str], max_bytes: int, delay: float
    ) -> Fetched | str:
        """One request: an answer, or where it redirects to."""
        self._pace.wait(url.host, delay)
        self._deadline.start()
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return self._answer(response, max_bytes)
        except httpx.HTTPError as error:
            told = str(error) or type(error).__name__
            raise AskLater(f"{url}: no whole answer: {told}") from error
        except UnreachableError as error:
            if str(url) in str(error):
                raise
            raise UnreachableError(f"{url}: {error}") from error

    def _answer(self, response: httpx.Response, max_bytes: int) -> Fetched | str:
        url, status = response.request.url, response.status_code
        if status in _REDIRECTS:
            if "location" not in response.headers:
                raise FetchError(f"{url}: status {status} without saying where to")
            return str(response.headers["location"])
        if status in LATER:
            seconds = retry_after(response)
            if seconds is not None:
                self._pace.leave_alone(url.host, seconds)
            wanted = "" if seconds is None else f", come back in {seconds:.0f} s"
            raise AskLater(f"{url}: status {status}{wanted}", seconds)
        if status not in (_OK, _NOT_MODIFIED):
            raise FetchError(f"{url}: status {status} {response.reason_phrase}".rstrip())
        content = None if status == _NOT_MODIFIED else read_body(response, max_bytes=max_bytes)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        given = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        return Fetched(str(url), content, kind, response.charset_encoding, given)
