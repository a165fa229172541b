"""How many came as far as the form."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Visit(Base):
    """How often a channel's form was opened and begun so far, as intake told it last: openings, not people.

    No foreign keys: it may be heard of before its channel and its campaign.
    """

    __tablename__ = "visit"

    channel_id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    opened_count: Mapped[int]
    started_count: Mapped[int]
    told_at: Mapped[datetime]
