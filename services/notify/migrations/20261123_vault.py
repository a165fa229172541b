"""The vault: which key an address is under, what was consented to, what was forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "3f7a9b2c8d51"
down_revision = "2e5f8a1b6c47"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "contact", sa.Column("vault_key", sa.Text(), server_default="", nullable=False), schema="notify"
    )
    told = sa.Column("told_at", sa.DateTime(timezone=True), server_default=sa.text("'epoch'"), nullable=False)
    op.add_column("campaign", told, schema="notify")
    op.alter_column("campaign", "told_at", server_default=None, schema="notify")
    op.create_table(
        "consent_text",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("version", "language", name=op.f("pk_consent_text")),
        schema="notify",
    )
