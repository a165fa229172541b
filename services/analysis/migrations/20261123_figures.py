"""Figures: who gave which answer, kept as responses arrive."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f1a0c2d4e6b8"
down_revision = "f0b9e1c3d5a7"
branch_labels = None
depends_on = None

TAGGED: Final = "SELECT DISTINCT r.campaign_id, r.id FROM {} n JOIN analysis.response r ON r.id = n.response_id"
#: Event and table → which responses are due. `new_rows` and `old_rows` are what the statement changed.
DUE: Final = {
    ("INSERT", "response"): "SELECT campaign_id, id FROM new_rows",
    ("DELETE", "response"): "SELECT campaign_id, id FROM old_rows",
    ("UPDATE", "response"): """
        SELECT n.campaign_id, n.id FROM new_rows n JOIN old_rows o USING (id)
        WHERE (n.channel_id, n.language, n.day, n.questionnaire_id, n.source, n.closed, n.heard_revision,
            n.withdrawn_at) IS DISTINCT FROM (o.channel_id, o.language, o.day, o.questionnaire_id, o.source, o.closed,
            o.heard_revision, o.withdrawn_at)""",
    ("INSERT", "exclusion"): "SELECT campaign_id, response_id FROM new_rows",
    ("UPDATE", "exclusion"): "SELECT campaign_id, response_id FROM new_rows",
    ("DELETE", "exclusion"): "SELECT campaign_id, response_id FROM old_rows",
    ("INSERT", "standing_tag"): TAGGED.format("new_rows"),
    ("DELETE", "standing_tag"): TAGGED.format("old_rows"),
    ("INSERT", "topic_tag"): TAGGED.format("new_rows"),
    ("DELETE", "topic_tag"): TAGGED.format("old_rows"),
    # What was read changes what the ledger says, if not the figures.
    ("INSERT", "assessment"): TAGGED.format("new_rows"),
    ("UPDATE", "assessment"): TAGGED.format("new_rows"),
    ("INSERT", "channel"): """
        SELECT r.campaign_id, r.id FROM new_rows n
        JOIN analysis.response r ON r.campaign_id = n.campaign_id AND r.channel_id = n.id
        WHERE n.kind = 'department'""",
    ("INSERT", "question"): """
        SELECT DISTINCT r.campaign_id, r.id FROM new_rows n
        JOIN analysis.response r ON r.campaign_id = n.campaign_id AND r.questionnaire_id = n.questionnaire_id
        WHERE n.kind = 'ranking'""",
}
TABLES: Final = {"INSERT": "NEW TABLE AS new_rows", "DELETE": "OLD TABLE AS old_rows"}
TABLES["UPDATE"] = f"{TABLES['INSERT']} {TABLES['DELETE']}"


def upgrade() -> None:
    op.add_column("response", sa.Column("questionnaire_id", sa.Uuid(), nullable=True), schema="analysis")
    source = sa.Column("source", sa.Text(), server_default=sa.text("'form'"), nullable=False)
    op.add_column("response", source, schema="analysis")
    _tables()
    _aims()
    for (event, table), query in DUE.items():
        _note(event, table, query)
    op.execute(
        """
        UPDATE analysis.response r SET source = coalesce(m.payload ->> 'source', 'form'),
            questionnaire_id = CAST(m.payload ->> 'questionnaire_id' AS uuid)
        FROM bus.message m WHERE m.subject = r.id AND m.name IN ('response.received.v1', 'response.corrected.v1')
        """
    )
    op.execute(
        "INSERT INTO analysis.figure_due (campaign_id, response_id) SELECT campaign_id, id FROM analysis.response"
    )


def _note(event: str, table: str, query: str) -> None:
    """Whoever changes what counts, and on whatever way, says so in the same transaction."""
    name = f"note_due_{table}_{event.lower()}"
    op.execute(
        f"""
        CREATE FUNCTION analysis.{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO analysis.figure_due (campaign_id, response_id) {query};
            RETURN NULL;
        END $$
        """
    )
    op.execute(
        f"""
        CREATE TRIGGER {name} AFTER {event} ON analysis.{table} REFERENCING {TABLES[event]}
        FOR EACH STATEMENT EXECUTE FUNCTION analysis.{name}()
        """
    )


def _tables() -> None:
    op.create_table(
        "figure",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("chunk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("members", postgresql.BYTEA(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "chunk", "facet", "value", name=op.f("pk_figure")),
        schema="analysis",
    )
    op.create_index(op.f("ix_figure_campaign_id_revision"), "figure", ["campaign_id", "revision"], schema="analysis")
    op.create_table(
        "figure_entry",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_figure_entry")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_figure_entry_campaign_id_number"),
        "figure_entry",
        ["campaign_id", "number"],
        unique=True,
        schema="analysis",
    )
    op.create_table(
        "figure_state",
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("secret", postgresql.BYTEA(), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("heard_count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_figure_state")),
        schema="analysis",
    )
    op.create_table(
        "figure_due",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_due")),
        schema="analysis",
    )
    op.create_index(op.f("ix_figure_due_campaign_id_id"), "figure_due", ["campaign_id", "id"], schema="analysis")


def _aims() -> None:
    """What staff aim at, and how many came as far as the form."""
    op.create_table(
        "target",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("response_count", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("response_count > 0", name=op.f("ck_target_response_count")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["analysis.campaign.id"], name=op.f("fk_target_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_target")),
        schema="analysis",
    )
    op.create_index(op.f("ix_target_campaign_id"), "target", ["campaign_id"], schema="analysis")
    op.create_table(
        "visit",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("opened_count", sa.Integer(), nullable=False),
        sa.Column("started_count", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name=op.f("pk_visit")),
        schema="analysis",
    )
    op.create_index(op.f("ix_visit_campaign_id"), "visit", ["campaign_id"], schema="analysis")
    words = sa.text("to_tsvector('german'::regconfig, text)")
    op.create_index("ix_passage_words", "passage", [words], schema="analysis", postgresql_using="gin")
