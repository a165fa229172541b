"""Responses corrected and erased; selections of quotes."""

import sqlalchemy as sa
from alembic import op

revision = "e61f3a4b5c90"
down_revision = "d27b50f1a6c3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    heard = sa.Column("heard_revision", sa.Integer(), server_default=sa.text("1"), nullable=False)
    op.add_column("response", heard, schema="analysis")
    op.add_column("response", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True), schema="analysis")
    op.create_table(
        "selection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("response_count", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kind IN ('standard', 'topic', 'quotes')", name=op.f("ck_selection_kind")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["analysis.campaign.id"],
            name=op.f("fk_selection_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_selection")),
        schema="analysis",
    )
    op.create_index(op.f("ix_selection_campaign_id"), "selection", ["campaign_id"], unique=False, schema="analysis")
    op.create_table(
        "selection_response",
        sa.Column("selection_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_selection_response_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["selection_id"],
            ["analysis.selection.id"],
            name=op.f("fk_selection_response_selection_id_selection"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("selection_id", "response_id", name=op.f("pk_selection_response")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_selection_response_response_id"),
        "selection_response",
        ["response_id"],
        unique=False,
        schema="analysis",
    )
    op.create_table(
        "promise_settled",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.CheckConstraint("state IN ('kept', 'missed')", name=op.f("ck_promise_settled_state")),
        sa.PrimaryKeyConstraint("campaign_id", "promise_on", name=op.f("pk_promise_settled")),
        schema="analysis",
    )
