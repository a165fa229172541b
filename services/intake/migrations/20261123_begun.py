"""Responses begun and saved under a code, to be resumed."""

import sqlalchemy as sa
from alembic import op

revision = "f47c8d20e195"
down_revision = "e3106fa94b28"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
