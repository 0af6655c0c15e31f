"""Rows to CSV, JSON lines, Parquet and Excel, a block at a time."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, get_args

import sqlalchemy as sa

from tutanak.store.columns import Moment
from tutanak.store.rows import Block

Format = Literal["csv", "parquet", "xlsx", "jsonl"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
Write = Callable[[Block], None]
Columns = Sequence[sa.ColumnElement[Any]]


def _iso(value: Any) -> Any:
    """Days and moments as text, the rest as it is."""
    return value.isoformat() if isinstance(value, date) else value


@contextmanager
def to_csv(path: Path, columns: Columns) -> Iterator[Write]:
    """A CSV file, as `tutanak run` writes it: UTF-8, empty cells for nothing, `true`, `false`."""

    def cell(value: Any) -> Any:
        return ("false", "true")[value] if isinstance(value, bool) else _iso(value)

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in columns)
        yield lambda block: writer.writerows(map(cell, row.values()) for row in block)


@contextmanager
def to_jsonl(path: Path, _: Columns) -> Iterator[Write]:
    """An object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:

        def write(block: Block) -> None:
            for row in block:
                content = {name: _iso(value) for name, value in row.items()}
                file.write(json.dumps(content, ensure_ascii=False) + "\n")

        yield write


@contextmanager
def to_parquet(path: Path, columns: Columns) -> Iterator[Write]:
    """A Parquet file with the types of the columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([pa.field(column.name, _arrow(column.type)) for column in columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        yield lambda block: writer.write_table(pa.Table.from_pylist(block, schema=schema))


def _arrow(kind: sa.types.TypeEngine[Any]) -> Any:
    import pyarrow as pa

    types = (
        (Moment, pa.timestamp("us", tz="UTC")),
        (sa.Date, pa.date32()),
        (sa.Boolean, pa.bool_()),
        (sa.Integer, pa.int64()),
        (sa.Float, pa.float64()),
    )
    return next((arrow for ours, arrow in types if isinstance(kind, ours)), pa.string())
