"""Schema `intake`: campaigns, questionnaires, channels, responses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("intake")


class Campaign(Base):
    """One round of asking. `promise_on`: by when participants get an answer. `project`: the Vorhaben it is about.

    `closed_at`: when it was closed by hand, or archived; `closes_at` stays what was planned. `edition` grows with every
    change, so that two people who change the same campaign notice each other.
    """

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
    project: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    closed_at: Mapped[datetime | None]
    edition: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'published', 'closed', 'archived')", name="state"),
        CheckConstraint("(closed_at IS NULL) = (state IN ('draft', 'published'))", name="closed"),
        CheckConstraint("kind IN ('feedback', 'evaluation')", name="kind"),
        CheckConstraint("level IN ('information', 'anhoerung', 'beratung', 'mitbestimmung')", name="level"),
        CheckConstraint("opens_at < closes_at", name="dates"),
    )


class Questionnaire(Base):
    """One version of a campaign's questions; a published one never changes (a trigger sees to it).

    One that is not published is the draft: there is at most one. `before`: what it said before the last change.
    """

    __tablename__ = "questionnaire"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"))
    version: Mapped[int]
    definition: Mapped[dict[str, Any]]
    published_at: Mapped[datetime | None]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    edition: Mapped[int]
    changed_at: Mapped[datetime | None]
    changed_by: Mapped[str]

    __table_args__ = (
        Index(None, "campaign_id", "version", unique=True),
        Index("uq_questionnaire_draft", "campaign_id", unique=True, postgresql_where=text("published_at IS NULL")),
    )


class Channel(Base):
    """How people arrive: one poster, place, group pack, kiosk or link. Its code stands in the QR.

    `department`: the responsible office's own link; what comes by it is the office's view, not a participant's.
    """

    __tablename__ = "channel"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str]
    opened_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("kind IN ('poster', 'flyer', 'group', 'kiosk', 'link', 'department')", name="kind"),
    )


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
    #: When it waited on a device without network.
    filled_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "campaign_id", "received_at"),)


class Begun(Base):
    """A response that somebody means to go on with: what was typed so far, by field, under a keyed digest of its code.

    `step`: where it goes on. `fields` belong to one version of the questionnaire; a later one takes over what it still
    asks. Gone when the response is sent, and after `expires_at`.
    """

    __tablename__ = "begun"

    code_digest: Mapped[bytes] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(index=True)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"))
    questionnaire_id: Mapped[UUID]
    language: Mapped[str]
    step: Mapped[str]
    fields: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Barrier(Base):
    """A report of a barrier as somebody wrote it; nothing about who that was, or about their device.

    Open until somebody of the staff settles it. `page`: where it was, as far as it was told.
    """

    __tablename__ = "barrier"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str]
    page: Mapped[str]
    language: Mapped[str]
    reported_at: Mapped[datetime]
    note: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None]

    __table_args__ = (CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settled"),)


COMPONENT: Final = Component("intake", Base.metadata, Path(__file__).parent.parent / "migrations")
