"""Where channels are, so that they stand on a map."""

import sqlalchemy as sa
from alembic import op

revision = "fd3b4f5a6e7c"
down_revision = "fc2a3e4f5d6b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("latitude", "longitude"):
        op.add_column("channel", sa.Column(name, sa.Float()), schema="analysis")
