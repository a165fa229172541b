"""Schema `notify`: campaigns as far as letters need them, journeys, contacts, subscriptions, notifications."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("notify")


#: A subscription: asked for, confirmed by the owner of the address, ended.
ASKED: Final = "asked"
CONFIRMED: Final = "confirmed"
ENDED: Final = "ended"
#: A notification: to be sent, being sent, sent, refused by the mail server for good, no longer wanted.
WAITING: Final = "waiting"
SENDING: Final = "sending"
SENT: Final = "sent"
REFUSED: Final = "refused"
UNWANTED: Final = "unwanted"


class Campaign(Base):
    """What letters and pages say of a campaign. `version`: of the newest questionnaire heard of."""

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]
    title: Mapped[dict[str, Any]]
    office: Mapped[str]
    promise_on: Mapped[date]


class Journey(Base):
    """The way of one response, under a pseudonym: the response's id is not kept here.

    The facts may come in any order, so each of their columns may still be empty. `touched`: [{standard, stance,
    passage_count}]. No foreign key to the campaign, which may be heard of later.
    """

    __tablename__ = "journey"

    pseudonym: Mapped[bytes] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    receipt_digest: Mapped[bytes | None] = mapped_column(unique=True)
    language: Mapped[str | None]
    received_at: Mapped[datetime | None]
    assessed_at: Mapped[datetime | None]
    touched: Mapped[list[Any] | None]


class Contact(Base):
    """An address, encrypted; the keyed digest finds it again. Gone as soon as no subscription needs it."""

    __tablename__ = "contact"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    address_digest: Mapped[bytes] = mapped_column(unique=True)
    address: Mapped[bytes]
    created_at: Mapped[datetime]


class Subscription(Base):
    """The wish to hear what becomes of one response. An ended one has no contact any more."""

    __tablename__ = "subscription"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    receipt_digest: Mapped[bytes]
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("notify.contact.id"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    language: Mapped[str]
    state: Mapped[str]
    consent_version: Mapped[int]
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"state IN ('{ASKED}', '{CONFIRMED}', '{ENDED}')", name="state"),
        CheckConstraint(f"(state = '{ENDED}') = (contact_id IS NULL)", name="forgotten"),
        Index(None, "receipt_digest", "contact_id", unique=True),
    )


class Notification(Base):
    """One letter owed to one subscription. `occasion` keeps letters of one kind apart, so none is owed twice.

    `error`: the class of the last failure, never a server's words.
    """

    __tablename__ = "notification"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subscription_id: Mapped[UUID] = mapped_column(ForeignKey("notify.subscription.id", ondelete="CASCADE"))
    letter: Mapped[str]
    occasion: Mapped[str]
    state: Mapped[str]
    queued_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]

    __table_args__ = (
        CheckConstraint(
            f"state IN ('{WAITING}', '{SENDING}', '{SENT}', '{REFUSED}', '{UNWANTED}')",
            name="state",
        ),
        Index(None, "subscription_id", "letter", "occasion", unique=True),
    )


COMPONENT: Final = Component("notify", Base.metadata, Path(__file__).parent.parent / "migrations")
