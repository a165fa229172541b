"""Concepts, sheets and reports, and their versions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "f8c7e9a1b3d5"
down_revision = "f7b6d8e0a2c4"
branch_labels = None
depends_on = None

#: A version says for ever what it said; only its adoption may be noted, once.
GUARD = """
CREATE FUNCTION analysis.keep_paper_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.adopted_on IS NOT NULL
        OR (NEW.id, NEW.paper_id, NEW.number, NEW.content, NEW.note, NEW.made_at, NEW.made_by)
            IS DISTINCT FROM (OLD.id, OLD.paper_id, OLD.number, OLD.content, OLD.note, OLD.made_at, OLD.made_by)
    THEN
        RAISE EXCEPTION 'a version of a paper never changes';
    END IF;
    RETURN NEW;
END $$
"""


def upgrade() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("words", JSONB(), nullable=False),
        sa.Column("rules", JSONB(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('concept', 'sheet', 'report')", name=op.f("ck_paper_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        schema="analysis",
    )
    columns = ["district", "kind", "subject"]
    op.create_index(op.f("ix_paper_district_kind_subject"), "paper", columns, unique=True, schema="analysis")
    op.create_table(
        "paper_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("paper_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", JSONB(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("adopted_by", sa.Text(), nullable=False),
        sa.Column("catalogue", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(adopted_on IS NULL) = (adopted_by = '') AND (adopted_on IS NULL) = (catalogue IS NULL)",
            name=op.f("ck_paper_version_adopted"),
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["analysis.paper.id"], name=op.f("fk_paper_version_paper_id_paper"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_version")),
        schema="analysis",
    )
    columns = ["paper_id", "number"]
    op.create_index(op.f("ix_paper_version_paper_id_number"), "paper_version", columns, unique=True, schema="analysis")
    overruled = sa.Column("overruled", JSONB(), server_default=sa.text("'{}'"), nullable=False)
    op.add_column("campaign", overruled, schema="analysis")
    op.execute(GUARD)
    op.execute(
        "CREATE TRIGGER keep BEFORE UPDATE ON analysis.paper_version "
        "FOR EACH ROW EXECUTE FUNCTION analysis.keep_paper_version()"
    )
