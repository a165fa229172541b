"""Proposals that somebody took up."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Proposal(Base):
    """As it stood when it was taken up, with its grounds in words: facts may change, the reason for a decision may not.

    `content`: see operations/open_proposal.py. `slug`: of the campaign it is discussed in, where it is.
    """

    __tablename__ = "proposal"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    key: Mapped[str]
    kind: Mapped[str]
    content: Mapped[dict[str, Any]]
    state: Mapped[str]
    slug: Mapped[str | None] = mapped_column(unique=True)
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID]
    decision: Mapped[str | None]
    reason: Mapped[str]
    owner: Mapped[str]
    due_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("state IN ('kept', 'discussed', 'decided', 'dismissed')", name="state"),
        CheckConstraint("decision IN ('do', 'partly', 'not')", name="decision"),
        CheckConstraint("(state IN ('decided', 'dismissed')) = (decided_at IS NOT NULL)", name="decided"),
        CheckConstraint("state <> 'decided' OR (decision IS NOT NULL AND reason <> '' AND owner <> '')", name="why"),
        CheckConstraint("num_nulls(decided_at, decided_by) IN (0, 2)", name="by"),
        Index(None, "district", "key", unique=True),
    )
