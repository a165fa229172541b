"""Campaigns that staff draft, publish, close, reopen and archive."""

import sqlalchemy as sa
from alembic import op

revision = "e3106fa94b28"
down_revision = "72b7326c09e5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
