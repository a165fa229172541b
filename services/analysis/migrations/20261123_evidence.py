"""What the responsible department answered, and facts of the system, for the findings."""

import sqlalchemy as sa
from alembic import op

revision = "d27b50f1a6c3"
down_revision = "c94a1e7730fb"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
