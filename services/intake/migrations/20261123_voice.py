"""Responses corrected, remarked on and withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "15c7d9e0f283"
down_revision = "0a6be43d7c58"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
