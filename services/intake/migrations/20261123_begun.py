"""Responses begun and saved under a code, to be resumed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f47c8d20e195"
down_revision = "e3106fa94b28"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "begun",
        sa.Column("code_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_begun_channel_id_channel")),
        sa.PrimaryKeyConstraint("code_digest", name=op.f("pk_begun")),
        schema="intake",
    )
    op.create_index(op.f("ix_begun_expires_at"), "begun", ["expires_at"], unique=False, schema="intake")
    op.create_index(op.f("ix_begun_response_id"), "begun", ["response_id"], unique=False, schema="intake")
    # Empty where somebody sent from an open form: then it was filled in when it was received.
    op.add_column("response", sa.Column("filled_at", sa.DateTime(timezone=True)), schema="intake")
