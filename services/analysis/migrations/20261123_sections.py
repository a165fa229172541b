"""Sections of papers: people add their own, move, hide and restore them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "fb1f2d3e4c5a"
down_revision = "fa0e1c2d3b4f"
branch_labels = None
depends_on = None


def upgrade() -> None:
    layout = sa.Column("layout", JSONB(), server_default=sa.text("'{}'"), nullable=False)
    op.add_column("paper", layout, schema="analysis")
