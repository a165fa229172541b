"""The participation concept that a district adopted, and why a campaign does otherwise."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "6ab2ce35d7f8"
down_revision = "59a1bd24c6e7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "concept",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("rules", JSONB(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("district", name=op.f("pk_concept")),
        schema="intake",
    )
    overruled = sa.Column("overruled", JSONB(), server_default=sa.text("'{}'"), nullable=False)
    op.add_column("campaign", overruled, schema="intake")
