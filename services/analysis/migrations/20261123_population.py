"""Residents by district part and group, against whom respondents are held."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f2b1d3e5a7c9"
down_revision = "f1a0c2d4e6b8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    about = sa.Column("about", sa.Text(), nullable=False, server_default=sa.text("''"))
    op.add_column("question", about, schema="analysis")
    op.create_table(
        "population",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("residents", postgresql.JSONB(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.CheckConstraint("num_nulls(taken_at, taken_by) IN (0, 2)", name=op.f("ck_population_taken")),
        sa.CheckConstraint(
            "num_nulls(undone_at, undone_by) IN (0, 2) AND (undone_at IS NULL OR taken_at IS NOT NULL)",
            name=op.f("ck_population_undone"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_population")),
        schema="analysis",
    )
    op.create_index(op.f("ix_population_district_taken_at"), "population", ["district", "taken_at"], schema="analysis")
