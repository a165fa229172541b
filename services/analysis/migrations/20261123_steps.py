"""Steps of figures: people are shown in fives, and what was shown before is known."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "fa0e1c2d3b4f"
down_revision = "f9d8a0b2c4e6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _hold()
    _add("figure_entry", "seen", sa.Boolean(), "false")
    _add("figure_state", "opened", postgresql.JSONB(), "'{}'")
    _add("figure_state", "said_count", sa.BigInteger(), "0")
    op.create_table(
        "figure_step",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", postgresql.BYTEA(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "number", "said", name=op.f("pk_figure_step")),
        schema="analysis",
    )
    op.create_table(
        "figure_look",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("shown", postgresql.BYTEA(), nullable=False),
        sa.Column("said_count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "side", "shown", name=op.f("pk_figure_look")),
        schema="analysis",
    )
    # Numbers given until now are not in fives: everybody gets a new one.
    op.execute("DELETE FROM analysis.figure")
    op.execute("DELETE FROM analysis.figure_entry")
    # Files of single responses know people by number. They live for a week and can be asked for again.
    op.execute("DELETE FROM analysis.export")
    op.execute("UPDATE analysis.figure_state SET next_number = 0, revision = revision + 1")
    op.execute(
        "INSERT INTO analysis.figure_due (campaign_id, response_id) SELECT campaign_id, id FROM analysis.response"
    )


def _hold() -> None:
    """What waits for more keeps nothing else waiting."""
    _add("figure_due", "held", sa.Boolean(), "false")
    op.drop_index(op.f("ix_figure_due_campaign_id_id"), "figure_due", schema="analysis")
    op.create_index(
        op.f("ix_figure_due_held_campaign_id_id"), "figure_due", ["held", "campaign_id", "id"], schema="analysis"
    )


def _add(table: str, name: str, kind: Any, default: str) -> None:
    column: sa.Column[Any] = sa.Column(name, kind, server_default=sa.text(default), nullable=False)
    op.add_column(table, column, schema="analysis")
