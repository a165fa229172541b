"""The library of methods."""

import sqlalchemy as sa
from alembic import op

revision = "f6a5c7d9e1b3"
down_revision = "f5e4b6c8d0a2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_method",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("content", sa.dialects.postgresql.JSONB(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("edition > 0", name=op.f("ck_own_method_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_method")),
        schema="analysis",
    )
    index = op.f("ix_own_method_district_key")
    op.create_index(index, "own_method", ["district", "key"], unique=True, schema="analysis")
    op.create_table(
        "method_use",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["analysis.campaign.id"],
            name=op.f("fk_method_use_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_method_use")),
        schema="analysis",
    )
    op.create_index(
        "ix_method_use_standing",
        "method_use",
        ["campaign_id", "method"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("undone_at IS NULL"),
    )
