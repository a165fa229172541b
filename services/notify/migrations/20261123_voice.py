"""Responses withdrawn, and a count of guessed receipts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "4a8b0c3d9e62"
down_revision = "3f7a9b2c8d51"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journey", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True), schema="notify")
    # Unlogged: it is worth nothing after a few minutes, and nothing of it is to be found in a backup.
    op.create_table(
        "guess",
        sa.Column("bucket", postgresql.BYTEA(), nullable=False),
        sa.Column("span", sa.Integer(), nullable=False),
        sa.Column("failure_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "span", name=op.f("pk_guess")),
        schema="notify",
        prefixes=["UNLOGGED"],
    )
