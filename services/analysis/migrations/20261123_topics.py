"""Topics of passages, and themes that people name."""

import sqlalchemy as sa
from alembic import op

revision = "b81f02c65d7e"
down_revision = "5a0e7c41d9b2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
