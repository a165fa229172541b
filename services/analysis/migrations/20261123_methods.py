"""The library of methods."""

revision = "f6a5c7d9e1b3"
down_revision = "f5e4b6c8d0a2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
