"""The body of an answer, never more of it in memory than the limit."""

import zlib
from typing import Final

import httpx

from tutanak.errors import FetchError, TooLargeError
from tutanak.fetch.again import AskLater

ENCODINGS: Final = "gzip, deflate"
_CHUNK: Final = 65536
# 32 + 15: gzip or zlib, whichever the first bytes say.
_ANY_ZLIB: Final = 47


def read_body(response: httpx.Response, *, max_bytes: int) -> bytes:
    """The decompressed body.

    httpx would decompress each chunk as a whole; here a chunk is decompressed up to the limit and
    no further, so that a small answer cannot fill the memory.

    Raises:
        TooLargeError: The body is longer than `max_bytes`, before or after decompression.
        AskLater: Its compression ends too early: it was cut off.
        FetchError: It is compressed in a way that was not asked for, or damaged.
    """
    url = response.request.url
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > max_bytes:
        raise TooLargeError(_over(url, max_bytes, f"{int(declared):,} bytes are announced"))
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        plain = bytearray()
        for chunk in response.iter_raw(_CHUNK):
            plain += chunk
            if len(plain) > max_bytes:
                raise TooLargeError(_over(url, max_bytes, "more came"))
        return bytes(plain)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"{url}: compressed as {encoding!r}, which was not asked for")
    return _inflated(response, max_bytes)


def gunzipped(content: bytes, *, max_bytes: int, name: str) -> bytes:
    """A gzip file in memory, decompressed up to the limit.

    Raises:
        TooLargeError: It is longer than `max_bytes`.
        FetchError: It is cut off or damaged.
    """
    inflate = zlib.decompressobj(_ANY_ZLIB)
    try:
        plain = inflate.decompress(content, max_bytes + 1)
    except zlib.error as error:
        raise FetchError(f"{name}: damaged gzip: {error}") from None
    if len(plain) > max_bytes:
        raise TooLargeError(_over(name, max_bytes, "more came out of its compression"))
    if not inflate.eof:
        raise FetchError(f"{name}: this gzip file is cut off")
    return plain


def _inflated(response: httpx.Response, max_bytes: int) -> bytes:
    url = response.request.url
    inflate = zlib.decompressobj(_ANY_ZLIB)
    plain = bytearray()
    received = 0
    for number, chunk in enumerate(response.iter_raw(_CHUNK)):
        received += len(chunk)
        try:
            plain += inflate.decompress(chunk, max_bytes + 1 - len(plain))
        except zlib.error as error:
            if number or response.headers["content-encoding"].strip().lower() != "deflate":
                raise FetchError(f"{url}: damaged compression: {error}") from None
            inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers send it without header
            try:
                plain += inflate.decompress(chunk, max_bytes + 1 - len(plain))
            except zlib.error:
                raise FetchError(f"{url}: damaged compression: {error}") from None
        if len(plain) > max_bytes or received > max_bytes:
            raise TooLargeError(_over(url, max_bytes, "more came out of its compression"))
    if not inflate.eof:
        raise AskLater(f"{url}: the answer was cut off")
    return bytes(plain)


def _over(name: object, max_bytes: int, seen: str) -> str:
    return f"{name}: {seen}, over the limit of {max_bytes:,}; raise `max_bytes` of [fetch]"
