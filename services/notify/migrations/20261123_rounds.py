"""What was missing on the way to people: addresses of staff; responses not counted; places where codes hang."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "6cad2e5f1084"
down_revision = "5b9c1d4e0f73"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journey", sa.Column("excluded_reason", sa.Text(), nullable=True), schema="notify")
    op.add_column(
        "journey", sa.Column("exclusion_told_at", sa.DateTime(timezone=True), nullable=True), schema="notify"
    )
    op.create_table(
        "place",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name=op.f("pk_place")),
        schema="notify",
    )
    op.create_index(op.f("ix_place_campaign_id"), "place", ["campaign_id"], unique=False, schema="notify")
    op.create_table(
        "staff_address",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("address", postgresql.BYTEA(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted", postgresql.BYTEA(), nullable=True),
        sa.Column("vault_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day_count", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("(address IS NULL) = (confirmed_at IS NULL)", name=op.f("ck_staff_address_confirmed")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_staff_address")),
        schema="notify",
    )
