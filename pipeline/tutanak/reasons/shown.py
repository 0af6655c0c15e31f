"""A value of a record in a line."""

from datetime import date

from tutanak.records import CountOut, DateOut, InstitutionOut, MeetingOut, PersonOut

Value = DateOut | InstitutionOut | PersonOut | CountOut | MeetingOut
_UNIT = {"person": "people", "institution": "bodies"}
_QUALIFIER = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "range": "",
}


def shown(value: Value) -> str:
    """What a value says."""
    match value:
        case DateOut():
            return f"{_days(value.start, value.end)}, {value.role} ({value.granularity})"
        case InstitutionOut():
            known = value.canonical_name if value.canonical_name != value.name else None
            return value.name + (f" = {known}" if known else "")
        case PersonOut():
            return ", ".join(part for part in (value.name, value.role, value.institution) if part)
        case CountOut():
            number = "-".join(
                f"{n:,}" for n in dict.fromkeys((value.low, value.high)) if n is not None
            )
            mode = f", {value.mode}" if value.mode else ""
            return f"{_QUALIFIER[value.qualifier]}{number} {_UNIT[value.unit]}{mode}"
        case MeetingOut():
            what = f"{value.ordinal}. {value.type}" if value.ordinal else value.type
            days = _days(value.start, value.end) if value.start and value.end else None
            title = f"“{value.title}”" if value.title else None
            status = value.status if value.status != "held" else None
            rest = (title, days, value.place, value.format, status)
            return ", ".join([what, *(part for part in rest if part)])


def words_of(value: Value, text: str) -> str:
    """The words of the text that a value stands for."""
    start, end = spans_of(value)[0]
    return text[start:end]


def spans_of(value: Value) -> tuple[tuple[int, int], ...]:
    """The places of a value in the text, the first one first."""
    if isinstance(value, InstitutionOut | PersonOut):
        return tuple(value.mentions)
    return (value.span,)


def _days(start: date, end: date) -> str:
    return str(start) if start == end else f"{start} to {end}"
