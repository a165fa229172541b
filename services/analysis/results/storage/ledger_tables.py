"""What the chain behind the ledger is kept in; see domain/chain.py. A trigger writes the arrivals, another guards."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class LedgerArrival(Base):
    """A response that was heard of and is not in the chain yet: written with the response, in the same transaction.

    `number`: the order of arrival. No foreign keys: what arrived has arrived.
    """

    __tablename__ = "ledger_arrival"

    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    campaign_id: Mapped[UUID]
    response_id: Mapped[UUID]

    __table_args__ = (Index(None, "campaign_id", "number"),)


class LedgerLink(Base):
    """One link; never changed and never deleted (a trigger sees to it). The response's id is not public."""

    __tablename__ = "ledger_link"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    response_id: Mapped[UUID] = mapped_column(unique=True)
    fingerprint: Mapped[str]
    hash: Mapped[str]

    __table_args__ = (CheckConstraint("position > 0", name="position"), Index(None, "fingerprint"))


class LedgerSeal(Base):
    """What the ledger said at a moment, as it was published; never changed and never deleted (the same trigger)."""

    __tablename__ = "ledger_seal"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    position: Mapped[int]
    head: Mapped[str]
    counts: Mapped[dict[str, Any]]
    hash: Mapped[str]


class DepartmentAsked(Base):
    """The responsible department was asked for its own answers; once for each occasion. No foreign key, as above."""

    __tablename__ = "department_asked"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    occasion: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("occasion IN ('ended', 'reminder')", name="occasion"),)
