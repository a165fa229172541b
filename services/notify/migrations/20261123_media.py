"""Media: how and when a person wants to hear, what came back, letters on paper."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2e5f8a1b6c47"
down_revision = "1c9d4e70ab35"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("contact", sa.Column("provider_digest", postgresql.BYTEA(), nullable=True), schema="notify")
    op.add_column(
        "contact", sa.Column("soft_bounce_count", sa.Integer(), server_default="0", nullable=False), schema="notify"
    )
    op.add_column("subscription", sa.Column("pace", sa.Text(), server_default="at_once", nullable=False), schema="notify")
    op.add_column("subscription", sa.Column("quiet_start", sa.Integer(), nullable=True), schema="notify")
    op.add_column("subscription", sa.Column("quiet_end", sa.Integer(), nullable=True), schema="notify")
    op.create_check_constraint(
        op.f("ck_subscription_pace"), "subscription", "pace IN ('at_once', 'weekly')", schema="notify"
    )
    op.create_check_constraint(
        op.f("ck_subscription_quiet"), "subscription", "num_nulls(quiet_start, quiet_end) IN (0, 2)", schema="notify"
    )
    op.add_column("notification", sa.Column("due_at", AT, nullable=True), schema="notify")
    op.add_column(
        "notification", sa.Column("attempt_count", sa.Integer(), server_default="0", nullable=False), schema="notify"
    )
    op.add_column("notification", sa.Column("digest_id", sa.Uuid(), nullable=True), schema="notify")
    op.drop_constraint(op.f("ck_notification_state"), "notification", schema="notify")
    op.create_check_constraint(
        op.f("ck_notification_state"),
        "notification",
        "state IN ('waiting', 'sending', 'sent', 'refused', 'unwanted', 'gathered', 'stranded')",
        schema="notify",
    )
    op.create_index(
        "ix_notification_gathered",
        "notification",
        ["subscription_id"],
        unique=False,
        schema="notify",
        postgresql_where=sa.text("state = 'gathered'"),
    )
    op.create_index(
        op.f("ix_notification_digest_id"),
        "notification",
        ["digest_id"],
        unique=False,
        schema="notify",
        postgresql_where=sa.text("digest_id IS NOT NULL"),
    )
    op.create_table(
        "provider",
        sa.Column("digest", postgresql.BYTEA(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("fail_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rest_until", AT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("failed_at", AT, nullable=True),
        sa.Column("minute_at", AT, nullable=True),
        sa.Column("minute_count", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_provider")),
        schema="notify",
    )
    op.create_table(
        "suppression",
        sa.Column("address_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("noted_at", AT, nullable=False),
        sa.Column("until_at", AT, nullable=False),
        sa.CheckConstraint("reason IN ('bounced', 'complained')", name=op.f("ck_suppression_reason")),
        sa.PrimaryKeyConstraint("address_digest", name=op.f("pk_suppression")),
        schema="notify",
    )
    op.create_table(
        "bounce",
        sa.Column("digest", postgresql.BYTEA(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("heard_at", AT, nullable=False),
        sa.CheckConstraint("kind IN ('hard', 'soft', 'complaint', 'other')", name=op.f("ck_bounce_kind")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_bounce")),
        schema="notify",
    )
