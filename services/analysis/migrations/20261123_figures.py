"""Figures: who gave which answer, kept as responses arrive."""

revision = "f1a0c2d4e6b8"
down_revision = "e61f3a4b5c90"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
