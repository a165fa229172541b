"""Schema `staff`: accounts and what they may, how they sign in, and what they changed.

The services may read account, membership and session: nothing secret stands there.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component
from shared.staff.domain.roles import ROLES


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("staff")


class Account(Base):
    """One person of the administration or a partner. `name` is what they type to sign in. Closed, never deleted."""

    __tablename__ = "account"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("name = lower(name) AND name <> ''", name="name"),)


class Membership(Base):
    """A role in one district, or in all of them (`*`)."""

    __tablename__ = "membership"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("staff.account.id"), primary_key=True)
    district: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    granted_at: Mapped[datetime]

    __table_args__ = (CheckConstraint(f"role IN {ROLES}", name="role"),)


class Credential(Base):
    """A password's Argon2 digest and the attempts at it, by the account's id.

    One more row (see limit_attempts.EVERYBODY) counts all attempts together; it belongs to no account.
    """

    __tablename__ = "credential"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    password_digest: Mapped[str | None]
    attempt_count: Mapped[int] = mapped_column(server_default=text("0"))
    next_at: Mapped[datetime]


class Session(Base):
    """One browser that is signed in. The token stands in its cookie alone; here is a digest of it."""

    __tablename__ = "session"

    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("staff.account.id"), index=True)
    opened_at: Mapped[datetime]
    used_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class Invitation(Base):
    """A one-time link into an account."""

    __tablename__ = "invitation"

    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("staff.account.id"), index=True)
    invited_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Token(Base):
    """What lets a program read, without a person; see domain/access_tokens.py. Here is a keyed digest of it.

    `district`: one, or `*` for all. `used_on`: the last day, in UTC.
    """

    __tablename__ = "token"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(unique=True)
    name: Mapped[str]
    district: Mapped[str]
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID] = mapped_column(ForeignKey("staff.account.id"), index=True)
    expires_at: Mapped[datetime]
    used_on: Mapped[date | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]

    __table_args__ = (CheckConstraint("num_nulls(revoked_at, revoked_by) IN (0, 2)", name="revoked"),)


class AuditEntry(Base):
    """Who changed what, when. Never changed itself (a trigger sees to it). No account: the command line."""

    __tablename__ = "audit_entry"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.account.id"))
    verb: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))

    __table_args__ = (Index(None, "subject_id", "at"), Index(None, "at"))


COMPONENT: Final = Component("staff", Base.metadata, Path(__file__).parent.parent / "migrations")
