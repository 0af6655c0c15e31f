"""Rows to an Excel workbook: a sheet a table."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from tutanak.errors import OutputError
from tutanak.optional import extra
from tutanak.store.formats import Columns, Write
from tutanak.store.rows import Block

_MOST_ROWS: Final = 1_048_575  # and one for the names of the columns
_MOST_CHARACTERS: Final = 32_767
_NOT_FOR_EXCEL: Final = "choose --format csv, parquet or jsonl for it"


@contextmanager
def workbook(path: Path) -> Iterator[Callable[[str, Columns], Write]]:
    """A new workbook; gives what adds a sheet to it. Sheets are filled one after the other.

    Raises:
        MissingPackageError: XlsxWriter is not installed.
        OutputError: A table does not fit into a sheet.
    """
    with extra("store"):
        import xlsxwriter
    # What a text holds is a text: no formulas, no links, no numbers made of it.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
        "remove_timezone": True,
    }
    book = xlsxwriter.Workbook(str(path), options)
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    bold = book.add_format({"bold": True})

    def add(name: str, columns: Columns) -> Write:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [column.name for column in columns], bold)
        number = 0

        def write(block: Block) -> None:
            nonlocal number
            for row in block:
                number += 1
                if number > _MOST_ROWS:
                    raise OutputError(f"{name}: more rows than a sheet holds; {_NOT_FOR_EXCEL}")
                for place, (column, value) in enumerate(row.items()):
                    if isinstance(value, str) and len(value) > _MOST_CHARACTERS:
                        raise OutputError(
                            f"{name}, row {number}, {column}: {len(value):,} characters are more "
                            f"than a cell holds; {_NOT_FOR_EXCEL}"
                        )
                    is_moment = isinstance(value, datetime)
                    _write(sheet, number, place, value, moment if is_moment else None)

        return write

    try:
        yield add
    finally:
        book.close()


def _write(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value.astimezone(UTC).replace(tzinfo=None), style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)
