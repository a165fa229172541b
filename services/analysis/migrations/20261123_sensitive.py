"""What must not simply be shown of a passage, and what people decided about it."""

import sqlalchemy as sa
from alembic import op

revision = "5a0e7c41d9b2"
down_revision = "3cd82c3fc977"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "screening",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("screened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("state IN ('clear', 'held', 'released', 'hidden')", name=op.f("ck_screening_state")),
        sa.CheckConstraint(
            "CASE WHEN state IN ('released', 'hidden') THEN num_nulls(decided_at, decided_by) = 0 "
            "ELSE num_nulls(decided_at, decided_by) = 2 END",
            name=op.f("ck_screening_decided"),
        ),
        sa.ForeignKeyConstraint(
            ["passage_id"],
            ["analysis.passage.id"],
            name=op.f("fk_screening_passage_id_passage"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_screening")),
        schema="analysis",
    )
    op.create_index(
        "ix_screening_stopped",
        "screening",
        ["state", "decided_at"],
        unique=False,
        schema="analysis",
        postgresql_where=sa.text("state <> 'clear'"),
    )
    op.create_table(
        "sensitive",
        sa.Column("passage_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_sensitive_span")),
        sa.ForeignKeyConstraint(
            ["passage_id"],
            ["analysis.passage.id"],
            name=op.f("fk_sensitive_passage_id_passage"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("passage_id", "kind", "start", "end", name=op.f("pk_sensitive")),
        schema="analysis",
    )
