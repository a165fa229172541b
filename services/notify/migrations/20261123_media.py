"""Media: how and when a person wants to hear, what came back, letters on paper."""

import sqlalchemy as sa
from alembic import op

revision = "2e5f8a1b6c47"
down_revision = "1c9d4e70ab35"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
