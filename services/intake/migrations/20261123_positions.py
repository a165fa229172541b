"""Where channels are, so that they stand on a map."""

import sqlalchemy as sa
from alembic import op

revision = "7bc3df46e809"
down_revision = "6ab2ce35d7f8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("latitude", "longitude"):
        op.add_column("channel", sa.Column(name, sa.Float()), schema="intake")
    op.create_check_constraint(
        op.f("ck_channel_position"), "channel", "(latitude IS NULL) = (longitude IS NULL)", schema="intake"
    )
