"""What staff aim at."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Target(Base):
    """How many responses a campaign, or one of its channels, is meant to bring. None is a row that is gone."""

    __tablename__ = "target"

    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    response_count: Mapped[int]
    changed_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("response_count > 0", name="response_count"),)
