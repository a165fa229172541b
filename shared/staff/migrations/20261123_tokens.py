"""Tokens with which programs read."""

revision = "8b2c4d6eaf31"
down_revision = "7a1b3c5d9e20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
