"""Responses corrected and erased; selections of quotes."""

import sqlalchemy as sa
from alembic import op

revision = "e61f3a4b5c90"
down_revision = "d27b50f1a6c3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
