"""Chores: what is done from time to time, and when it last was."""

import sqlalchemy as sa
from alembic import op

revision = "71d0b3a8c6e2"
down_revision = "5c801ea41d93"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chore",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chore")),
        schema="bus",
    )
