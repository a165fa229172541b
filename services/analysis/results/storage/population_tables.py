"""Residents as staff bring them, by part and age band; see domain/population.py."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Population(Base):
    """One uploaded table. It is looked at first and counts when somebody took it; the one taken last holds.

    `residents`: its groups. `demo`: invented. `…_by`: names, for the history. What was undone may be taken again.
    """

    __tablename__ = "population"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    year: Mapped[int]
    source: Mapped[str]
    demo: Mapped[bool]
    residents: Mapped[list[Any]]
    uploaded_at: Mapped[datetime]
    uploaded_by: Mapped[str]
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("num_nulls(taken_at, taken_by) IN (0, 2)", name="taken"),
        CheckConstraint(
            "num_nulls(undone_at, undone_by) IN (0, 2) AND (undone_at IS NULL OR taken_at IS NOT NULL)", name="undone"
        ),
        Index(None, "district", "taken_at"),
    )
