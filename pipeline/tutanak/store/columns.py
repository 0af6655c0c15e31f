"""Types of columns that behave the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

# Sorted by bytes on both, so that the order of rows does not depend on the server's language.
TEXT: Final = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NUMBER: Final[sa.Double[float]] = sa.Double()
FLAG: Final = sa.Boolean()
DAY: Final = sa.Date()
BYTES: Final = sa.LargeBinary()


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC: with its zone in Python, `timestamptz` in PostgreSQL, text in SQLite."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database: SQLite keeps no zone, so it is left out there."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database: UTC, whatever zone the session has."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


MOMENT: Final = Moment()
