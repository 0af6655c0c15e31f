"""Extraction to Record: which mentions are one body, and which body of the registry that is."""

from datetime import date
from typing import TYPE_CHECKING

from tutanak.errors import OptionError

if TYPE_CHECKING:
    from tutanak.records import Link

__all__ = ["link"]


def link(name: str, *, on: str | date | None = None) -> "Link":
    """What a name means in the packaged registry.

    Args:
        name: A body's name as a text has it: case, abbreviations and small slips do not matter.
        on: The day of the text (ISO if a string): the body is the one of that day.

    Returns:
        A link; its `id` is None where nothing is certain.

    Raises:
        OptionError: `on` is no date.
    """
    from tutanak.normalise.registry import Registry

    if isinstance(on, str):
        try:
            on = date.fromisoformat(on)
        except ValueError:
            raise OptionError(f"on: {on!r} is not YYYY-MM-DD") from None
    return Registry.load().link(name, on=on)
