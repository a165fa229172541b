"""Packages from and for other districts."""

revision = "f9d8a0b2c4e6"
down_revision = "f8c7e9a1b3d5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
