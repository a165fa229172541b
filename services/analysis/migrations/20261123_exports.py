"""Exports made by workers, and open data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f4d3a5b7c9e1"
down_revision = "f3c2e4a6b8d0"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("texts", sa.Boolean(), nullable=False),
        sa.Column("labels", sa.Boolean(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("claim", sa.Uuid(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("plan", postgresql.BYTEA(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('running', 'finished', 'failed', 'cancelled')", name=op.f("ck_export_state")),
        sa.CheckConstraint("format IN ('csv', 'xlsx', 'ods', 'jsonl', 'spss')", name=op.f("ck_export_format")),
        sa.CheckConstraint("0 <= done AND done <= total", name=op.f("ck_export_done")),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name=op.f("ck_export_ended")),
        sa.CheckConstraint("(state = 'finished') = (size IS NOT NULL)", name=op.f("ck_export_size")),
        sa.CheckConstraint("purpose <> ''", name=op.f("ck_export_purpose")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["analysis.campaign.id"], name=op.f("fk_export_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        schema="analysis",
    )
    op.create_index(op.f("ix_export_campaign_id"), "export", ["campaign_id"], unique=False, schema="analysis")
    op.create_index(op.f("ix_export_requested_at"), "export", ["requested_at"], unique=False, schema="analysis")
    op.create_table(
        "export_part",
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", postgresql.BYTEA(), nullable=False),
        sa.CheckConstraint("stage IN ('rows', 'file')", name=op.f("ck_export_part_stage")),
        sa.ForeignKeyConstraint(
            ["export_id"], ["analysis.export.id"], name=op.f("fk_export_part_export_id_export"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("export_id", "stage", "number", name=op.f("pk_export_part")),
        schema="analysis",
    )
    op.create_table(
        "open_data",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["analysis.campaign.id"],
            name=op.f("fk_open_data_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_open_data")),
        schema="analysis",
    )
    op.create_table(
        "token_use",
        sa.Column("token_id", sa.Uuid(), nullable=False),
        sa.Column("minute", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("use_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("token_id", "minute", name=op.f("pk_token_use")),
        schema="analysis",
    )
    op.create_index(op.f("ix_token_use_minute"), "token_use", ["minute"], unique=False, schema="analysis")
