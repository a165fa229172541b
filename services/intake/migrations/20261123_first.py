"""Campaigns, questionnaires, channels, responses."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "72b7326c09e5"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("intro", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "level IN ('information', 'anhoerung', 'beratung', 'mitbestimmung')", name=op.f("ck_campaign_level")
        ),
        sa.CheckConstraint("opens_at < closes_at", name=op.f("ck_campaign_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("slug", name=op.f("uq_campaign_slug")),
        schema="intake",
    )
    op.create_table(
        "channel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('poster', 'flyer', 'group', 'kiosk', 'link')", name=op.f("ck_channel_kind")),
        sa.ForeignKeyConstraint(["campaign_id"], ["intake.campaign.id"], name=op.f("fk_channel_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("code", name=op.f("uq_channel_code")),
        schema="intake",
    )
    op.create_index(op.f("ix_channel_campaign_id"), "channel", ["campaign_id"], unique=False, schema="intake")
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["intake.campaign.id"], name=op.f("fk_questionnaire_campaign_id_campaign")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        schema="intake",
    )
    op.create_index(
        op.f("ix_questionnaire_campaign_id_version"),
        "questionnaire",
        ["campaign_id", "version"],
        unique=True,
        schema="intake",
    )
    op.create_table(
        "response",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("receipt_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("receipt_attempt", sa.SmallInteger(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("receipt_digest", name=op.f("uq_response_receipt_digest")),
        schema="intake",
    )
    op.create_index(
        op.f("ix_response_campaign_id_received_at"),
        "response",
        ["campaign_id", "received_at"],
        unique=False,
        schema="intake",
    )
    # Immutable once published: answers are read against the version they were given to.
    op.execute(
        """
        CREATE FUNCTION intake.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'questionnaire % is published and does not change', OLD.id;
        END $$
        """
    )
    op.execute(
        """
        CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON intake.questionnaire
        FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION intake.keep_published()
        """
    )
