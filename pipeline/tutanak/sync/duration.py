"""Lengths of time as people write them: `30s`, `15m`, `6h`, `7d`, `2w`."""

import re
from datetime import timedelta
from typing import Final

_UNITS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_WRITTEN: Final = re.compile(r"(?:\d+(?:\.\d+)?[smhdw])+", re.ASCII)
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)([smhdw])", re.ASCII)
_LONGEST: Final = timedelta(days=36500)


def from_written(value: str) -> timedelta:
    """A length of time; parts add up (`1h30m`).

    Raises:
        ValueError: It is not written so, or longer than a century.
    """
    text = value.strip()
    if _WRITTEN.fullmatch(text) is None:
        raise ValueError(f"{value!r} is no length of time such as '30s', '15m', '6h' or '7d'")
    seconds = sum(float(number) * _UNITS[unit] for number, unit in _PART.findall(text))
    if seconds > _LONGEST.total_seconds():
        raise ValueError(f"{value!r} is longer than a century")
    return timedelta(seconds=seconds)


def to_written(value: timedelta) -> str:
    """The largest unit that says it, for messages: `3 d`, `5 h`."""
    seconds = value.total_seconds()
    for unit in ("d", "h", "m"):
        if seconds >= _UNITS[unit]:
            return f"{seconds / _UNITS[unit]:.0f} {unit}"
    return f"{seconds:.0f} s"
