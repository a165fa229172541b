"""Giving a role in a district, or taking it away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import Role, SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Membership


async def grant_role(
    session: AsyncSession, account_id: UUID, district: str, role: Role, at: datetime, by: SignedIn | None = None
) -> None:
    """From now on the account holds this role in the district, whatever it held before."""
    held = await session.get(Membership, (account_id, district), with_for_update=True)
    if held and held.role == role:
        return
    before = {"district": district, "role": held.role} if held else None
    await session.merge(Membership(account_id=account_id, district=district, role=role, granted_at=at))
    await record_change(session, by, "account.role_granted", account_id, {"district": district, "role": role}, before)


async def withdraw_role(session: AsyncSession, account_id: UUID, district: str, by: SignedIn | None = None) -> None:
    """From now on the account may nothing in the district, unless it holds a role in all of them."""
    held = await session.get(Membership, (account_id, district), with_for_update=True)
    if held is None:
        return
    await session.delete(held)
    before = {"district": district, "role": held.role}
    await record_change(session, by, "account.role_withdrawn", account_id, before=before)
