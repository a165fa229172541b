"""Outcomes: what was decided, and whose voice is in it; promises kept and missed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "1c9d4e70ab35"
down_revision = "04cae68cf8d2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("campaign", sa.Column("district", sa.Text(), nullable=True), schema="notify")
    op.add_column("campaign", sa.Column("slug", sa.Text(), nullable=True), schema="notify")
    # Campaigns heard of before: the bus still has what was said; where it has not, a replay of the message mends it.
    op.execute(
        """
        UPDATE notify.campaign c SET
            district = coalesce(said.payload->>'district', ''), slug = coalesce(said.payload->>'slug', c.id::text)
        FROM notify.campaign known
        LEFT JOIN LATERAL (
            SELECT payload FROM bus.message m WHERE m.name = 'campaign.published.v1' AND m.subject = known.id
            ORDER BY published_at DESC LIMIT 1
        ) said ON true
        WHERE known.id = c.id
        """
    )
    op.alter_column("campaign", "district", nullable=False, schema="notify")
    op.alter_column("campaign", "slug", nullable=False, schema="notify")
    op.create_index(op.f("ix_campaign_slug"), "campaign", ["slug"], unique=False, schema="notify")
    op.create_table(
        "promise",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.CheckConstraint("(state = 'open') = (settled_on IS NULL)", name=op.f("ck_promise_settled")),
        sa.CheckConstraint("state IN ('open', 'kept', 'missed')", name=op.f("ck_promise_state")),
        sa.ForeignKeyConstraint(["campaign_id"], ["notify.campaign.id"], name=op.f("fk_promise_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("campaign_id", "promise_on", name=op.f("pk_promise")),
        schema="notify",
    )
    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'refused', 'unwanted')", name=op.f("ck_reminder_state")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["notify.campaign.id"], name=op.f("fk_reminder_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        schema="notify",
    )
    op.create_index(
        op.f("ix_reminder_campaign_id_promise_on_occasion_addressee"),
        "reminder",
        ["campaign_id", "promise_on", "occasion", "addressee"],
        unique=True,
        schema="notify",
    )
    op.create_table(
        "outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("published", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("published_number", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'asked') = (asked_by IS NOT NULL)", name=op.f("ck_outcome_asked")),
        sa.CheckConstraint("state IN ('draft', 'asked', 'published')", name=op.f("ck_outcome_state")),
        sa.CheckConstraint(
            "num_nulls(published, published_number, published_at) IN (0, 3)", name=op.f("ck_outcome_published")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["notify.campaign.id"], name=op.f("fk_outcome_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        schema="notify",
    )
    op.create_index(op.f("ix_outcome_campaign_id"), "outcome", ["campaign_id"], unique=False, schema="notify")
    op.create_table(
        "outcome_version",
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "verb IN ('saved', 'asked', 'sent_back', 'published')", name=op.f("ck_outcome_version_verb")
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["notify.outcome.id"], name=op.f("fk_outcome_version_outcome_id_outcome")
        ),
        sa.PrimaryKeyConstraint("outcome_id", "number", name=op.f("pk_outcome_version")),
        schema="notify",
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_step_percent")),
        sa.ForeignKeyConstraint(["outcome_id"], ["notify.outcome.id"], name=op.f("fk_step_outcome_id_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        schema="notify",
    )
    op.create_index(op.f("ix_step_outcome_id"), "step", ["outcome_id"], unique=False, schema="notify")
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content", postgresql.BYTEA(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("media_type IN ('image/webp', 'application/pdf')", name=op.f("ck_attachment_media_type")),
        sa.ForeignKeyConstraint(["outcome_id"], ["notify.outcome.id"], name=op.f("fk_attachment_outcome_id_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        schema="notify",
    )
    op.create_index(op.f("ix_attachment_outcome_id"), "attachment", ["outcome_id"], unique=False, schema="notify")
    op.create_table(
        "selection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("response_count", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kind IN ('standard', 'topic', 'quotes')", name=op.f("ck_selection_kind")),
        sa.ForeignKeyConstraint(["outcome_id"], ["notify.outcome.id"], name=op.f("fk_selection_outcome_id_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_selection")),
        schema="notify",
    )
    op.create_index(op.f("ix_selection_campaign_id"), "selection", ["campaign_id"], unique=False, schema="notify")
    op.create_index(op.f("ix_selection_outcome_id"), "selection", ["outcome_id"], unique=False, schema="notify")
    op.create_table(
        "selection_voice",
        sa.Column("selection_id", sa.Uuid(), nullable=False),
        sa.Column("pseudonym", postgresql.BYTEA(), nullable=False),
        sa.ForeignKeyConstraint(
            ["selection_id"],
            ["notify.selection.id"],
            name=op.f("fk_selection_voice_selection_id_selection"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("selection_id", "pseudonym", name=op.f("pk_selection_voice")),
        schema="notify",
    )
    op.create_index(
        op.f("ix_selection_voice_pseudonym"), "selection_voice", ["pseudonym"], unique=False, schema="notify"
    )
    op.execute(
        """
        INSERT INTO notify.promise (campaign_id, promise_on, heard_at, state)
        SELECT id, promise_on, now(), 'open' FROM notify.campaign
        """
    )
