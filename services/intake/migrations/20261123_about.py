"""Questions about the person that compare with residents: they stand in the definition, so no table changes."""

revision = "59a1bd24c6e7"
down_revision = "48f0ac13b5d6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
