"""Reports of barriers."""

import sqlalchemy as sa
from alembic import op

revision = "0a6be43d7c58"
down_revision = "f47c8d20e195"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
