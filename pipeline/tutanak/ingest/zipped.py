"""ZIP archives: their members, without trust in what the archive says of their sizes."""

import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from tutanak.errors import InputError, TooLargeError
from tutanak.ingest.content import Content, Reading, too_large
from tutanak.ingest.ids import Names
from tutanak.ingest.sidecar import Sidecar, from_bytes
from tutanak.ingest.sources import SIDECAR
from tutanak.records import Failure, Skipped

# How many times its size an archive may grow to; texts grow tenfold at most.
_MOST_RATIO: Final = 100
_MOST_MEMBERS: Final = 100_000
_ENCRYPTED: Final = 0x1
_UTF8_NAME: Final = 0x800
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
)
_JUNK: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^./]|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def unpack_zip(content: Content, reading: Reading) -> Iterator[Content | Failure | Skipped]:
    """The members in the order of their names; each is read only so far as the limits allow.

    Nothing is ever written to disk, so that a name such as `../../etc/passwd` is only a name.

    Raises:
        InputError: It is no ZIP archive, is damaged, or grows beyond the limits.
    """
    with content.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError(
                f"{content.source}: damaged or cut off, not readable as a ZIP archive: {error}"
            ) from error
        members = [info for info in archive.infolist() if not info.is_dir()]
        if len(members) > _MOST_MEMBERS:
            raise InputError(
                f"{content.source}: {len(members):,} members, more than {_MOST_MEMBERS:,}; split it"
            )
        size = stream.seek(0, 2)
        room = reading.max_bytes + _MOST_RATIO * size
        sidecars, texts = _sorted(members)
        names = Names()
        for info in texts:
            name = names.settle(f"{content.source}#{member_name(info)}")
            try:
                data = _read(archive, info, name, min(reading.max_bytes, room))
                room -= len(data)
                about = _sidecar(archive, info, sidecars, reading.max_bytes, name)
            except InputError as error:
                yield Failure(name, "ingest", type(error).__name__, str(error))
                if room < reading.max_bytes and isinstance(error, TooLargeError):
                    yield _bomb(content, room)
                    return
                continue
            path = PurePosixPath(member_name(info))
            yield Content(
                source=name,
                id=f"{content.id}-{unicodedata.normalize('NFC', path.stem)}",
                suffix=path.suffix.casefold(),
                data=data,
                about=about.over(content.about),
                published_from="sidecar" if about.published else content.published_from,
                depth=content.depth + 1,
            )


def _bomb(content: Content, room: int) -> Failure:
    message = (
        f"{content.source}: it unpacks to far more than its size (a ZIP bomb?); the members after "
        f"this one were not read, {room:,} bytes were left"
    )
    return Failure(content.source, "ingest", "TooLargeError", message)


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name; one without the sign for UTF-8 was written on a Turkish Windows."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp857")
    except UnicodeError:
        return info.filename


def _sorted(
    members: list[zipfile.ZipInfo],
) -> tuple[dict[str, zipfile.ZipInfo], list[zipfile.ZipInfo]]:
    """The sidecars by the name of their text without ending, and all other members by name."""
    sidecars: dict[str, zipfile.ZipInfo] = {}
    texts = []
    for info in sorted(members, key=lambda info: (member_name(info), info.header_offset)):
        name = member_name(info)
        if name.endswith(SIDECAR):
            sidecars[name.removesuffix(SIDECAR)] = info
        elif _JUNK.search(name) is None:
            texts.append(info)
    return sidecars, texts


def _sidecar(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    sidecars: dict[str, zipfile.ZipInfo],
    max_bytes: int,
    name: str,
) -> Sidecar:
    path = PurePosixPath(member_name(info))
    found = sidecars.get(str(path.with_suffix("")))
    if found is None:
        return Sidecar()
    about = f"{name.removesuffix(path.suffix)}{SIDECAR}"
    return from_bytes(_read(archive, found, about, max_bytes), about)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> bytes:
    """The bytes of a member.

    Raises:
        TooLargeError: They are more than `limit`, whatever the archive says.
        InputError: It is encrypted or damaged.
    """
    if info.flag_bits & _ENCRYPTED:
        raise InputError(f"{name}: locked with a password; unpack the archive first")
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except _DAMAGED as error:
        raise InputError(f"{name}: damaged in its archive: {error}") from error
    if len(data) > limit:
        raise TooLargeError(too_large(name, max(info.file_size, len(data)), limit))
    return data
