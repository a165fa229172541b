"""Concepts, sheets and reports, and their versions."""

revision = "f8c7e9a1b3d5"
down_revision = "f7b6d8e0a2c4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
