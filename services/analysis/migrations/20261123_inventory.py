"""The inventory of a district."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f5e4b6c8d0a2"
down_revision = "f4d3a5b7c9e1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("doubt_count", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('live', 'merged', 'removed')", name=op.f("ck_entry_state")),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name=op.f("ck_entry_merged")),
        sa.ForeignKeyConstraint(["merged_into"], ["analysis.entry.id"], name=op.f("fk_entry_merged_into_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("code", name=op.f("uq_entry_code")),
        schema="analysis",
    )
    op.create_index(op.f("ix_entry_district_kind"), "entry", ["district", "kind"], unique=False, schema="analysis")
    op.create_table(
        "inventory_revision",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("district", name=op.f("pk_inventory_revision")),
        schema="analysis",
    )
    op.create_table(
        "entry_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["analysis.entry.id"], name=op.f("fk_entry_change_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_change")),
        schema="analysis",
    )
    for columns in (["entry_id"], ["batch_id"], ["district", "at"]):
        name = op.f("ix_entry_change_" + "_".join(columns))
        op.create_index(name, "entry_change", columns, unique=False, schema="analysis")
    op.create_table(
        "own_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("digest", postgresql.BYTEA(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["analysis.entry.id"], name=op.f("fk_own_link_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_own_link_digest")),
        schema="analysis",
    )
    op.create_index(op.f("ix_own_link_entry_id"), "own_link", ["entry_id"], unique=False, schema="analysis")
    op.create_table(
        "hint",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("verdict IN ('right', 'wrong')", name=op.f("ck_hint_verdict")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["analysis.entry.id"], name=op.f("fk_hint_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hint")),
        schema="analysis",
    )
    op.create_index(op.f("ix_hint_entry_id"), "hint", ["entry_id"], unique=False, schema="analysis")
    op.create_index(
        "ix_hint_open",
        "hint",
        ["district", "day"],
        unique=False,
        schema="analysis",
        postgresql_where=sa.text("settled_at IS NULL AND verdict = 'wrong'"),
    )
    op.create_table(
        "entry_import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("rows", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("mapping", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("result", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'undone', 'discarded')", name=op.f("ck_entry_import_state")
        ),
        sa.CheckConstraint("format IN ('table', 'hsds')", name=op.f("ck_entry_import_format")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_import")),
        schema="analysis",
    )
    op.create_index(op.f("ix_entry_import_district"), "entry_import", ["district"], unique=False, schema="analysis")
    op.create_table(
        "entry_distinction",
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_entry_distinction_order")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["analysis.entry.id"], name=op.f("fk_entry_distinction_first_id_entry"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["analysis.entry.id"], name=op.f("fk_entry_distinction_second_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_entry_distinction")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_entry_distinction_second_id"), "entry_distinction", ["second_id"], unique=False, schema="analysis"
    )
    op.create_table(
        "guess",
        sa.Column("bucket", postgresql.BYTEA(), nullable=False),
        sa.Column("span", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("failure_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "span", name=op.f("pk_guess")),
        schema="analysis",
    )
