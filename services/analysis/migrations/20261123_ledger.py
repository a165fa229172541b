"""The chain that makes the ledger provable."""

revision = "f3c2e4a6b8d0"
down_revision = "f2b1d3e5a7c9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
