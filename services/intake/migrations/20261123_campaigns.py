"""Campaigns that staff draft, publish, close, reopen and archive."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "e3106fa94b28"
down_revision = "72b7326c09e5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("campaign", "project", sa.Text(), "''")
    _add("campaign", "kind", sa.Text(), "'feedback'")
    _add("campaign", "state", sa.Text(), "'published'")
    _add("campaign", "edition", sa.Integer(), "1")
    _add("campaign", "changed_by", sa.Text(), "''")
    op.add_column("campaign", sa.Column("closed_at", sa.DateTime(timezone=True)), schema="intake")
    op.add_column("campaign", sa.Column("changed_at", sa.DateTime(timezone=True)), schema="intake")
    # Whatever was made before went public at once; a campaign without a published questionnaire never did.
    op.execute(
        """
        UPDATE intake.campaign c SET changed_at = created_at, state = CASE WHEN EXISTS (
            SELECT FROM intake.questionnaire q WHERE q.campaign_id = c.id AND q.published_at IS NOT NULL
        ) THEN 'published' ELSE 'draft' END
        """
    )
    op.alter_column("campaign", "changed_at", nullable=False, schema="intake")
    states = "state IN ('draft', 'published', 'closed', 'archived')"
    op.create_check_constraint(op.f("ck_campaign_state"), "campaign", states, schema="intake")
    closed = "(closed_at IS NULL) = (state IN ('draft', 'published'))"
    op.create_check_constraint(op.f("ck_campaign_closed"), "campaign", closed, schema="intake")
    op.create_check_constraint(
        op.f("ck_campaign_kind"), "campaign", "kind IN ('feedback', 'evaluation')", schema="intake"
    )
    _add("questionnaire", "edition", sa.Integer(), "1")
    _add("questionnaire", "changed_by", sa.Text(), "''")
    # Empty for what was published before: a published row takes no change, not even from here.
    op.add_column("questionnaire", sa.Column("changed_at", sa.DateTime(timezone=True)), schema="intake")
    op.add_column("questionnaire", sa.Column("before", postgresql.JSONB(astext_type=sa.Text())), schema="intake")
    op.create_index(
        op.f("uq_questionnaire_draft"),
        "questionnaire",
        ["campaign_id"],
        unique=True,
        schema="intake",
        postgresql_where=sa.text("published_at IS NULL"),
    )
    # The responsible department's own link.
    op.drop_constraint(op.f("ck_channel_kind"), "channel", schema="intake", type_="check")
    kinds = "kind IN ('poster', 'flyer', 'group', 'kiosk', 'link', 'department')"
    op.create_check_constraint(op.f("ck_channel_kind"), "channel", kinds, schema="intake")


def _add(table: str, name: str, kind: sa.types.TypeEngine, default: str) -> None:
    """A column that may not be empty, filled for the rows there are; from then on the program says what stands there."""
    op.add_column(
        table, sa.Column(name, kind, nullable=False, server_default=sa.text(default)), schema="intake"
    )
    op.alter_column(table, name, server_default=None, schema="intake")
