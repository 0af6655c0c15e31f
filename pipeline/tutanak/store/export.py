"""Tables of a store to files: what `tutanak export` does."""

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from tutanak.emit.staging import staged
from tutanak.errors import OptionError
from tutanak.store.excel import workbook
from tutanak.store.formats import FORMATS, Format, to_csv, to_jsonl, to_parquet
from tutanak.store.rows import blocks, lines
from tutanak.store.shown import RECORDS, SHOWN

ALL: Final = "all"
_WRITERS: Final = {"csv": to_csv, "jsonl": to_jsonl, "parquet": to_parquet}


def export(connection: sa.Connection, table: str, to: Path, format: Format) -> dict[Path, int]:
    """Write one table to a file, or all to a folder (Excel: to one file).

    Args:
        connection: In a transaction, so that all tables show one state of the store.
        table: Its name, or `all`.
        to: The file, or the folder.
        format: How it is written.

    Returns:
        The rows in each file; files that were there are replaced, all at the end.

    Raises:
        OptionError: There is no such table, or it has no such format.
        OutputError: The files cannot be written, or a table does not fit into a sheet.
    """
    names = _names(table, format)
    alone = table != ALL or format == "xlsx"
    folder = to.absolute().parent if alone else to
    with staged(folder) as aside:
        if format == "xlsx":
            return {to: _to_excel(connection, names, aside / to.name)}
        rows = {}
        for name in names:
            file = to if alone else to / f"{name}.{format}"
            rows[file] = _to_file(connection, name, aside / file.name, format)
    return rows


def _names(table: str, format: Format) -> list[str]:
    if format not in FORMATS:
        raise OptionError(f"no format {format!r}: choose one of {', '.join(FORMATS)}")
    records = [RECORDS] if format == "jsonl" else []
    if table == ALL:
        return [*records, *SHOWN]
    if table == RECORDS and not records:
        raise OptionError(f"{RECORDS}: records are nested; choose --format jsonl")
    if table not in (RECORDS, *SHOWN):
        raise OptionError(f"no table {table!r}: choose {ALL}, {RECORDS} or {', '.join(SHOWN)}")
    return [table]


def _to_file(connection: sa.Connection, name: str, path: Path, format: Format) -> int:
    rows = 0
    if name == RECORDS:
        with lines(connection) as found, path.open("w", encoding="utf-8", newline="\n") as file:
            for line in found:
                file.write(line + "\n")
                rows += 1
        return rows
    wanted = SHOWN[name]
    writer = _WRITERS[format](path, list(wanted.selected_columns))
    with writer as write, blocks(connection, wanted) as found:
        for block in found:
            write(block)
            rows += len(block)
    return rows


def _to_excel(connection: sa.Connection, names: list[str], path: Path) -> int:
    rows = 0
    with workbook(path) as add:
        for name in names:
            write = add(name, list(SHOWN[name].selected_columns))
            with blocks(connection, SHOWN[name]) as found:
                for block in found:
                    write(block)
                    rows += len(block)
    return rows
