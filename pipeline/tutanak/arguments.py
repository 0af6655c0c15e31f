"""Checks of what callers give to the public functions: a wrong type is told in our own words."""

import os
from collections.abc import Iterable
from pathlib import Path

from tutanak.errors import OptionError

PathLike = str | os.PathLike[str]
_LONGEST = 40


def a_text(value: object, name: str) -> str:
    """A string. Raises OptionError where `value` is something else."""
    if isinstance(value, str):
        return value
    hint = "give a string"
    if isinstance(value, bytes | bytearray):
        hint = "decode the bytes first, or give the file to `tutanak.run`"
    elif isinstance(value, os.PathLike):
        hint = "give the text of the file, or the file to `tutanak.run`"
    raise OptionError(f"{name} is {_shown(value)}; {hint}")


def a_text_or_none(value: object, name: str) -> str | None:
    """A string or None. Raises OptionError where `value` is something else."""
    return None if value is None else a_text(value, name)


def a_number(value: object, name: str, *, least: int) -> int:
    """A whole number. Raises OptionError where `value` is below `least` or something else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise OptionError(f"{name} is {_shown(value)}; give a whole number")
    if value < least:
        raise OptionError(f"{name} is {value}; it must be {least} or more")
    return value


def a_path(value: object, name: str) -> Path:
    """A path. Raises OptionError where `value` is none."""
    if isinstance(value, str | os.PathLike):
        return Path(value)
    raise OptionError(f"{name} is {_shown(value)}; give a path")


def paths(value: object, name: str) -> tuple[PathLike, ...]:
    """One path or several, as given. Raises OptionError where one of them is none."""
    if isinstance(value, str | os.PathLike):
        return (value,)
    if not isinstance(value, Iterable) or isinstance(value, bytes | bytearray):
        raise OptionError(f"{name} is {_shown(value)}; give a path or several")
    several = tuple(value)
    for one in several:
        a_path(one, name)
    return several


def _shown(value: object) -> str:
    shown = repr(value)
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]}…"
    return shown if value is None else f"{shown} ({type(value).__name__})"
