"""Rows to CSV and Parquet at once, a block of rows at a time, so that memory stays bounded."""

import csv
from datetime import date
from pathlib import Path
from typing import Any, Final, Self

from tutanak.emit.schema import Row, Table, Value

# Fixed, so that the bytes of a Parquet file do not depend on how the work was spread.
_BLOCK: Final = 10_000


def _cell(value: Value) -> Value:
    return ("false", "true")[value] if isinstance(value, bool) else value


def arrow_schema(table: Table) -> Any:
    """The types of a table in Parquet."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
    }
    return pa.schema([pa.field(c.name, types[c.kind], nullable=not c.key) for c in table.columns])


class TableWriter:
    """Writes one table into a folder as `<name>.csv` and `<name>.parquet`."""

    def __init__(self, table: Table, folder: Path) -> None:
        import pyarrow.parquet as pq

        self.table = table
        self.rows = 0
        self._block: list[Row] = []
        self._schema = arrow_schema(table)
        self._file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        self._csv.writerow(table.names)
        self._parquet: Any = pq.ParquetWriter(
            folder / f"{table.name}.parquet", self._schema, compression="zstd"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._parquet.close()
        self._file.close()

    def write(self, row: Row) -> None:
        """Add one row; columns that it lacks are an error of the caller."""
        self.rows += 1
        self._block.append(row)
        if len(self._block) >= _BLOCK:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if not self._block:
            return
        for row in self._block:
            self._csv.writerow(_cell(row[name]) for name in self.table.names)
        arrays: dict[str, list[Any]] = {
            column.name: [row[column.name] for row in self._block] for column in self.table.columns
        }
        for column in self.table.columns:
            if column.kind == "day":
                arrays[column.name] = [
                    date.fromisoformat(day) if day else None for day in arrays[column.name]
                ]
        self._parquet.write_table(pa.table(arrays, schema=self._schema))
        self._block.clear()
