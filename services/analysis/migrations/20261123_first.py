"""The first tables: what facts tell, and what is read in responses."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "566aeecde91e"
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
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("slug", name=op.f("uq_campaign_slug")),
        schema="analysis",
    )
    op.create_index(op.f("ix_campaign_district"), "campaign", ["district"], unique=False, schema="analysis")
    op.create_table(
        "channel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("code", name=op.f("uq_channel_code")),
        schema="analysis",
    )
    op.create_index(op.f("ix_channel_campaign_id"), "channel", ["campaign_id"], unique=False, schema="analysis")
    op.create_table(
        "response",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("closed", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_response_campaign_id_day"), "response", ["campaign_id", "day"], unique=False, schema="analysis"
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("tagger_version", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('tagged', 'unclear', 'off_topic', 'excluded')", name=op.f("ck_assessment_state")),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_assessment_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        schema="analysis",
    )
    op.create_index(
        "ix_assessment_current",
        "assessment",
        ["response_id"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("current"),
    )
    op.create_index(
        op.f("ix_assessment_response_id_tagger_version_catalogue_version"),
        "assessment",
        ["response_id", "tagger_version", "catalogue_version"],
        unique=True,
        schema="analysis",
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["analysis.response.id"], name=op.f("fk_passage_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        schema="analysis",
    )
    op.create_index(op.f("ix_passage_response_id"), "passage", ["response_id"], unique=False, schema="analysis")
    op.create_table(
        "question",
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("choices", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["analysis.campaign.id"], name=op.f("fk_question_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("questionnaire_id", "key", name=op.f("pk_question")),
        schema="analysis",
    )
    op.create_index(op.f("ix_question_campaign_id"), "question", ["campaign_id"], unique=False, schema="analysis")
    op.create_table(
        "tag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("doubt", sa.Double(), nullable=False),
        sa.Column("reason", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("stance IN ('met', 'not_met', 'suggestion')", name=op.f("ck_tag_stance")),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_tag_span")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["analysis.assessment.id"],
            name=op.f("fk_tag_assessment_id_assessment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_tag_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        schema="analysis",
    )
    op.create_index(op.f("ix_tag_assessment_id"), "tag", ["assessment_id"], unique=False, schema="analysis")
    op.create_index(op.f("ix_tag_passage_id"), "tag", ["passage_id"], unique=False, schema="analysis")
