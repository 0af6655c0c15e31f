"""`tutanak status`: how the sources fare."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from tutanak.cli.options import AsJson
from tutanak.cli.sync import DEFAULT_STORE, SourcesFile, StoreUrl

if TYPE_CHECKING:
    from tutanak.sync.status import Status

_WIDTH: Final = 120


def command(
    sources: SourcesFile = Path("sources.toml"), store: StoreUrl = None, as_json: AsJson = False
) -> None:
    """Show for each source when it was last read, what came, what failed, whether it is quiet.

    Example: tutanak status --store archive.db --json
    """
    from tutanak.optional import extra
    from tutanak.store import now

    with extra("sync"):
        from tutanak.sync.nothing import look
        from tutanak.sync.sources import read_sources
        from tutanak.sync.status import statuses

    read = read_sources(sources)
    with look(store or read.store or DEFAULT_STORE) as kept:
        found = statuses(read, kept, now=now())
    if as_json:
        typer.echo(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
        return
    _print(found)


def _plain(status: "Status") -> dict[str, object]:
    from dataclasses import asdict

    return {
        name: value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
        for name, value in asdict(status).items()
    }


def _print(found: "list[Status]") -> None:
    """One row a source; errors below."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, caption="times in UTC", caption_justify="left", padding=(0, 1))
    for name in ("source", "state", "last success", "last new"):
        table.add_column(name, no_wrap=True)
    for name in ("new", "changed", "failed", "aside"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in found:
        table.add_row(
            one.name,
            one.health if one.quiet_days is None else f"{one.health} ({one.quiet_days:.0f} days)",
            _moment(one.last_success),
            _moment(one.last_new),
            *(f"{count:,}" for count in (one.new, one.changed, one.failed, one.quarantined)),
        )
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    console.print(table)
    for one in found:
        if one.error is not None:
            times = f" ({one.failures_in_a_row} times)" if one.failures_in_a_row > 1 else ""
            console.print(f"{one.name}: {one.error}{times}", soft_wrap=True, highlight=False)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment is not None else "-"
