"""Channels as they are now called, and for whom; dots of workshops."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f0b9e1c3d5a7"
down_revision = "e61f3a4b5c90"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("channel", "group_name", sa.Text(), "''")
    _add("channel", "told_at", sa.DateTime(timezone=True), "'epoch'")
    op.create_table(
        "tally",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("dots", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", "questionnaire_id", name=op.f("pk_tally")),
        schema="analysis",
    )
    op.create_index(op.f("ix_tally_campaign_id"), "tally", ["campaign_id"], unique=False, schema="analysis")


def _add(table: str, name: str, kind: sa.types.TypeEngine[object], value: str) -> None:
    """`value`: in SQL, for the rows that are there."""
    op.add_column(table, sa.Column(name, kind, server_default=sa.text(value), nullable=False), schema="analysis")
    op.alter_column(table, name, server_default=None, schema="analysis")
