"""One content to the contents inside it: members of archives, rows of tables, parts of mails."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tutanak.errors import EncodingError, InputError, NoTextsError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.csv_rows import unpack_csv
from tutanak.ingest.kinds import SUFFIXES, Kind, Strange, kind_of
from tutanak.ingest.mail import unpack_mail
from tutanak.ingest.tables import unpack_json, unpack_jsonl, unpack_parquet, unpack_xlsx
from tutanak.ingest.zipped import unpack_zip
from tutanak.records import Failure, Skipped

Unpacked = Iterator[Content | Failure | Skipped]
UNPACKERS: Final[Mapping[Kind, Callable[[Content, Reading], Unpacked]]] = {
    "zip": unpack_zip,
    "eml": unpack_mail,
    "jsonl": unpack_jsonl,
    "json": unpack_json,
    "csv": unpack_csv,
    "xlsx": unpack_xlsx,
    "parquet": unpack_parquet,
}
_DEEPEST: Final = 4


def unpack(content: Content, reading: Reading) -> Unpacked:
    """What is to be read as documents, each with its kind; archives in archives are opened too.

    Whatever goes wrong inside becomes a `Failure` in its place, and the rest goes on.

    Raises:
        InputError: The content itself cannot be opened.
    """
    kind = content.kind or kind_of(content)
    unpacker = UNPACKERS.get(kind) if kind is not None else None  # type: ignore[call-overload]
    if unpacker is None:
        yield replace(content, kind=kind or "text")
        return
    if content.depth >= _DEEPEST:
        raise InputError(
            f"{content.source}: archives lie {_DEEPEST} deep in one another; unpack them first"
        )
    for part in unpacker(content, reading):
        if not isinstance(part, Content) or part.kind is not None:
            yield part
        else:
            yield from _inside(part, reading)


def _inside(part: Content, reading: Reading) -> Unpacked:
    """A member: what it holds, or why it is left."""
    try:
        kind = kind_of(part)
        if kind is None:
            yield Skipped(part.source, part.suffix or "(none)")
            return
        yield from unpack(replace(part, kind=kind), reading)
    except Strange as strange:
        if strange.picture and part.suffix not in SUFFIXES:
            yield Skipped(part.source, strange.what)
        else:
            yield _failed(part, EncodingError(f"{part.source}: {strange}"))
    except NoTextsError:
        yield Skipped(part.source, "a table without texts")
    except InputError as error:
        yield _failed(part, error)


def _failed(part: Content, error: Exception) -> Failure:
    return Failure(part.source, "ingest", type(error).__name__, str(error))
