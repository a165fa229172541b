"""Papers with people's own words, their versions, and which was adopted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Paper(Base):
    """One living paper; see domain/papers.py. `words`: section → what people wrote. `edition` counts the changes.

    `layout`: where its sections stand; see domain/arranging.py.
    """

    __tablename__ = "paper"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    district: Mapped[str]
    subject: Mapped[str]
    words: Mapped[dict[str, Any]]
    layout: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    rules: Mapped[dict[str, Any]]
    edition: Mapped[int]
    changed_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("kind IN ('concept', 'sheet', 'report')", name="kind"),
        Index(None, "district", "kind", "subject", unique=True),
    )


class PaperVersion(Base):
    """A paper as it stood; never changed but for being adopted (a trigger sees to it)."""

    __tablename__ = "paper_version"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    paper_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.paper.id", ondelete="CASCADE"))
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    note: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    adopted_on: Mapped[date | None]
    adopted_by: Mapped[str]
    catalogue: Mapped[int | None]

    __table_args__ = (
        CheckConstraint(
            "(adopted_on IS NULL) = (adopted_by = '') AND (adopted_on IS NULL) = (catalogue IS NULL)", name="adopted"
        ),
        Index(None, "paper_id", "number", unique=True),
    )
