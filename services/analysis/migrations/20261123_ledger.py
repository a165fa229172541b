"""The chain that makes the ledger provable; when departments were asked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f3c2e4a6b8d0"
down_revision = "f2b1d3e5a7c9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tables()
    # Whoever writes a response, and on whatever way, writes its arrival too.
    op.execute(
        """
        CREATE FUNCTION analysis.note_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO analysis.ledger_arrival (campaign_id, response_id) VALUES (NEW.campaign_id, NEW.id);
            RETURN NULL;
        END $$
        """
    )
    op.execute(
        """
        CREATE TRIGGER note_arrival AFTER INSERT ON analysis.response
        FOR EACH ROW EXECUTE FUNCTION analysis.note_arrival()
        """
    )
    op.execute(
        """
        INSERT INTO analysis.ledger_arrival (campaign_id, response_id)
        SELECT campaign_id, id FROM analysis.response ORDER BY received_at, id
        """
    )
    op.execute(
        """
        CREATE FUNCTION analysis.keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the ledger is added to and never changed';
        END $$
        """
    )
    for table in ("ledger_link", "ledger_seal"):
        op.execute(
            f"""
            CREATE TRIGGER keep_ledger BEFORE UPDATE OR DELETE OR TRUNCATE ON analysis.{table}
            FOR EACH STATEMENT EXECUTE FUNCTION analysis.keep_ledger()
            """
        )


def _tables() -> None:
    op.create_table(
        "ledger_arrival",
        sa.Column("number", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_ledger_arrival")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_ledger_arrival_campaign_id_number"),
        "ledger_arrival",
        ["campaign_id", "number"],
        unique=False,
        schema="analysis",
    )
    op.create_table(
        "ledger_link",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("position > 0", name=op.f("ck_ledger_link_position")),
        sa.PrimaryKeyConstraint("campaign_id", "position", name=op.f("pk_ledger_link")),
        sa.UniqueConstraint("response_id", name=op.f("uq_ledger_link_response_id")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_ledger_link_fingerprint"), "ledger_link", ["fingerprint"], unique=False, schema="analysis"
    )
    op.create_table(
        "ledger_seal",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "number", name=op.f("pk_ledger_seal")),
        schema="analysis",
    )
    op.create_table(
        "department_asked",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("occasion IN ('ended', 'reminder')", name=op.f("ck_department_asked_occasion")),
        sa.PrimaryKeyConstraint("campaign_id", "occasion", name=op.f("pk_department_asked")),
        schema="analysis",
    )
