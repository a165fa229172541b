"""Packages that a district was brought."""

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
