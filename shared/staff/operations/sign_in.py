"""Signing in with name and password."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.storage import Database
from shared.staff.domain.names import read_name
from shared.staff.operations.limit_attempts import claim_attempt
from shared.staff.operations.open_session import Cookie, Opened, open_session
from shared.staff.operations.set_password import is_password
from shared.staff.storage.tables import Credential


async def sign_in(database: Database, name: str, password: str, cookie: Cookie, at: datetime) -> Opened | None:
    """A new session, or None: wrong name, wrong password or a pause, all alike.

    Two transactions of its own, because the check between them is slow and must hold no row.
    Raises TooManyAttemptsError.
    """
    async with database.transaction() as session:
        credential = await claim_attempt(session, read_name(name), at)
    digest = credential.password_digest if credential else None
    if not await is_password(digest, password) or credential is None:
        return None
    account_id, checked = credential.id, digest
    async with database.transaction() as session:
        if not await _forgive_attempts(session, account_id, checked, at):
            return None
        return await open_session(session, account_id, cookie, at)


async def _forgive_attempts(session: AsyncSession, account_id: UUID, checked: str | None, at: datetime) -> bool:
    """False when the password was changed while it was being checked."""
    statement = (
        update(Credential)
        .where(Credential.id == account_id, Credential.password_digest == checked)
        .values(attempt_count=0, next_at=at)
        .returning(Credential.id)
    )
    return (await session.execute(statement)).first() is not None
