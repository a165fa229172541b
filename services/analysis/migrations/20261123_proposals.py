"""Proposals for bundling and for bridges."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f7b6d8e0a2c4"
down_revision = "f6a5c7d9e1b3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "state IN ('kept', 'discussed', 'decided', 'dismissed')", name=op.f("ck_proposal_state")
        ),
        sa.CheckConstraint("decision IN ('do', 'partly', 'not')", name=op.f("ck_proposal_decision")),
        sa.CheckConstraint(
            "(state IN ('decided', 'dismissed')) = (decided_at IS NOT NULL)", name=op.f("ck_proposal_decided")
        ),
        sa.CheckConstraint(
            "state <> 'decided' OR (decision IS NOT NULL AND reason <> '' AND owner <> '')",
            name=op.f("ck_proposal_why"),
        ),
        sa.CheckConstraint("num_nulls(decided_at, decided_by) IN (0, 2)", name=op.f("ck_proposal_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("slug", name=op.f("uq_proposal_slug")),
        schema="analysis",
    )
    op.create_index(op.f("ix_proposal_district_key"), "proposal", ["district", "key"], unique=True, schema="analysis")
