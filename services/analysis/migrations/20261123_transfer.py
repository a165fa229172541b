"""Packages from and for other districts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "f9d8a0b2c4e6"
down_revision = "f8c7e9a1b3d5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brought_package",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("content", JSONB(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("brought_by", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(origin) = 64", name=op.f("ck_brought_package_origin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought_package")),
        schema="analysis",
    )
    columns = ["district", "taken_at"]
    op.create_index(op.f("ix_brought_package_district_taken_at"), "brought_package", columns, schema="analysis")
    op.create_index(
        "ix_brought_package_waiting",
        "brought_package",
        ["district"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("taken_at IS NULL"),
    )
