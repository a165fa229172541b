"""What the command line does about staff. Each command is one transaction."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.domain.names import read_name
from shared.staff.domain.roles import EVERYWHERE, ROLES, Role
from shared.staff.operations import close_account as closing
from shared.staff.operations import create_account as creating
from shared.staff.operations import grant_role as granting
from shared.staff.operations.invite import invite
from shared.staff.settings import Settings
from shared.staff.storage.tables import Account

#: The account that the first sign-in link of a fresh installation leads into.
FIRST_ACCOUNT: Final = "Verwaltung"


class UnknownAccountError(LookupError):
    """There is no open account of this name."""


async def sign_in_link(database: Database, settings: Settings, name: str = FIRST_ACCOUNT) -> str:
    """A one-time link into the account, good for 24 hours.

    The first account is made, as administrator everywhere, if it is missing. Raises UnknownAccountError for any other,
    and NameTakenError if the first account is closed.
    """
    async with database.transaction() as session:
        if name == FIRST_ACCOUNT and await _find(session, name) is None:
            await _make_administrator(session, name)
        account_id = await _known(session, name)
        token = await invite(session, account_id, now())
    return f"{settings.address}/staff/invitation/{token}"


async def create_account(database: Database, name: str, full_name: str) -> UUID:
    """Raises NameTakenError."""
    async with database.transaction() as session:
        return await creating.create_account(session, name, full_name, now())


async def grant_role(database: Database, name: str, district: str, role: Role) -> None:
    """`district`: its name, or `*` for all. Raises UnknownAccountError, and ValueError for a role there is not."""
    if role not in ROLES:
        raise ValueError(f"{role} is no role; there are {', '.join(ROLES)}")
    async with database.transaction() as session:
        await granting.grant_role(session, await _known(session, name), district, role, now())


async def withdraw_role(database: Database, name: str, district: str) -> None:
    """Takes back what `grant_role` gave. Raises UnknownAccountError."""
    async with database.transaction() as session:
        await granting.withdraw_role(session, await _known(session, name), district)


async def close_account(database: Database, name: str) -> None:
    """Signs the person out for good. Raises UnknownAccountError."""
    async with database.transaction() as session:
        await closing.close_account(session, await _known(session, name), now())


async def _make_administrator(session: AsyncSession, name: str) -> UUID:
    at = now()
    account_id = await creating.create_account(session, name, name, at)
    await granting.grant_role(session, account_id, EVERYWHERE, "administrator", at)
    return account_id


async def _known(session: AsyncSession, name: str) -> UUID:
    account_id = await _find(session, name)
    if account_id is None:
        raise UnknownAccountError(f"there is no open account {read_name(name)}")
    return account_id


async def _find(session: AsyncSession, name: str) -> UUID | None:
    query = select(Account.id).where(Account.name == read_name(name), Account.closed_at.is_(None))
    found: UUID | None = await session.scalar(query)
    return found
