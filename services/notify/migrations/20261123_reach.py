"""Ways of reaching people beside mail: devices, phones, letters on paper."""

import sqlalchemy as sa
from alembic import op

revision = "5b9c1d4e0f73"
down_revision = "4a8b0c3d9e62"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contact", sa.Column("kind", sa.Text(), server_default="mail", nullable=False), schema="notify")
    op.create_check_constraint(
        op.f("ck_contact_kind"), "contact", "kind IN ('mail', 'push', 'sms', 'post')", schema="notify"
    )
    op.add_column(
        "consent_text", sa.Column("kind", sa.Text(), server_default="mail", nullable=False), schema="notify"
    )
    op.drop_constraint("pk_consent_text", "consent_text", schema="notify")
    op.create_primary_key("pk_consent_text", "consent_text", ["kind", "version", "language"], schema="notify")
    op.create_table(
        "sms_code",
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("guess_count", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["notify.subscription.id"],
            name=op.f("fk_sms_code_subscription_id_subscription"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("subscription_id", name=op.f("pk_sms_code")),
        schema="notify",
    )
    op.create_table(
        "print_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_by", sa.Uuid(), nullable=False),
        sa.Column("printed_by_name", sa.Text(), nullable=False),
        sa.Column("letter_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
        schema="notify",
    )
    op.add_column("notification", sa.Column("print_run_id", sa.Uuid(), nullable=True), schema="notify")
    op.create_foreign_key(
        op.f("fk_notification_print_run_id_print_run"),
        "notification",
        "print_run",
        ["print_run_id"],
        ["id"],
        source_schema="notify",
        referent_schema="notify",
    )
    op.create_index(
        op.f("ix_notification_print_run_id"),
        "notification",
        ["print_run_id"],
        schema="notify",
        postgresql_where=sa.text("print_run_id IS NOT NULL"),
    )
    op.drop_constraint(op.f("ck_notification_state"), "notification", schema="notify")
    op.create_check_constraint(
        op.f("ck_notification_state"),
        "notification",
        "state IN ('waiting', 'sending', 'sent', 'refused', 'unwanted', 'gathered', 'stranded', 'to_print')",
        schema="notify",
    )
    op.create_index(
        "ix_notification_to_print",
        "notification",
        ["queued_at"],
        schema="notify",
        postgresql_where=sa.text("state = 'to_print'"),
    )
