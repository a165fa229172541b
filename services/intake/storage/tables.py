"""Schema `intake`: campaigns, questionnaires, channels, responses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("intake")


class Campaign(Base):
    """One round of asking. `promise_on`: by when participants get an answer."""

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[dict[str, Any]]
    intro: Mapped[dict[str, Any]]
    office: Mapped[str]
    level: Mapped[str]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    promise_on: Mapped[date]
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("level IN ('information', 'anhoerung', 'beratung', 'mitbestimmung')", name="level"),
        CheckConstraint("opens_at < closes_at", name="dates"),
    )


class Questionnaire(Base):
    """One version of a campaign's questions; a published one never changes (a trigger sees to it)."""

    __tablename__ = "questionnaire"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"))
    version: Mapped[int]
    definition: Mapped[dict[str, Any]]
    published_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "campaign_id", "version", unique=True),)


class Channel(Base):
    """How people arrive: one poster, place, group pack, kiosk or link. Its code stands in the QR."""

    __tablename__ = "channel"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str]
    opened_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("kind IN ('poster', 'flyer', 'group', 'kiosk', 'link')", name="kind"),)


class Response(Base):
    """One completed questionnaire. The receipt itself is not kept, only a keyed digest of it.

    Without foreign keys: checking them locks the same campaign, channel and questionnaire rows for every response, and
    a crowd at one poster would queue behind them. Nothing ever deletes those rows; `deploy check` looks all the same.
    """

    __tablename__ = "response"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    channel_id: Mapped[UUID]
    questionnaire_id: Mapped[UUID]
    language: Mapped[str]
    answers: Mapped[list[Any]]
    receipt_digest: Mapped[bytes] = mapped_column(unique=True)
    receipt_attempt: Mapped[int] = mapped_column(SmallInteger)
    received_at: Mapped[datetime]

    __table_args__ = (Index(None, "campaign_id", "received_at"),)


COMPONENT: Final = Component("intake", Base.metadata, Path(__file__).parent.parent / "migrations")
