"""Passes, paper entered by staff, and what is held for a person."""

import sqlalchemy as sa
from alembic import op

revision = "37e9fb02b4a5"
down_revision = "26d8eaf1a394"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
