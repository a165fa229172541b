"""Schema `bus`: messages, and the deliveries they owe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("bus")


WAITING: Final = "waiting"
DONE: Final = "done"
SHELVED: Final = "shelved"


class Message(Base):
    """A fact. `subject` is what it is about, so that everything about one thing can be found and erased."""

    __tablename__ = "message"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    subject: Mapped[UUID | None]
    payload: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]

    __table_args__ = (Index(None, "subject"), Index(None, "name", "published_at"))


class Delivery(Base):
    """One message owed to one consumer.

    `next_at` is when the doorbell is due: now, after a pause, or after the lease of the ring that is under way.
    """

    __tablename__ = "delivery"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("bus.message.id", ondelete="CASCADE"))
    consumer: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=WAITING)
    ring_count: Mapped[int] = mapped_column(server_default=text("0"))
    attempt_count: Mapped[int] = mapped_column(server_default=text("0"))
    next_at: Mapped[datetime]
    rung_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    last_error: Mapped[str | None]

    __table_args__ = (
        CheckConstraint(f"state IN ('{WAITING}', '{DONE}', '{SHELVED}')", name="state"),
        Index(None, "message_id", "consumer", unique=True),
        Index("ix_delivery_due", "next_at", postgresql_where=text("state = 'waiting'")),
        Index("ix_delivery_shelved", "consumer", postgresql_where=text("state = 'shelved'")),
    )


class Chore(Base):
    """When something that has to be done from time to time was last done to its end, and to how many rows."""

    __tablename__ = "chore"

    name: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_count: Mapped[int] = mapped_column(server_default=text("0"))


COMPONENT: Final = Component("bus", Base.metadata, Path(__file__).parent / "migrations")
