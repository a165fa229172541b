"""Using a one-time link: to look where it leads, and to go through it once."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import SignedIn
from shared.staff.domain.tokens import digest_invitation_token
from shared.staff.operations.open_session import Cookie, Opened, open_session
from shared.staff.operations.set_password import set_password
from shared.staff.storage.tables import Account, Invitation


class Invited(NamedTuple):
    account_id: UUID
    name: str
    full_name: str


async def find_invited(session: AsyncSession, token: str, at: datetime) -> Invited | None:
    """Whom the link was made for; None when it was used, has expired, or never was. Changes nothing."""
    query = (
        select(Account.id, Account.name, Account.full_name)
        .join(Invitation, Invitation.account_id == Account.id)
        .where(*_open(token, at), Account.closed_at.is_(None))
    )
    row = (await session.execute(query)).one_or_none()
    return Invited(*row) if row else None


async def accept_invitation(
    session: AsyncSession, token: str, password_digest: str | None, cookie: Cookie, at: datetime
) -> Opened | None:
    """Opens a session, and sets the password if there is a new one. None when somebody was faster."""
    invited = await find_invited(session, token, at)
    statement = update(Invitation).where(*_open(token, at)).values(used_at=at).returning(Invitation.account_id)
    if invited is None or (await session.execute(statement)).first() is None:
        return None
    if password_digest:
        themselves = SignedIn(invited.account_id, invited.full_name, {})
        await set_password(session, invited.account_id, password_digest, at, themselves)
    return await open_session(session, invited.account_id, cookie, at)


def _open(token: str, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Invitation.token_digest == digest_invitation_token(token),
        Invitation.used_at.is_(None),
        Invitation.expires_at > at,
    )
