"""Files of single responses while they are made and until they are forgotten; what is open to all; tokens' use."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base


class Export(Base):
    """One file of single responses that somebody asked for, and what for. The id comes with the form.

    `claim` is the worker at it, until `claimed_until`; `done` of `total` steps are taken. `plan`: what was laid down
    at the beginning, see operations/plan_export.py; of a file that is gone (`cancelled`) who was in it. `size` in
    bytes.
    """

    __tablename__ = "export"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    format: Mapped[str]
    texts: Mapped[bool]
    labels: Mapped[bool]
    purpose: Mapped[str]
    state: Mapped[str]
    requested_at: Mapped[datetime] = mapped_column(index=True)
    requested_by: Mapped[UUID]
    claim: Mapped[UUID | None]
    claimed_until: Mapped[datetime | None]
    done: Mapped[int]
    total: Mapped[int]
    plan: Mapped[bytes | None]
    size: Mapped[int | None]
    failure: Mapped[str | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('running', 'finished', 'failed', 'cancelled')", name="state"),
        CheckConstraint("format IN ('csv', 'xlsx', 'ods', 'jsonl', 'spss')", name="format"),
        CheckConstraint("0 <= done AND done <= total", name="done"),
        CheckConstraint("(state = 'running') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("(state = 'finished') = (size IS NOT NULL)", name="size"),
        CheckConstraint("purpose <> ''", name="purpose"),
    )


class ExportPart(Base):
    """A portion of rows that is ready (`rows`), or of the finished file (`file`), in the order of `number`."""

    __tablename__ = "export_part"

    export_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.export.id", ondelete="CASCADE"), primary_key=True)
    stage: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes]

    __table_args__ = (CheckConstraint("stage IN ('rows', 'file')", name="stage"),)


class OpenData(Base):
    """A campaign whose tables are open to everybody; without a row they are not."""

    __tablename__ = "open_data"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), primary_key=True)
    published_at: Mapped[datetime]
    published_by: Mapped[UUID]


class TokenUse(Base):
    """How often a program asked within one minute since 1970. The token stands in another schema."""

    __tablename__ = "token_use"

    token_id: Mapped[UUID] = mapped_column(primary_key=True)
    minute: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    use_count: Mapped[int]

    __table_args__ = (Index(None, "minute"),)
