"""Trainings from reviews, and which tagger is switched on."""

import sqlalchemy as sa
from alembic import op

revision = "c94a1e7730fb"
down_revision = "b81f02c65d7e"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
