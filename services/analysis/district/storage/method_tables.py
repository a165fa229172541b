"""What a city adds to the library of methods, and which campaign used which."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class OwnMethod(Base):
    """A method that staff of a district wrote, or their version of one that comes with the house (the same key).

    `edition` counts the changes. `retired_at`: no longer offered; campaigns that used it still name it.
    """

    __tablename__ = "own_method"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    key: Mapped[str]
    content: Mapped[dict[str, Any]]
    edition: Mapped[int]
    changed_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "district", "key", unique=True), CheckConstraint("edition > 0", name="edition"))


class MethodUse(Base):
    """A campaign used a method; staff say so, once for both."""

    __tablename__ = "method_use"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"))
    method: Mapped[str]
    noted_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "ix_method_use_standing", "campaign_id", "method", unique=True, postgresql_where=text("undone_at IS NULL")
        ),
    )
