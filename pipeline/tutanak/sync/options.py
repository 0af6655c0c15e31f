"""What a round is asked to do."""

from dataclasses import dataclass
from datetime import date

from tutanak.errors import OptionError


@dataclass(frozen=True, slots=True)
class Options:
    """`since` and `until` are days of publication, both inclusive.

    `backfill` follows lists to their oldest page and asks for lists that have not changed;
    `retry` asks again for all that is in quarantine.
    """

    since: date | None = None
    until: date | None = None
    backfill: bool = False
    retry: bool = False
    dry_run: bool = False
    only: tuple[str, ...] = ()

    def wants(self, published: date | None) -> bool:
        """Whether a day lies between `since` and `until`; an unknown day does."""
        if published is None:
            return True
        return (self.since is None or self.since <= published) and (
            self.until is None or published <= self.until
        )

    @property
    def partial(self) -> bool:
        """Whether this round may leave out what is new."""
        return self.since is not None or self.until is not None

    def check(self) -> None:
        """Refuse what makes no sense.

        Raises:
            OptionError: `until` lies before `since`.
        """
        if self.since and self.until and self.until < self.since:
            raise OptionError(f"until ({self.until}) lies before since ({self.since})")
