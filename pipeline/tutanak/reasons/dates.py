"""The other readings of a day whose year the text does not say."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tutanak.reasons.rules import meanings, parts
from tutanak.records import DateOut, Refusal

_OTHERS: Final = (-1, 1)


def other_years(value: DateOut) -> Iterator[Refusal]:
    """The same day a year earlier and later, where a rule chose the year; none where it stands."""
    settled = [name for section, name in parts("dates", value.why.rule) if section == "years"]
    if not settled:
        return
    because = meanings("years").get(settled[0], settled[0])
    for shift in _OTHERS:
        start, end = _moved(value.start, shift), _moved(value.end, shift)
        if start is not None and end is not None:
            reading = str(start) if start == end else f"{start} to {end}"
            yield Refusal("dates", value.span, reading, f"another year; chosen by: {because}")


def _moved(day: date, shift: int) -> date | None:
    try:
        return day.replace(year=day.year + shift)
    except ValueError:  # 29 February
        return None
