"""Inherited parts that a district let go, and took back."""

import sqlalchemy as sa
from alembic import op

revision = "fc2a3e4f5d6b"
down_revision = "fb1f2d3e4c5a"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "let_go",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("let_go_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("let_go_by", sa.Text(), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("back_by", sa.Text(), nullable=True),
        sa.CheckConstraint("part IN ('rules', 'standard')", name=op.f("ck_let_go_part")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_let_go_reason")),
        sa.CheckConstraint("num_nulls(back_at, back_by) IN (0, 2)", name=op.f("ck_let_go_back")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_let_go")),
        schema="analysis",
    )
    op.create_index(
        "ix_let_go_standing",
        "let_go",
        ["district", "part", "key"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("back_at IS NULL"),
    )
