"""Proposals for bundling and for bridges."""

revision = "f7b6d8e0a2c4"
down_revision = "f6a5c7d9e1b3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
