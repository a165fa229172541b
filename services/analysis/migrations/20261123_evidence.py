"""What findings need of a question, and how often was told what counts of a response."""

import sqlalchemy as sa
from alembic import op

revision = "d27b50f1a6c3"
down_revision = "c94a1e7730fb"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("question", "points", sa.Integer(), "5")
    _add("question", "core", sa.Boolean(), "false")
    _add("response", "revision", sa.Integer(), "0")
    _add("campaign", "told_at", sa.DateTime(timezone=True), "'epoch'")


def _add(table: str, name: str, kind: sa.types.TypeEngine, default: str) -> None:
    """Filled for the rows there are; from then on the program says what stands there."""
    column = sa.Column(name, kind, nullable=False, server_default=sa.text(default))
    op.add_column(table, column, schema="analysis")
    op.alter_column(table, name, server_default=None, schema="analysis")
