"""Print kits as orders with progress."""

revision = "48f0ac13b5d6"
down_revision = "37e9fb02b4a5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
