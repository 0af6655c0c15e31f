"""`tutanak run`: a folder of reports to records and tables."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutanak.cli.options import (
    Columns,
    MaxBytes,
    ModelName,
    NoModel,
    Publisher,
    Registries,
    Strict,
    Verdicts,
    Wait,
    columns,
    model_name,
    standard_input,
    verdict_files,
)
from tutanak.extraction.model_choice import DEFAULT_MODEL

if TYPE_CHECKING:
    from tutanak.report import RunReport

_NOTHING_DONE = 1
_SET_ASIDE = 3
_MOST_MESSAGES = 20


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Folders, files, patterns ('a/**/*.html'), - for stdin."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the results.")],
    text: Annotated[
        bool, typer.Option("--text/--no-text", help="Whether records carry their text.")
    ] = True,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes.")] = 1,
    publisher: Publisher = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="today", help="Name bodies by their successors of today."),
    ] = None,
    registry: Registries = None,
    verdicts: Verdicts = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="STORE", help="Also fill a store: an SQLite file, or a URL (docs/store.md)."
        ),
    ] = None,
    wait: Wait = 0.0,
    max_bytes: MaxBytes = None,
    column: Columns = None,
    strict: Strict = False,
    copies: Annotated[
        bool, typer.Option("--copies/--no-copies", help="Whether to look for copies of a release.")
    ] = True,
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Print the summary also outside a terminal.")
    ] = False,
) -> None:
    """Read reports; write records.jsonl, eight tables (CSV and Parquet) and report.json.

    Example: tutanak run data/raw --out data/processed
    """
    if as_of not in (None, "today"):
        raise typer.BadParameter(f"{as_of!r}: only 'today' is possible", param_hint="--as-of")

    from tutanak.ingest import MAX_BYTES
    from tutanak.runner import run

    limit = max_bytes or MAX_BYTES
    given = [standard_input(limit) if one == "-" else one for one in inputs]
    with _progress(shown=not quiet and sys.stderr.isatty()) as progress:
        report = run(
            given,
            out=out,
            text=text,
            workers=workers,
            publisher=publisher,
            as_of="today" if as_of else None,
            registry=registry or (),
            verdicts=verdict_files(verdicts),
            store=store,
            wait=wait,
            max_bytes=limit,
            columns=columns(column),
            strict=strict,
            copies=copies,
            model=model_name(model, no_model),
            progress=progress,
        )
    _tell_unknown(report)
    for failure in report.failures[:_MOST_MESSAGES]:
        typer.echo(f"set aside: {failure.message}", err=True)
    if (more := len(report.failures) - _MOST_MESSAGES) > 0:
        typer.echo(f"set aside: {more} more, see {out / 'quarantine.jsonl'}", err=True)
    if not report.rows:
        typer.echo(f"nothing to read; the results in {out} stay as they were", err=True)
    if summary or (sys.stdout.isatty() and not quiet):
        _print_summary(report)
    if report.failures:
        raise typer.Exit(_SET_ASIDE if report.records else _NOTHING_DONE)


def _tell_unknown(report: "RunReport") -> None:
    """Name the files that are of no kind that is read: nothing is lost silently."""
    for one in report.unknown[:_MOST_MESSAGES]:
        typer.echo(f"not read: {one.source}: of no kind that is read ({one.kind})", err=True)
    if (more := len(report.unknown) - _MOST_MESSAGES) > 0:
        typer.echo(f"not read: {more} more files, see report.json", err=True)


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar with the time left on the standard error, or nothing."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _unknown(report: "RunReport") -> dict[str, int]:
    return {"files of unknown kinds": len(report.unknown)} if report.unknown else {}


def _print_summary(report: "RunReport") -> None:
    """What was found, in one small table."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    def numbers(counts: dict[str, int]) -> str:
        return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"

    table = Table(box=SIMPLE_HEAD, show_header=False)
    table.add_row("documents", f"{report.documents:,}")
    table.add_row("records", f"{report.records:,}")
    table.add_row("copies", f"{report.copies:,}")
    table.add_row("set aside", f"{len(report.failures):,}")
    for name, count in report.found.items():
        table.add_row(name, f"{count:,}")
    table.add_row("organisations", f"{report.rows['organisations']:,} ({numbers(report.links)})")
    table.add_row("not read", numbers(report.unread | _unknown(report)))
    table.add_row("warnings", numbers(report.warnings))
    if report.model is not None:
        table.add_row("model", report.model)
    table.add_row("time", f"{report.seconds:.1f} s")
    console = Console()
    console.print(table)
    console.print(f"records, tables and report: {report.out}", soft_wrap=True, highlight=False)
