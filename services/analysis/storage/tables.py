"""Schema `analysis`: what was learned from facts, what was read in responses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("analysis")


class Campaign(Base):
    """A campaign as its newest published version tells it."""

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str] = mapped_column(index=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[dict[str, Any]]
    office: Mapped[str]
    level: Mapped[str]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    promise_on: Mapped[date]
    version: Mapped[int]


class Question(Base):
    """One question of one questionnaire version; `place` is its position from 0."""

    __tablename__ = "question"

    questionnaire_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    place: Mapped[int]
    kind: Mapped[str]
    label: Mapped[dict[str, Any]]
    choices: Mapped[list[Any]]


class Channel(Base):
    """A way into a campaign. No foreign key: it may be heard of before its campaign."""

    __tablename__ = "channel"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str]
    opened_at: Mapped[datetime]


class Response(Base):
    """One completed questionnaire. Campaign and channel may be heard of later.

    `day` is the day of receipt in Europe/Berlin; `closed` holds the answers that are not free text.
    """

    __tablename__ = "response"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    channel_id: Mapped[UUID]
    language: Mapped[str]
    received_at: Mapped[datetime]
    day: Mapped[date]
    closed: Mapped[list[Any]]

    __table_args__ = (Index(None, "campaign_id", "day"),)


class Passage(Base):
    """One answer in free text, as it was written."""

    __tablename__ = "passage"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    text: Mapped[str]


class Assessment(Base):
    """One pass of one tagger version with one catalogue version over one response; the newest is current."""

    __tablename__ = "assessment"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"))
    tagger_version: Mapped[str]
    catalogue_version: Mapped[int]
    state: Mapped[str]
    current: Mapped[bool]
    assessed_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("state IN ('tagged', 'unclear', 'off_topic', 'excluded')", name="state"),
        Index(None, "response_id", "tagger_version", "catalogue_version", unique=True),
        Index("ix_assessment_current", "response_id", unique=True, postgresql_where=text("current")),
    )


class Tag(Base):
    """A claim that a passage bears on a standard. The quote is `passage.text[start:end]`, in code points."""

    __tablename__ = "tag"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.assessment.id", ondelete="CASCADE"), index=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), index=True)
    standard: Mapped[str]
    stance: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    confidence: Mapped[float]
    doubt: Mapped[float]
    reason: Mapped[dict[str, Any]]

    __table_args__ = (
        CheckConstraint("stance IN ('met', 'not_met', 'suggestion')", name="stance"),
        CheckConstraint('0 <= start AND start < "end"', name="span"),
    )


COMPONENT: Final = Component("analysis", Base.metadata, Path(__file__).parent.parent / "migrations")
