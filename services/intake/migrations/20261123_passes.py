"""Passes, paper entered by staff, and what is held for a person."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "37e9fb02b4a5"
down_revision = "26d8eaf1a394"
branch_labels = None
depends_on = None


def upgrade() -> None:
    by_pass = sa.Column("by_pass", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    op.add_column("channel", by_pass, schema="intake")
    source = sa.Column("source", sa.Text(), server_default=sa.text("'form'"), nullable=False)
    op.add_column("response", source, schema="intake")
    sources = "source IN ('form', 'paper', 'phone', 'interview')"
    op.create_check_constraint(op.f("ck_response_source"), "response", sources, schema="intake")
    _passes()
    _entry()
    _held()


def _passes() -> None:
    op.create_table(
        "sheet",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("large", sa.Boolean(), nullable=False),
        sa.Column("pass_count", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_sheet_channel_id_channel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet")),
        schema="intake",
    )
    op.create_index(op.f("ix_sheet_channel_id"), "sheet", ["channel_id"], unique=False, schema="intake")
    op.create_table(
        "pass",
        sa.Column("digest", postgresql.BYTEA(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("filling", postgresql.BYTEA(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'used', 'void')", name=op.f("ck_pass_state")),
        sa.CheckConstraint("(filling IS NOT NULL) = (state = 'used')", name=op.f("ck_pass_filling")),
        sa.ForeignKeyConstraint(["sheet_id"], ["intake.sheet.id"], name=op.f("fk_pass_sheet_id_sheet")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pass")),
        schema="intake",
    )
    op.create_index(op.f("ix_pass_sheet_id"), "pass", ["sheet_id"], unique=False, schema="intake")


def _entry() -> None:
    op.create_table(
        "pin",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("digest", postgresql.BYTEA(), nullable=False),
        sa.Column("failed_count", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_pin_channel_id_channel")),
        sa.PrimaryKeyConstraint("channel_id", name=op.f("pk_pin")),
        schema="intake",
    )
    op.create_table(
        "tally",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("dot_count", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("dot_count > 0", name=op.f("ck_tally_dots")),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_tally_channel_id_channel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally")),
        schema="intake",
    )
    op.create_index(op.f("ix_tally_channel_id"), "tally", ["channel_id"], unique=False, schema="intake")


def _held() -> None:
    op.create_table(
        "held",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("receipt_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("receipt_attempt", sa.SmallInteger(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reasons", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("release_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pass_digest", postgresql.BYTEA(), nullable=True),
        sa.Column("set_aside_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_aside_by", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("(set_aside_at IS NULL) = (set_aside_by IS NULL)", name=op.f("ck_held_set_aside")),
        sa.ForeignKeyConstraint(["campaign_id"], ["intake.campaign.id"], name=op.f("fk_held_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_held_channel_id_channel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held")),
        sa.UniqueConstraint("receipt_digest", name=op.f("uq_held_receipt_digest")),
        schema="intake",
    )
    op.create_index(op.f("ix_held_campaign_id"), "held", ["campaign_id"], unique=False, schema="intake")
    op.create_index(op.f("ix_held_release_at"), "held", ["release_at"], unique=False, schema="intake")
