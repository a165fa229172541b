"""Making an account; it may nothing until a role is granted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.ids import random_id
from shared.staff.domain.names import read_name
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change
from shared.staff.storage.tables import Account


class NameTakenError(ValueError):
    """There is an account of this name."""


async def create_account(
    session: AsyncSession, name: str, full_name: str, at: datetime, by: SignedIn | None = None
) -> UUID:
    """Raises NameTakenError."""
    row = {"id": random_id(), "name": read_name(name), "full_name": full_name.strip(), "created_at": at}
    statement = insert(Account).values(row).on_conflict_do_nothing(index_elements=["name"]).returning(Account.id)
    account_id = await session.scalar(statement)
    if account_id is None:
        raise NameTakenError(f"there is an account {row['name']}")
    await record_change(session, by, "account.created", account_id, {"name": row["name"]})
    return account_id
