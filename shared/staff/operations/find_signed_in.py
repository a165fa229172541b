"""Who is behind a session, asked by every request for staff, under the role of any service."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import SignedIn
from shared.staff.domain.tokens import IDLE_FOR
from shared.staff.storage.tables import Account, Membership, Session

#: A page view writes nothing, except that once in a while it notes that the session is in use.
NOTED_EVERY: Final = timedelta(minutes=5)


async def find_signed_in(session: AsyncSession, token_digest: bytes, at: datetime) -> SignedIn | None:
    """None when the session has ended, or never was, or its account is closed."""
    query = (
        select(Session.used_at, Account.id, Account.full_name, Membership.district, Membership.role)
        .join(Account, Account.id == Session.account_id)
        .outerjoin(Membership, Membership.account_id == Account.id)
        .where(
            Session.token_digest == token_digest,
            Session.ends_at > at,
            Session.used_at > at - IDLE_FOR,
            Account.closed_at.is_(None),
        )
    )
    rows = (await session.execute(query)).all()
    if not rows:
        return None
    if at - rows[0].used_at > NOTED_EVERY:
        await session.execute(update(Session).where(Session.token_digest == token_digest).values(used_at=at))
    return _signed_in(rows)


async def find_by_account(session: AsyncSession, account_id: UUID) -> SignedIn:
    """Whoever asked for something that is done only now, with what they may do today: nothing once the account closed.

    Without a name where there is no such account.
    """
    query = (
        select(Account.id, Account.full_name, Account.closed_at, Membership.district, Membership.role)
        .outerjoin(Membership, Membership.account_id == Account.id)
        .where(Account.id == account_id)
    )
    rows = (await session.execute(query)).all()
    if not rows or rows[0].closed_at:
        return SignedIn(account_id, rows[0].full_name if rows else "", {})
    return _signed_in(rows)


def _signed_in(rows: list[Row[Any]] | Any) -> SignedIn:
    memberships = {row.district: row.role for row in rows if row.district is not None}
    return msgspec.convert({"account_id": rows[0].id, "name": rows[0].full_name, "memberships": memberships}, SignedIn)
