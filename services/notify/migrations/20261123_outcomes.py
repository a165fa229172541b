"""Outcomes: what was decided, and whose voice is in it; promises kept and missed."""

import sqlalchemy as sa
from alembic import op

revision = "1c9d4e70ab35"
down_revision = "04cae68cf8d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
