"""Channels in bulk: groups, dates, and how often each was opened."""

import sqlalchemy as sa
from alembic import op

revision = "26d8eaf1a394"
down_revision = "15c7d9e0f283"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
