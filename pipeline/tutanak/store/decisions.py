"""People's decisions about names, in the order in which they were given (normalise/verdicts.py)."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from tutanak.normalise.verdicts import Placed, Verdict, checked
from tutanak.store.schema import verdicts
from tutanak.store.values import Decision


def decisions(connection: sa.Connection) -> list[Decision]:
    """All decisions, the oldest first: a later one outranks an earlier one on the same name."""
    return [
        Decision(
            row.number, Verdict(row.verdict, row.name, row.id, row.into, row.note), row.decided
        )
        for row in connection.execute(sa.select(verdicts).order_by(verdicts.c.number))
    ]


def placed(found: Sequence[Decision]) -> list[Placed]:
    """Decisions with where they stand, as a registry takes them."""
    return [(f"the store's verdict {one.number}", one.verdict) for one in found]


def decide(
    connection: sa.Connection, verdict: Verdict, exists: Callable[[str], bool], *, now: datetime
) -> int:
    """Add a decision, if all of them together would still be good. Returns its number.

    Raises:
        ResourceError: It is broken, its id unknown, or merges would come back.
    """
    whole = checked(verdict, placed(decisions(connection)), exists)
    row = asdict(whole) | {"decided": now}
    number = connection.scalar(verdicts.insert().values(row).returning(verdicts.c.number))
    assert isinstance(number, int)
    return number


def take_back(connection: sa.Connection, number: int) -> bool:
    """Delete a decision; False where there is none of this number."""
    return connection.execute(verdicts.delete().where(verdicts.c.number == number)).rowcount > 0
