"""Closing an account: the person is signed out and stays in the audit trail."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Account, Session


async def close_account(session: AsyncSession, account_id: UUID, at: datetime, by: SignedIn | None = None) -> None:
    """From now on nobody signs in with it, by password or by link. Its name stays taken."""
    statement = update(Account).where(Account.id == account_id, Account.closed_at.is_(None)).values(closed_at=at)
    if (await session.execute(statement.returning(Account.id))).first():
        await session.execute(delete(Session).where(Session.account_id == account_id))
        await record_change(session, by, "account.closed", account_id)
