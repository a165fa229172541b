"""Reviews, what counts after them, and responses that people exclude."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "3cd82c3fc977"
down_revision = "9d2c61b7e450"
branch_labels = None
depends_on = None

#: What was read before people could review: the tagger's claims, but for those too doubtful to count.
COUNTED = """
    INSERT INTO analysis.standing_tag
        (passage_id, standard, stance, response_id, start, "end", confidence, reviewed)
    SELECT DISTINCT ON (t.passage_id, t.standard, t.stance)
        t.passage_id, t.standard, t.stance, a.response_id, t.start, t."end", t.confidence, false
    FROM analysis.tag t JOIN analysis.assessment a ON a.id = t.assessment_id
    WHERE a.current AND t.confidence >= 0.25
    ORDER BY t.passage_id, t.standard, t.stance, t.confidence DESC
"""


def upgrade() -> None:
    op.create_table(
        "exclusion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("reason IN ('spam', 'double', 'not_for_us')", name=op.f("ck_exclusion_reason")),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_exclusion_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
        schema="analysis",
    )
    op.create_index(op.f("ix_exclusion_campaign_id"), "exclusion", ["campaign_id"], unique=False, schema="analysis")
    op.create_index(
        "ix_exclusion_in_force",
        "exclusion",
        ["response_id"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_table(
        "review_lease",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_review_lease_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_review_lease")),
        schema="analysis",
    )
    op.create_index(op.f("ix_review_lease_account_id"), "review_lease", ["account_id"], unique=False, schema="analysis")
    op.create_table(
        "review_skip",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_review_skip_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", "account_id", name=op.f("pk_review_skip")),
        schema="analysis",
    )
    op.create_table(
        "second_opinion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["passage_id"],
            ["analysis.passage.id"],
            name=op.f("fk_second_opinion_passage_id_passage"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_opinion")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_second_opinion_passage_id"), "second_opinion", ["passage_id"], unique=False, schema="analysis"
    )
    op.create_table(
        "standing_tag",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_standing_tag_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_standing_tag_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("passage_id", "standard", "stance", name=op.f("pk_standing_tag")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_standing_tag_response_id"), "standing_tag", ["response_id"], unique=False, schema="analysis"
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("tag_id", sa.Uuid(), nullable=True),
        sa.Column("claimed_standard", sa.Text(), nullable=True),
        sa.Column("claimed_stance", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("stance IN ('met', 'not_met', 'suggestion')", name=op.f("ck_review_stance")),
        sa.CheckConstraint("verdict IN ('accepted', 'changed', 'rejected', 'added')", name=op.f("ck_review_verdict")),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_review_span")),
        sa.CheckConstraint(
            'CASE verdict WHEN \'rejected\' THEN num_nulls(standard, stance, start, "end") = 4 ELSE num_nulls(standard, stance, start, "end", claimed_standard, claimed_stance) = 0 END',
            name=op.f("ck_review_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["analysis.passage.id"], name=op.f("fk_review_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"], ["analysis.tag.id"], name=op.f("fk_review_tag_id_tag"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        schema="analysis",
    )
    op.create_index(op.f("ix_review_campaign_id"), "review", ["campaign_id"], unique=False, schema="analysis")
    op.create_index(op.f("ix_review_passage_id"), "review", ["passage_id"], unique=False, schema="analysis")
    op.create_index(op.f("ix_review_tag_id"), "review", ["tag_id"], unique=False, schema="analysis")
    op.add_column("question", sa.Column("standard", sa.Text(), nullable=True), schema="analysis")
    op.execute(COUNTED)
