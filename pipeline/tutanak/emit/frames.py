"""The tables of a run as pandas DataFrames."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutanak.arguments import a_path
from tutanak.emit.schema import TABLES, Kind, Table
from tutanak.errors import OutputError

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: Final[dict[Kind, str]] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
    "day": "datetime64[s]",
}


def read_tables(path: str | os.PathLike[str]) -> dict[str, "pd.DataFrame"]:
    """The eight tables that `tutanak run` wrote, by name.

    Columns have the same types whatever they hold: `string`, `Int64`, `Float64`, `boolean`, and
    `datetime64[s]` for days. Parquet is read where it is there, else CSV.

    Args:
        path: The folder given to `run` as `--out`.

    Raises:
        OptionError: `path` is no path.
        OutputError: The folder, or one of its tables, is missing or damaged.
    """
    folder = a_path(path, "path")
    if not folder.is_dir():
        raise OutputError(f"{folder}: no such folder; give the one named with --out")
    return {table.name: _read(folder, table) for table in TABLES}


def typed(frame: "pd.DataFrame", table: Table) -> "pd.DataFrame":
    """A frame with the types that every reader of this table gives."""
    return frame.astype({column.name: _DTYPES[column.kind] for column in table.columns})


def _read(folder: Path, table: Table) -> "pd.DataFrame":
    import pandas as pd

    parquet, csv = folder / f"{table.name}.parquet", folder / f"{table.name}.csv"
    file = parquet if parquet.exists() else csv
    try:
        if file == parquet:
            frame = pd.read_parquet(file)
        else:
            frame = pd.read_csv(file, dtype="string", keep_default_na=False, na_values=[""])
            for column in table.columns:
                if column.kind == "flag" and column.name in frame:
                    frame[column.name] = frame[column.name].map({"true": True, "false": False})
        missing = [name for name in table.names if name not in frame.columns]
        if missing:
            raise OutputError(
                f"{file}: columns are missing: {', '.join(missing)}; run tutanak again"
            )
        return typed(frame, table)
    except FileNotFoundError:
        raise OutputError(
            f"{folder}: no table {table.name!r} there; is this the --out of `tutanak run`?"
        ) from None
    except (OSError, ValueError, pd.errors.ParserError) as error:
        raise OutputError(f"{file}: not readable as a table of tutanak: {error}") from error
