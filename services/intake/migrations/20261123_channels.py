"""Channels in bulk: groups, dates, and how often each was opened."""

import sqlalchemy as sa
from alembic import op

revision = "26d8eaf1a394"
down_revision = "15c7d9e0f283"
branch_labels = None
depends_on = None


def upgrade() -> None:
    group = sa.Column("group_name", sa.Text(), nullable=False, server_default=sa.text("''"))
    op.add_column("channel", group, schema="intake")
    op.alter_column("channel", "group_name", server_default=None, schema="intake")
    op.add_column("channel", sa.Column("begins_on", sa.Date()), schema="intake")
    op.add_column("channel", sa.Column("ends_on", sa.Date()), schema="intake")
    op.add_column("channel", sa.Column("ended_at", sa.DateTime(timezone=True)), schema="intake")
    # Where a code leads when it is over: to a channel, of the same campaign or of one that goes on.
    for table in ("channel", "campaign"):
        op.add_column(table, sa.Column("successor_id", sa.Uuid()), schema="intake")
        op.create_foreign_key(
            op.f(f"fk_{table}_successor_id_channel"),
            table,
            "channel",
            ["successor_id"],
            ["id"],
            source_schema="intake",
            referent_schema="intake",
        )
    op.create_table(
        "visit",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opened_count", sa.Integer(), nullable=False),
        sa.Column("started_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["intake.channel.id"], name=op.f("fk_visit_channel_id_channel")),
        sa.PrimaryKeyConstraint("channel_id", "day", name=op.f("pk_visit")),
        schema="intake",
    )
