"""The inventory of a district."""

revision = "f5e4b6c8d0a2"
down_revision = "f4d3a5b7c9e1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
