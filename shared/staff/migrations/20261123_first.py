"""The first tables: accounts, how they sign in, what they may, and what they changed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "5f59f44107c6"
down_revision = None
branch_labels = None
depends_on = None

#: What the audit trail says stays as it is, for every role: whoever must thin it out has to disable this first.
REFUSE_CHANGE = """
CREATE FUNCTION staff.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only added to';
END $$
"""
AUDIT_STANDS = """
CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR DELETE ON staff.audit_entry
    FOR EACH ROW EXECUTE FUNCTION staff.refuse_change()
"""


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("name = lower(name) AND name <> ''", name=op.f("ck_account_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
        schema="staff",
    )
    op.create_table(
        "credential",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("password_digest", sa.Text(), nullable=True),
        sa.Column("attempt_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credential")),
        schema="staff",
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["staff.account.id"], name=op.f("fk_audit_entry_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        schema="staff",
    )
    op.create_index(op.f("ix_audit_entry_at"), "audit_entry", ["at"], unique=False, schema="staff")
    op.create_index(
        op.f("ix_audit_entry_subject_id_at"), "audit_entry", ["subject_id", "at"], unique=False, schema="staff"
    )
    op.create_table(
        "invitation",
        sa.Column("token_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["staff.account.id"], name=op.f("fk_invitation_account_id_account")),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_invitation")),
        schema="staff",
    )
    op.create_index(op.f("ix_invitation_account_id"), "invitation", ["account_id"], unique=False, schema="staff")
    op.create_table(
        "membership",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('reader', 'editor', 'lead', 'administrator')", name=op.f("ck_membership_role")),
        sa.ForeignKeyConstraint(["account_id"], ["staff.account.id"], name=op.f("fk_membership_account_id_account")),
        sa.PrimaryKeyConstraint("account_id", "district", name=op.f("pk_membership")),
        schema="staff",
    )
    op.create_table(
        "session",
        sa.Column("token_digest", postgresql.BYTEA(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["staff.account.id"], name=op.f("fk_session_account_id_account")),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_session")),
        schema="staff",
    )
    op.create_index(op.f("ix_session_account_id"), "session", ["account_id"], unique=False, schema="staff")
    op.execute(REFUSE_CHANGE)
    op.execute(AUDIT_STANDS)
