"""Who answers for a district, for letters to staff."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.domain.roles import EVERYWHERE, Role
from shared.staff.storage.tables import Account, Membership

LEAD: Role = "lead"


class Lead(NamedTuple):
    """`name`: what the person types to sign in, which may be an e-mail address."""

    account_id: UUID
    name: str
    full_name: str


async def find_leads(session: AsyncSession, district: str) -> list[Lead]:
    """Open accounts that hold the role of a lead there, by name."""
    query = (
        select(Account.id, Account.name, Account.full_name)
        .distinct()
        .join(Membership, Membership.account_id == Account.id)
        .where(Account.closed_at.is_(None), Membership.role == LEAD, Membership.district.in_([district, EVERYWHERE]))
        .order_by(Account.name)
    )
    return [Lead(*row) for row in await session.execute(query)]
