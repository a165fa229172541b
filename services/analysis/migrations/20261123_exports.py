"""Exports made by workers, and open data."""

revision = "f4d3a5b7c9e1"
down_revision = "f3c2e4a6b8d0"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
