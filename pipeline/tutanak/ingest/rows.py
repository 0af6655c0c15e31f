"""One row of a table to one content: a text with what the other columns say of it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from tutanak.errors import InputError
from tutanak.ingest.columns import Columns
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.ids import Names
from tutanak.ingest.kinds import looks_like_markup
from tutanak.ingest.sidecar import Sidecar, iso_date
from tutanak.records import Failure

Row = Mapping[str, object]
_LONGEST_ID: Final = 80


def from_rows(
    rows: Iterable[tuple[int, Row]], columns: Columns, content: Content, reading: Reading
) -> Iterator[Content | Failure]:
    """The contents of rows; a row that cannot be read becomes a failure.

    They are named by their numbers, or by the column that the user names as `id`, which stays
    when rows come and go above. Ids of columns that are merely called so are not trusted that far.
    """
    names = Names()
    for number, row in rows:
        known = _text(row, columns.id) if "id" in reading.columns else None
        name = f"{content.source}#row={number}"
        if known is not None:
            name = names.settle(f"{content.source}#id={' '.join(known.split())}")
        try:
            yield _from_row(row, columns, replace(content, source=name), reading)
        except (InputError, ValueError) as error:
            message = str(error) if isinstance(error, InputError) else f"{name}: {error}"
            yield Failure(name, "ingest", "InputError", message)


def _from_row(row: Row, columns: Columns, content: Content, reading: Reading) -> Content:
    """The content of a row. `content` is the table under the name of the row."""
    text = _text(row, columns.text)
    if text is None:
        raise InputError(f"{content.source}: the column {columns.text!r} is empty")
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise InputError(f"{content.source}: the text holds half a character") from None
    about = Sidecar(
        publisher=_text(row, columns.publisher),
        published=_day(row, columns.published, reading),
        url=_text(row, columns.url),
        title=_text(row, columns.title),
    )
    key = _text(row, columns.id) or hashlib.sha256(data).hexdigest()[:12]
    return Content(
        source=content.source,
        id=f"{content.id}-{' '.join(key.split())[:_LONGEST_ID]}",
        data=data,
        about=about.over(content.about),
        published_from=f"column {columns.published}" if about.published else None,
        kind="html" if looks_like_markup(text) else "text",
        notices=content.notices,
        depth=content.depth + 1,
    )


def _text(row: Row, column: str | None) -> str | None:
    """The value of a column as text; None where there is nothing in it."""
    value = row.get(column) if column is not None else None
    if value is None or value != value:  # NaN is not equal to itself
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def _day(row: Row, column: str | None, reading: Reading) -> date | None:
    """The day in a column.

    Raises:
        ValueError: Something is there that is no day.
    """
    value = row.get(column) if column is not None else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = _text(row, column)
    if written is None:
        return None
    try:
        return iso_date(written)
    except ValueError:
        days = [day.start for day in reading.find_days(written) if day.start == day.end]
        if len(days) == 1:
            return days[0]
        raise ValueError(
            f"the column {column!r} holds {written[:40]!r}, which is no day; write YYYY-MM-DD"
        ) from None
