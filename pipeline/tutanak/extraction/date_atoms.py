"""What the scanners of dates hand on: days of one month as written, not yet resolved."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["days", "month"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day, or a run such as `9-11`, and where it stands in the text."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Atom:
    """Days of one month. `[start, end)` excludes the case ending, `[start, stop)` includes it.

    `year` is None where none stands beside it. `first_month` differs from `month` only for
    `Mart-Nisan 2021`. `ending` is the case ending without apostrophe. `weekday` is 0 (Monday) to 6.
    """

    start: int
    end: int
    stop: int
    kind: Kind
    days: tuple[Day, ...]
    month: int
    year: int | None
    rule: str
    ending: str = ""
    weekday: int | None = None
    first_month: int | None = None

    @property
    def ablative(self) -> bool:
        """Whether it opens a `...den ...e kadar`."""
        return self.ending.endswith(("dan", "den", "tan", "ten"))

    @property
    def dative(self) -> bool:
        """Whether it closes a `...den ...e kadar`."""
        return self.ending in ("a", "e", "ya", "ye", "na", "ne")
