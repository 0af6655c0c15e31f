"""`tutanak export`: tables of a store to files for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tutanak.cli.options import Store


class Format(StrEnum):
    """What files can be written."""

    csv = "csv"
    parquet = "parquet"
    xlsx = "xlsx"
    jsonl = "jsonl"


def command(
    store: Store,
    to: Annotated[Path, typer.Option(metavar="FILE|DIR", help="DIR for --table all, else FILE.")],
    table: Annotated[
        str, typer.Option(metavar="NAME|all", help="Which table: see docs/store.md.")
    ] = "all",
    format: Annotated[Format, typer.Option(help="What kind of file.")] = Format.csv,
) -> None:
    """Write a table of a store, or all of them, to CSV, Parquet, Excel or JSON lines.

    Example: tutanak export archive.db --table people --to people.xlsx --format xlsx
    """
    from tutanak.store import open_store

    with open_store(store, create=False) as opened:
        written = opened.export(table, to, format=format.value)
        settled = opened.is_settled()
    for file, rows in written.items():
        typer.echo(f"{file}: {rows:,} rows")
    if not settled:
        typer.echo(
            "note: a run was cut short or is under way: documents that it brought are in all "
            "tables but not yet counted in organisations",
            err=True,
        )
