"""The vault: which key an address is under, what was consented to, what was forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "3f7a9b2c8d51"
down_revision = "2e5f8a1b6c47"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
