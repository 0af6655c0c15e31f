"""The tables of a store as pandas DataFrames: the same as from the folder of a run."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tutanak.emit.frames import typed
from tutanak.emit.schema import TABLES, Table
from tutanak.emit.tables import arrow_schema
from tutanak.store.rows import blocks
from tutanak.store.shown import SHOWN

if TYPE_CHECKING:
    import pandas as pd


def read_frames(connection: sa.Connection) -> dict[str, "pd.DataFrame"]:
    """The eight tables by name."""
    return {table.name: _frame(connection, table) for table in TABLES}


def _frame(connection: sa.Connection, table: Table) -> "pd.DataFrame":
    import pyarrow as pa

    schema = arrow_schema(table)
    with blocks(connection, SHOWN[table.name]) as parts:
        found = [pa.RecordBatch.from_pylist(block, schema=schema) for block in parts]
    return typed(pa.Table.from_batches(found, schema=schema).to_pandas(), table)
