"""Signatures of texts, so that finding the copies of a new one does not read all others."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from tutanak.store.columns import BYTES, TEXT

revision: Final = "0002"
down_revision: Final = "0001"


def upgrade() -> None:
    """Make the table; the next run fills it."""
    op.create_table(
        "signatures",
        sa.Column("document_id", TEXT, nullable=False),
        sa.Column("record_sha256", TEXT, nullable=False),
        sa.Column("digest", TEXT),
        sa.Column("minhash", BYTES),
        sa.Column("compared", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("document_id"),
        sa.ForeignKeyConstraint(["document_id"], ["identities.document_id"]),
    )
