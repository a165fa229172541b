"""What the figures are kept in: sets of responses by answer, and which responses are still to be put in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Figure(Base):
    """A piece of a set: which of the responses `chunk` × domain/folding.py:CHUNK and on have this value.

    `members`: bit n of the little-endian number stands for response n of the piece. `revision`: of the campaign's
    figures, when it last changed.
    """

    __tablename__ = "figure"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    chunk: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    facet: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    members: Mapped[bytes]
    revision: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index(None, "campaign_id", "revision"),)


class FigureEntry(Base):
    """The number a response has in its campaign's sets, and with it its five: see domain/fives.py.

    A number that was shown is never given again. No foreign key: its place stays. `seen`: was shown in another five.
    """

    __tablename__ = "figure_entry"

    response_id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    number: Mapped[int]
    seen: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (Index(None, "campaign_id", "number", unique=True),)


class FigureState(Base):
    """One row per campaign: who folds holds it. `secret`: what its numbers are rounded with; it never changes.

    `heard_count`: how much was ever due and looked at, so that it grows whenever anything changes. `opened`: side → the
    number with which the five begins that is being filled. `said_count`: how often somebody who is shown said something
    else.
    """

    __tablename__ = "figure_state"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger)
    secret: Mapped[bytes]
    next_number: Mapped[int]
    heard_count: Mapped[int] = mapped_column(BigInteger)
    opened: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    said_count: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))


class FigureStep(Base):
    """What somebody said while they were shown, before they said something else.

    `said`: domain/folding.py:digest_of.
    """

    __tablename__ = "figure_step"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    said: Mapped[bytes] = mapped_column(primary_key=True)


class FigureLook(Base):
    """Who was shown together, as a digest, and the campaign's `said_count` when they last were."""

    __tablename__ = "figure_look"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    shown: Mapped[bytes] = mapped_column(primary_key=True)
    said_count: Mapped[int] = mapped_column(BigInteger)


class FigureDue(Base):
    """Something that counts of the response changed: triggers write it in the transaction that changed it.

    `held`: whoever folds has looked at it, and it waits for more. Only they change and delete rows, so that nobody
    waits for anybody.
    """

    __tablename__ = "figure_due"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    campaign_id: Mapped[UUID]
    response_id: Mapped[UUID]
    held: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (Index(None, "held", "campaign_id", "id"),)
