"""Responses corrected, remarked on and withdrawn."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "15c7d9e0f283"
down_revision = "0a6be43d7c58"
branch_labels = None
depends_on = None


def upgrade() -> None:
    revision = sa.Column("revision", sa.Integer(), server_default=sa.text("1"), nullable=False)
    op.add_column("response", revision, schema="intake")
    op.add_column("response", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True), schema="intake")
    op.create_table(
        "response_revision",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questions", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["intake.response.id"],
            name=op.f("fk_response_revision_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("response_id", "number", name=op.f("pk_response_revision")),
        schema="intake",
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["intake.response.id"], name=op.f("fk_remark_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
        schema="intake",
    )
    op.create_index(op.f("ix_remark_response_id"), "remark", ["response_id"], unique=False, schema="intake")
    # Unlogged: it is worth nothing after a few minutes, and nothing of it is to be found in a backup.
    op.create_table(
        "guess",
        sa.Column("bucket", postgresql.BYTEA(), nullable=False),
        sa.Column("span", sa.Integer(), nullable=False),
        sa.Column("failure_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "span", name=op.f("pk_guess")),
        schema="intake",
        prefixes=["UNLOGGED"],
    )
