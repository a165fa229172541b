"""Tables of the wing, in schema `analysis`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from services.analysis.storage.tables import Base
from shared.kit.guesses import GuessCount


class Entry(Base):
    """One thing of a district; see domain/entries.py. `name` is the fact of that key, for lists and looking up."""

    __tablename__ = "entry"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    facts: Mapped[dict[str, Any]]
    state: Mapped[str]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("analysis.entry.id"))
    edition: Mapped[int]
    code: Mapped[str | None] = mapped_column(unique=True)
    seen_at: Mapped[datetime | None]
    doubt_count: Mapped[int]

    __table_args__ = (
        CheckConstraint("state IN ('live', 'merged', 'removed')", name="state"),
        CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
        Index(None, "district", "kind"),
    )


class InventoryRevision(Base):
    """Grows with every change in a district, so that whoever read its inventory knows whether it still holds."""

    __tablename__ = "inventory_revision"

    district: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]


class EntryChange(Base):
    """One change of one entry, with what stood there before; see domain/entries.py, Diff.

    `by`: the account, where staff did it. `batch_id`: the import it belongs to.
    """

    __tablename__ = "entry_change"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.entry.id", ondelete="CASCADE"), index=True)
    district: Mapped[str]
    edition: Mapped[int]
    verb: Mapped[str]
    source: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[UUID | None]
    batch_id: Mapped[UUID | None] = mapped_column(index=True)
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    undone_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "district", "at"),)


class OwnLink(Base):
    """An organisation's own way to its entry: a keyed digest of a secret that is shown once."""

    __tablename__ = "own_link"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.entry.id", ondelete="CASCADE"), index=True)
    digest: Mapped[bytes] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    made_by: Mapped[UUID]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Hint(Base):
    """What somebody tapped in front of a code: the day, the verdict, perhaps a remark; nothing about who it was.

    The id comes with the page, so that a double tap is one hint.
    """

    __tablename__ = "hint"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.entry.id", ondelete="CASCADE"), index=True)
    district: Mapped[str]
    verdict: Mapped[str]
    remark: Mapped[str]
    day: Mapped[date]
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("verdict IN ('right', 'wrong')", name="verdict"),
        Index("ix_hint_open", "district", "day", postgresql_where=text("settled_at IS NULL AND verdict = 'wrong'")),
    )


class EntryImport(Base):
    """A file of entries: looked at, then taken as a whole, then perhaps undone as a whole.

    `rows`: what the file holds, until it is taken. `mapping`: column → field. `result`: counts of what was done.
    """

    __tablename__ = "entry_import"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str] = mapped_column(index=True)
    format: Mapped[str]
    kind: Mapped[str]
    file_name: Mapped[str]
    #: JSON as it was written: the columns stay in the order of the file.
    rows: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    mapping: Mapped[dict[str, Any]]
    state: Mapped[str]
    result: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID]
    taken_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('open', 'taken', 'undone', 'discarded')", name="state"),
        CheckConstraint("format IN ('table', 'hsds')", name="format"),
    )


class EntryDistinction(Base):
    """People looked at two entries that seemed the same, and said that they are not. The smaller id stands first."""

    __tablename__ = "entry_distinction"

    first_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.entry.id", ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.entry.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    by: Mapped[UUID]
    at: Mapped[datetime]

    __table_args__ = (CheckConstraint("first_id < second_id", name="order"),)


class Guess(GuessCount, Base):
    """Wrong codes of entries and links; see shared/kit/guesses.py."""

    __tablename__ = "guess"
