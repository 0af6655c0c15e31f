"""`tutanak sync` and `tutanak watch`: what is new in the sources, once or again and again."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tutanak.cli.options import (
    AsJson,
    ModelName,
    NoModel,
    Registries,
    Verdicts,
    day,
    model_name,
    verdict_files,
)
from tutanak.extraction.model_choice import DEFAULT_MODEL

if TYPE_CHECKING:
    from tutanak.sync.options import Options
    from tutanak.sync.report import SyncReport
    from tutanak.sync.sources import Sources

DEFAULT_STORE: Final = "tutanak.db"
_NOTHING_DONE: Final = 1
_SET_ASIDE: Final = 3
_MOST_MESSAGES: Final = 20

SourcesFile = Annotated[
    Path, typer.Option("--sources", metavar="FILE", help="Where new releases come from.")
]
StoreUrl = Annotated[
    str | None,
    typer.Option(
        metavar="STORE",
        help="An SQLite file or a URL [default: `store` of the sources file, else tutanak.db].",
    ),
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that extract.")]
Wait = Annotated[
    float,
    typer.Option(min=0, metavar="SECONDS", help="How long to wait for another writer."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Only = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SOURCE]...", help="Only these sources [default: all enabled]."),
]


def sync(
    only: Only = None,
    sources: SourcesFile = Path("sources.toml"),
    store: StoreUrl = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on that day or earlier.")
    ] = None,
    backfill: Annotated[
        bool, typer.Option("--backfill", help="Follow feeds and listings to their oldest page.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Ask again for all that is in quarantine.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be asked for; leave no trace.")
    ] = False,
    workers: Workers = 1,
    wait: Wait = 0.0,
    registry: Registries = None,
    verdicts: Verdicts = None,
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Fetch what is new in the sources, extract, and keep the records in a store.

    Example: tutanak sync --sources sources.toml --store archive.db
    """
    first, last = day(since, "--since"), day(until, "--until")
    chosen = model_name(model, no_model)

    from tutanak.optional import extra

    with extra("sync"):
        from tutanak.sync.options import Options
        from tutanak.sync.sources import read_sources

    asked = Options(first, last, backfill, retry, dry_run, tuple(only or ()))
    read = read_sources(sources)
    report = _round(read, store, asked, workers, wait, registry, verdicts, chosen)
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    elif not quiet:
        for line in _lines(report):
            typer.echo(line)
    _complain(report)
    if code := _exit_code(report):
        raise typer.Exit(code)


def watch(
    every: Annotated[
        str, typer.Option(metavar="LENGTH", help="From round to round: 30s, 15m, 1h, 1d.")
    ],
    only: Only = None,
    sources: SourcesFile = Path("sources.toml"),
    store: StoreUrl = None,
    rounds: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop after so many.")
    ] = None,
    workers: Workers = 1,
    wait: Wait = 0.0,
    registry: Registries = None,
    verdicts: Verdicts = None,
    model: ModelName = DEFAULT_MODEL,
    no_model: NoModel = False,
    quiet: Quiet = False,
) -> None:
    """Do `tutanak sync` now and then every so often; sources.toml is read anew each time.

    Example: tutanak watch --every 1h
    """
    chosen = model_name(model, no_model)

    from tutanak.optional import extra

    with extra("sync"):
        from tutanak.sync.duration import from_written
        from tutanak.sync.options import Options
        from tutanak.sync.sources import read_sources
        from tutanak.sync.watching import watch as watch_rounds
    try:
        length = from_written(every)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--every") from None
    read_sources(sources)  # a broken file is said now, not in the log of the first round

    def one_round() -> None:
        read = read_sources(sources)
        asked = Options(only=tuple(only or ()))
        report = _round(read, store, asked, workers, wait, registry, verdicts, chosen)
        if not quiet:
            for line in _lines(report):
                typer.echo(line)
        _complain(report)
        sys.stdout.flush()

    def failed(error: BaseException) -> None:
        typer.echo(f"error: {error}", err=True)

    _stop_on_signals()
    watch_rounds(one_round, every=length, rounds=rounds, failed=failed)


def _stop_on_signals() -> None:
    """What is under way ends like a round that is killed; the next one continues it."""
    import signal

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _round(
    sources: "Sources",
    store: str | None,
    options: "Options",
    workers: int,
    wait: float,
    registry: list[Path] | None,
    verdicts: list[Path] | None,
    model: str,
) -> "SyncReport":
    from tutanak.optional import extra

    with extra("sync"):
        from tutanak.sync.rounds import synchronise

    return synchronise(
        sources,
        store=store or sources.store or DEFAULT_STORE,
        options=options,
        workers=workers,
        wait=wait,
        registry=registry or (),
        verdicts=verdict_files(verdicts),
        model=model,
    )


def _lines(report: "SyncReport") -> Iterator[str]:
    """A line a source; in a dry run also what would be asked for."""
    for source in report.sources:
        told = [f"{count:,} {name}" for name, count in source.counts.items() if count]
        told += [f"{count:,} {name}" for name, count in source.left.items() if count]
        state = "cannot be read" if source.error else ", ".join(told) or "nothing new listed"
        quiet = f"; nothing new for {source.quiet:.0f} days" if source.quiet is not None else ""
        yield f"{source.name}: {state}{quiet}"
        if report.dry_run:
            yield from (f"  {item.outcome}  {item.source}" for item in source.items)


def _complain(report: "SyncReport") -> None:
    """What went wrong, on the standard error."""
    for source in report.sources:
        if source.error is not None:
            typer.echo(f"error: {source.name}: {source.error}", err=True)
        failed = [item for item in source.items if item.outcome == "failed"]
        for item in failed[:_MOST_MESSAGES]:
            typer.echo(f"set aside: {item.message}", err=True)
        if (more := source.counts["failed"] - min(len(failed), _MOST_MESSAGES)) > 0:
            typer.echo(f"set aside: {more:,} more of {source.name}", err=True)
    for hook in report.hooks:
        typer.echo(f"not told: {hook}", err=True)


def _exit_code(report: "SyncReport") -> int:
    if report.sources and len(report.errors) == len(report.sources):
        return _NOTHING_DONE
    return _SET_ASIDE if report.errors or report.count("failed") else 0
