"""Counting attempts to sign in, before they are looked at: 50 guesses at once count like 50 in a row."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.attempts import Counted, count_attempt, count_together
from shared.staff.storage.tables import Account, Credential

#: The row of Credential that counts for all accounts together, and for names that no account has.
EVERYBODY: Final = UUID(int=0)


class TooManyAttemptsError(Exception):
    """All accounts together were tried too often; nobody is heard for a moment."""


async def claim_attempt(session: AsyncSession, name: str, at: datetime) -> Credential | None:
    """The credential to check against; None for an unknown account, one without password, or one in its pause.

    Raises TooManyAttemptsError.
    """
    everybody = await _everybody(session, at)
    empty_at = count_together(everybody.next_at, at)
    if empty_at is None:
        raise TooManyAttemptsError
    everybody.next_at = empty_at
    credential = await _find(session, name)
    if credential is None:
        return None
    counted = count_attempt(Counted(credential.attempt_count, credential.next_at), at)
    if counted is None:
        return None
    credential.attempt_count, credential.next_at = counted
    return credential


async def _everybody(session: AsyncSession, at: datetime) -> Credential:
    await session.execute(insert(Credential).values(id=EVERYBODY, next_at=at).on_conflict_do_nothing())
    query = select(Credential).where(Credential.id == EVERYBODY).with_for_update()
    return (await session.scalars(query)).one()


async def _find(session: AsyncSession, name: str) -> Credential | None:
    query = (
        select(Credential)
        .join(Account, Account.id == Credential.id)
        .where(Account.name == name, Account.closed_at.is_(None))
        .with_for_update(of=Credential)
    )
    return (await session.scalars(query)).one_or_none()
