"""The catalogue in the database, versioned, and reading again with another version."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "9d2c61b7e450"
down_revision = "566aeecde91e"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue")),
        sa.UniqueConstraint("district", name=op.f("uq_catalogue_district")),
        schema="analysis",
    )
    op.create_table(
        "catalogue_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("catalogue_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'published')", name=op.f("ck_catalogue_version_state")),
        sa.CheckConstraint(
            "(state = 'published') = (number IS NOT NULL) AND (number IS NULL) = (published_at IS NULL)",
            name=op.f("ck_catalogue_version_number"),
        ),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["analysis.catalogue.id"], name=op.f("fk_catalogue_version_catalogue_id_catalogue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_version")),
        sa.UniqueConstraint("number", name=op.f("uq_catalogue_version_number")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_catalogue_version_catalogue_id_number"),
        "catalogue_version",
        ["catalogue_id", "number"],
        unique=False,
        schema="analysis",
    )
    op.create_index(
        "ix_catalogue_version_draft",
        "catalogue_version",
        ["catalogue_id"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.execute(
        """
        CREATE FUNCTION analysis.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'catalogue version % is published and does not change', OLD.number;
        END $$
        """
    )
    op.execute(
        """
        CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON analysis.catalogue_version
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION analysis.keep_published()
        """
    )
    op.create_table(
        "reassessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("campaign_id", sa.Uuid(), nullable=False),
        sa.Column("catalogue_version", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('running', 'cancelled', 'finished')", name=op.f("ck_reassessment_state")),
        sa.CheckConstraint("0 <= done AND done <= total", name=op.f("ck_reassessment_done")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["analysis.campaign.id"],
            name=op.f("fk_reassessment_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reassessment")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_reassessment_campaign_id_requested_at"),
        "reassessment",
        ["campaign_id", "requested_at"],
        unique=False,
        schema="analysis",
    )
    op.create_index(
        "ix_reassessment_running",
        "reassessment",
        ["campaign_id"],
        unique=True,
        schema="analysis",
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_table(
        "reassessment_item",
        sa.Column("reassessment_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["reassessment_id"],
            ["analysis.reassessment.id"],
            name=op.f("fk_reassessment_item_reassessment_id_reassessment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["analysis.response.id"],
            name=op.f("fk_reassessment_item_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("reassessment_id", "response_id", name=op.f("pk_reassessment_item")),
        schema="analysis",
    )
    op.create_index(
        op.f("ix_reassessment_item_response_id"), "reassessment_item", ["response_id"], unique=False, schema="analysis"
    )
