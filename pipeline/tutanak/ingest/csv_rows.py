"""CSV files: in any encoding of Turkish texts, with `;`, `,`, tab or `|` between the columns."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, TextIO

from tutanak.errors import InputError
from tutanak.ingest.columns import columns_of
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.encoding import encoding_of
from tutanak.ingest.rows import from_rows
from tutanak.records import Failure

_DELIMITERS: Final = (";", ",", "\t", "|")
_BLOCK: Final = 1 << 20


def unpack_csv(content: Content, reading: Reading) -> Iterator[Content | Failure]:
    """The rows of a CSV file, read as they come; rows with too many or few columns are failures.

    Raises:
        InputError: It has no header with a column of texts, or is no CSV.
    """
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    with content.open() as stream:
        encoding, notices = encoding_of(stream, content.source)
    content = replace(content, notices=(*content.notices, *notices))
    wrong: list[tuple[int | None, int]] = []

    def refuse(row: Any) -> str:
        wrong.append((row.number, row.actual_columns))
        return "skip"

    with (
        content.open() as stream,
        io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text,
    ):
        names, delimiter = _header(text, content.source, reading)
        columns = columns_of(names, reading.columns, content.source)
        number = 1
        try:
            batches = arrow_csv.open_csv(
                pa.PythonFile(_Utf8(text), mode="r"),
                read_options=arrow_csv.ReadOptions(
                    use_threads=False,
                    block_size=max(_BLOCK, reading.max_bytes),
                    column_names=names,
                ),
                parse_options=arrow_csv.ParseOptions(
                    delimiter=delimiter, newlines_in_values=True, invalid_row_handler=refuse
                ),
                convert_options=arrow_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
                ),
            )
            for batch in batches:
                rows = batch.to_pylist()
                yield from from_rows(enumerate(rows, start=number), columns, content, reading)
                number += len(rows)
        except pa.ArrowInvalid as error:
            if "Empty CSV" not in str(error):
                raise InputError(f"{content.source}: not readable as CSV: {error}") from error
    for line, count in wrong:
        name = content.source if line is None else f"{content.source}#line={line + 1}"
        message = f"{name}: {count} columns where the header has {len(names)}; mend its quotes"
        yield Failure(name, "ingest", "InputError", message)


def _header(text: TextIO, name: str, reading: Reading) -> tuple[list[str], str]:
    """The names of the columns, and what stands between them.

    Raises:
        InputError: There is none.
    """
    line = text.readline(reading.max_bytes).lstrip("\ufeff").strip("\r\n")
    if not line.strip():
        raise InputError(f"{name}: empty: there is no header in it")
    delimiter = max(_DELIMITERS, key=line.count)
    names: list[str] = []
    for position, written in enumerate(next(csv.reader([line], delimiter=delimiter)), start=1):
        label = written.strip() or f"column {position}"
        names.append(label if label not in names else f"{label} ({position})")
    return names, delimiter


class _Utf8:
    """A text stream as the stream of bytes that pyarrow reads."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.closed = False

    def read(self, size: int) -> bytes:
        # No character is longer than four bytes: never more than was asked for.
        return self._text.read(max(1, size // 4)).encode("utf-8", errors="replace")

    def close(self) -> None:
        self.closed = True
