"""Print kits as orders with progress; sendings of one network counted by all web processes; begun with a pass."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "48f0ac13b5d6"
down_revision = "37e9fb02b4a5"
branch_labels = None
depends_on = None

LIST = postgresql.JSONB(astext_type=sa.Text())


def upgrade() -> None:
    op.add_column("begun", sa.Column("sealed_pass", postgresql.BYTEA(), nullable=True), schema="intake")
    op.create_table(
        "kit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("formats", LIST, nullable=False),
        sa.Column("languages", LIST, nullable=False),
        sa.Column("codes", LIST, nullable=False),
        sa.Column("large", sa.Boolean(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("ordered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ordered_by", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["intake.campaign.id"], name=op.f("fk_kit_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kit")),
        schema="intake",
    )
    for column in ("campaign_id", "expires_at"):
        op.create_index(op.f(f"ix_kit_{column}"), "kit", [column], unique=False, schema="intake")
    op.create_table(
        "kit_page",
        sa.Column("kit_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pdf", postgresql.BYTEA(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(pdf IS NULL) = (drawn_at IS NULL)", name=op.f("ck_kit_page_drawn")),
        sa.ForeignKeyConstraint(["kit_id"], ["intake.kit.id"], name=op.f("fk_kit_page_kit_id_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit_id", "number", name=op.f("pk_kit_page")),
        schema="intake",
    )
    # Unlogged: it is worth nothing after a few minutes, and nothing of it is to be found in a backup.
    op.create_table(
        "crowd",
        sa.Column("bucket", postgresql.BYTEA(), nullable=False),
        sa.Column("span", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sending_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "span", name=op.f("pk_crowd")),
        schema="intake",
        prefixes=["UNLOGGED"],
    )
