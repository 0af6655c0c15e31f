"""`tutanak registry check|export|import`: registry files in and out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tutanak.cli.options import Registries, Verdicts, verdict_files

_BROKEN = 1


class Format(StrEnum):
    """What a registry can be written as."""

    csv = "csv"
    ftm = "ftm"


def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Tables of bodies (CSV, FtM JSON) or verdicts."),
    ],
) -> None:
    """Say all that is wrong with registry files, with file, row and field.

    Files given together are one registry: a body of one may be the parent of one in another.

    Example: tutanak registry check own.csv verdicts.csv
    """
    from tutanak.errors import ResourceError
    from tutanak.normalise.check import check as problems_in
    from tutanak.normalise.check import check_verdicts, is_verdicts
    from tutanak.normalise.registry import Registry

    verdicts = [path for path in files if is_verdicts(path)]
    own = [path for path in files if path not in verdicts]
    problems = list(problems_in(own))
    if verdicts and not problems:
        registry = Registry.load(own)
        problems = [p for path in verdicts for p in check_verdicts(path, registry.has)]
    if not problems:
        try:
            Registry.load(own, verdicts=verdicts)
        except ResourceError as error:
            problems = [str(error)]
    for problem in problems:
        typer.echo(f"error: {problem}", err=True)
    if problems:
        raise typer.Exit(_BROKEN)
    typer.echo(f"{', '.join(map(str, files))}: nothing wrong")


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; replaced if there.")],
    to: Annotated[Format, typer.Option(help="A table, or FollowTheMoney JSON lines.")],
    composed: Annotated[
        bool, typer.Option("--composed", help="Also what every place has: 30,000 bodies more.")
    ] = False,
    registry: Registries = None,
    verdicts: Verdicts = None,
) -> None:
    """Write the registry, your own bodies and aliases included.

    Example: tutanak registry export bodies.csv --to csv
    """
    from tutanak.normalise.export import write_csv, write_ftm
    from tutanak.normalise.own import load, own_files

    own = own_files(registry or (), verdict_files(verdicts))
    write = write_csv if to is Format.csv else write_ftm
    count = write(load(own), file, composed=composed)
    typer.echo(f"{file}: {count:,} bodies")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, or FtM JSON lines.")],
    into: Annotated[
        Path, typer.Option(metavar="FILE", help="Your own table, for --registry; made if missing.")
    ],
) -> None:
    """Add the bodies of a file to a table of your own; those known already stay as they are.

    Example: tutanak registry import entities.ftm.json --into own.csv
    """
    from tutanak.normalise.export import import_file

    done = import_file(file, into)
    typer.echo(f"{into}: {done.added:,} bodies added, {done.known:,} known already")
