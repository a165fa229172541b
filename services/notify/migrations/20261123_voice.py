"""Remarks and withdrawals behind a receipt."""

import sqlalchemy as sa
from alembic import op

revision = "4a8b0c3d9e62"
down_revision = "3f7a9b2c8d51"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
