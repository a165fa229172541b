"""What was missing on the way to people."""

revision = "6cad2e5f1084"
down_revision = "5b9c1d4e0f73"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
