"""Packages that a district was brought, and what it let go of the inheritance."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class BroughtPackage(Base):
    """A package as it came, looked at and perhaps taken. `origin`: the key that signed it, in hexadecimal."""

    __tablename__ = "brought_package"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    origin: Mapped[str]
    content: Mapped[dict[str, Any]]
    brought_at: Mapped[datetime]
    brought_by: Mapped[str]
    taken_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("length(origin) = 64", name="origin"),
        Index(None, "district", "taken_at"),
        Index("ix_brought_package_waiting", "district", unique=True, postgresql_where=text("taken_at IS NULL")),
    )


class LetGo(Base):
    """An inherited part that became the district's own, and why; taken back after `back_at`, and kept as history."""

    __tablename__ = "let_go"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    part: Mapped[str]
    key: Mapped[str]
    reason: Mapped[str]
    let_go_at: Mapped[datetime]
    let_go_by: Mapped[str]
    back_at: Mapped[datetime | None]
    back_by: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("part IN ('rules', 'standard')", name="part"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint("num_nulls(back_at, back_by) IN (0, 2)", name="back"),
        Index("ix_let_go_standing", "district", "part", "key", unique=True, postgresql_where=text("back_at IS NULL")),
    )
