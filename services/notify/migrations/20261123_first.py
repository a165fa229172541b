"""first"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "04cae68cf8d2"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        schema="notify",
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("address", postgresql.BYTEA(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("address_digest", name=op.f("uq_contact_address_digest")),
        schema="notify",
    )
    op.create_table(
        "journey",
        sa.Column("pseudonym", postgresql.BYTEA(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("receipt_digest", postgresql.BYTEA(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.PrimaryKeyConstraint("pseudonym", name=op.f("pk_journey")),
        sa.UniqueConstraint("receipt_digest", name=op.f("uq_journey_receipt_digest")),
        schema="notify",
    )
    op.create_table(
        "subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("token_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'ended') = (contact_id IS NULL)", name=op.f("ck_subscription_forgotten")),
        sa.CheckConstraint("state IN ('asked', 'confirmed', 'ended')", name=op.f("ck_subscription_state")),
        sa.ForeignKeyConstraint(["contact_id"], ["notify.contact.id"], name=op.f("fk_subscription_contact_id_contact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_subscription_token_digest")),
        schema="notify",
    )
    op.create_index(op.f("ix_subscription_contact_id"), "subscription", ["contact_id"], unique=False, schema="notify")
    op.create_index(
        op.f("ix_subscription_receipt_digest_contact_id"),
        "subscription",
        ["receipt_digest", "contact_id"],
        unique=True,
        schema="notify",
    )
    op.create_table(
        "notification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'refused', 'unwanted')", name=op.f("ck_notification_state")
        ),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["notify.subscription.id"],
            name=op.f("fk_notification_subscription_id_subscription"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        schema="notify",
    )
    op.create_index(
        op.f("ix_notification_subscription_id_letter_occasion"),
        "notification",
        ["subscription_id", "letter", "occasion"],
        unique=True,
        schema="notify",
    )
