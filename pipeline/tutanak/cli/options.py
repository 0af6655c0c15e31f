"""Options and checks that several commands share."""

from datetime import date
from typing import Annotated

import typer

Publisher = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who issued the texts, where no sidecar says so."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes", min=1, metavar="N", help="Longest file that is read [default: 10 MB]."
    ),
]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When the text was published.")]


def day(value: str | None, option: str) -> date | None:
    """An option's value as a day.

    Raises:
        typer.BadParameter: It is not written as YYYY-MM-DD.
    """
    if value is None:
        return None
    from tutanak.ingest.sidecar import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
