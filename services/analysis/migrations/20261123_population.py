"""Residents by district part and group, against whom respondents are held."""

revision = "f2b1d3e5a7c9"
down_revision = "f1a0c2d4e6b8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
