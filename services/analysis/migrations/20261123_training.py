"""Trainings from reviews, which tagger is switched on, and whether the city's language model was heard."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "c94a1e7730fb"
down_revision = "b81f02c65d7e"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("claim", sa.Uuid(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("base", sa.Text(), nullable=True),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("content", postgresql.BYTEA(), nullable=True),
        sa.Column("report", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('running', 'finished', 'failed', 'cancelled')", name=op.f("ck_training_state")
        ),
        sa.CheckConstraint("0 <= done AND done <= total", name=op.f("ck_training_done")),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name=op.f("ck_training_ended")),
        sa.CheckConstraint(
            "CASE state WHEN 'finished' THEN num_nulls(base, version, content, report) = 0 "
            "ELSE num_nulls(version, content, report) = 3 END",
            name=op.f("ck_training_outcome"),
        ),
        sa.CheckConstraint("octet_length(content) <= 1048576", name=op.f("ck_training_small")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sa.UniqueConstraint("number", name=op.f("uq_training_number")),
        sa.UniqueConstraint("version", name=op.f("uq_training_version")),
        schema="analysis",
    )
    op.create_index(
        "ix_training_running",
        "training",
        ["state"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_table(
        "tagger_switch",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("training_id", sa.Uuid(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_id"], ["analysis.training.id"], name=op.f("fk_tagger_switch_training_id_training")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_tagger_switch")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_tagger_switch_training_id"), "tagger_switch", ["training_id"], unique=False, schema="analysis"
    )
    op.create_table(
        "hearing",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("outcome IN ('heard', 'silent', 'withheld', 'late')", name=op.f("ck_hearing_outcome")),
        sa.CheckConstraint("num_nulls(outcome, ended_at) IN (0, 2)", name=op.f("ck_hearing_ended")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["analysis.assessment.id"],
            name=op.f("fk_hearing_assessment_id_assessment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_hearing")),
        schema="analysis",
    )
