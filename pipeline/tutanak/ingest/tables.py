"""Archives with one text a row: JSON lines, JSON, Excel, Parquet. Rows are read as they come."""

import json
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Final

from tutanak.errors import EncodingError, InputError
from tutanak.ingest.columns import columns_of
from tutanak.ingest.content import Content, Reading, too_large
from tutanak.ingest.encoding import decode
from tutanak.ingest.rows import Row, from_rows
from tutanak.optional import extra
from tutanak.records import Failure, Skipped

Unpacked = Iterator[Content | Failure | Skipped]
_BATCH: Final = 256
_MOST_RATIO: Final = 100


def unpack_jsonl(content: Content, reading: Reading) -> Unpacked:
    """The lines of a JSON lines file; fields may differ from line to line."""
    with content.open() as stream:
        number = 0
        while line := stream.readline(reading.max_bytes + 1):
            number += 1
            name = f"{content.source}#row={number}"
            if len(line) > reading.max_bytes:
                size = len(line)
                while rest := stream.readline(reading.max_bytes):
                    size += len(rest)
                    if rest.endswith(b"\n"):
                        break
                yield _failed(name, too_large(name, size, reading.max_bytes), "TooLargeError")
                continue
            if not line.strip():
                continue
            try:
                text, _ = decode(line, name)
                row = json.loads(text)
            except (ValueError, RecursionError, EncodingError) as error:
                yield _failed(name, f"{name}: no line of JSON: {error}")
                continue
            yield from _objects([(number, row)], content, reading)


def unpack_json(content: Content, reading: Reading) -> Unpacked:
    """The objects of a JSON array.

    Raises:
        InputError: It is no array of objects, or too long.
    """
    text, _ = decode(content.read(reading.max_bytes), content.source)
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{content.source}: not readable as JSON: {error}") from error
    yield from _objects(enumerate(rows, start=1), content, reading)


def _objects(rows: Any, content: Content, reading: Reading) -> Unpacked:
    for number, row in rows:
        name = f"{content.source}#row={number}"
        if not isinstance(row, dict):
            yield _failed(name, f"{name}: an object with a text is expected, not {row!r:.40}")
            continue
        try:
            columns = columns_of(list(row), _present(reading, row), name)
        except InputError as error:
            yield _failed(name, str(error))
            continue
        yield from from_rows([(number, row)], columns, content, reading)


def _failed(name: str, message: str, error: str = "InputError") -> Failure:
    return Failure(name, "ingest", error, message)


def _present(reading: Reading, row: Row) -> dict[str, str]:
    """The map of the user without what this object leaves out; its text must be there."""
    return {
        field: name for field, name in reading.columns.items() if field == "text" or name in row
    }


def unpack_xlsx(content: Content, reading: Reading) -> Unpacked:
    """The rows of each sheet that has a column of texts; sheets without one are told.

    Raises:
        InputError: It is no Excel file, grows beyond all measure, or no sheet holds texts.
    """
    with extra("archives"):
        import openpyxl

    with content.open() as stream:
        try:
            _refuse_bomb(stream, content.source, reading)
            with warnings.catch_warnings(action="ignore"):
                book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
            raise InputError(
                f"{content.source}: damaged, not readable as an Excel file: {error}"
            ) from error
        refused: list[InputError] = []
        for sheet in book.worksheets:
            try:
                rows = sheet.iter_rows(values_only=True)
                names = ["" if v is None else str(v).strip() for v in next(rows, ())]
                name = f"{content.source}#{sheet.title}"
                columns = columns_of(names, reading.columns, name)
            except InputError as error:
                refused.append(error)
                continue
            numbered = (
                (number, dict(zip(names, row, strict=False)))
                for number, row in enumerate(rows, start=2)
                if any(value is not None for value in row)
            )
            yield from from_rows(numbered, columns, replace(content, source=name), reading)
        if len(refused) == len(book.worksheets):
            raise refused[0] if refused else InputError(f"{content.source}: no sheet in it")
        for reason in refused:
            yield Skipped(str(reason).partition(":")[0], "a sheet without texts")


def _refuse_bomb(stream: BinaryIO, name: str, reading: Reading) -> None:
    size = stream.seek(0, 2)
    with zipfile.ZipFile(stream) as archive:
        grown = sum(info.file_size for info in archive.infolist())
    stream.seek(0)
    if grown > max(reading.max_bytes, _MOST_RATIO * size):
        raise InputError(f"{name}: {size:,} bytes unpack to {grown:,}; this looks like a ZIP bomb")


def unpack_parquet(content: Content, reading: Reading) -> Unpacked:
    """The rows of a Parquet file, a few hundred at a time.

    Raises:
        InputError: It is damaged, or no column holds texts.
    """
    import pyarrow as pa
    from pyarrow import parquet

    with content.open() as stream:
        try:
            file = parquet.ParquetFile(stream)
            columns = columns_of(file.schema_arrow.names, reading.columns, content.source)
            wanted = [getattr(columns, field) for field in columns.__slots__]
            number = 1
            batches = file.iter_batches(_BATCH, columns=[name for name in wanted if name])
            for batch in batches:
                rows = batch.to_pylist()
                yield from from_rows(enumerate(rows, start=number), columns, content, reading)
                number += len(rows)
        except (pa.ArrowInvalid, OSError) as error:
            raise InputError(
                f"{content.source}: damaged, not readable as Parquet: {error}"
            ) from error
