"""Topics of passages, and themes that people name."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "b81f02c65d7e"
down_revision = "5a0e7c41d9b2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("ck_assessment_state"), "assessment", schema="analysis")
    op.create_check_constraint(
        op.f("ck_assessment_state"),
        "assessment",
        "state IN ('tagged', 'topic', 'unclear', 'off_topic', 'excluded')",
        schema="analysis",
    )
    op.create_table(
        "topic_reading",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_topic_reading_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_topic_reading")),
        schema="analysis",
    )
    op.create_table(
        "topic_tag",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reason", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_topic_tag_span")),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_topic_tag_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_topic_tag_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("passage_id", "topic", name=op.f("pk_topic_tag")),
        schema="analysis",
    )
    op.create_index(op.f("ix_topic_tag_response_id"), "topic_tag", ["response_id"], schema="analysis")
    op.create_table(
        "theme_search",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("text_count", sa.Integer(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('running', 'finished', 'failed')", name=op.f("ck_theme_search_state")),
        sa.CheckConstraint("0 <= done AND done <= total", name=op.f("ck_theme_search_done")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["analysis.campaign.id"],
            name=op.f("fk_theme_search_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_search")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_theme_search_campaign_id_requested_at"),
        "theme_search",
        ["campaign_id", "requested_at"],
        schema="analysis",
    )
    op.create_index(
        "ix_theme_search_running",
        "theme_search",
        ["campaign_id"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_table(
        "theme",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("words", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("centroid", postgresql.BYTEA(), nullable=False),
        sa.Column("reach", sa.Double(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("state IN ('proposed', 'named', 'refused', 'merged')", name=op.f("ck_theme_state")),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name=op.f("ck_theme_merged")),
        sa.CheckConstraint("state <> 'named' OR name <> ''", name=op.f("ck_theme_named")),
        sa.CheckConstraint(
            "num_nulls(decided_at, decided_by) = CASE state WHEN 'proposed' THEN 2 ELSE 0 END",
            name=op.f("ck_theme_decided"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["analysis.campaign.id"], name=op.f("fk_theme_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["analysis.theme.id"], name=op.f("fk_theme_merged_into_theme"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        schema="analysis",
    )
    op.create_index(op.f("ix_theme_campaign_id"), "theme", ["campaign_id"], schema="analysis")
    op.create_index(op.f("ix_theme_merged_into"), "theme", ["merged_into"], schema="analysis")
    op.create_table(
        "theme_passage",
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        sa.CheckConstraint("state IN ('member', 'proposed', 'refused')", name=op.f("ck_theme_passage_state")),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["analysis.theme.id"], name=op.f("fk_theme_passage_theme_id_theme"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"],
            ["analysis.passage.id"],
            name=op.f("fk_theme_passage_passage_id_passage"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("theme_id", "passage_id", name=op.f("pk_theme_passage")),
        schema="analysis",
    )
    op.create_index(op.f("ix_theme_passage_passage_id"), "theme_passage", ["passage_id"], schema="analysis")
