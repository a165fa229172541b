"""Nothing: where an account's letters go stands in notify's vault (decision 11), and the chain goes on."""

revision = "7a1b3c5d9e20"
down_revision = "5f59f44107c6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
