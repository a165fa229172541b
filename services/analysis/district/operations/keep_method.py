"""Adding to the library, changing what is in it for one's district, and saying which campaign used a method."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.methods import Method
from services.analysis.district.storage.method_tables import MethodUse, OwnMethod
from services.analysis.district.storage.methods import find_own
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def keep_method(
    session: AsyncSession, district: str, method: Method, edition: int, by: SignedIn, at: datetime
) -> bool:
    """False, and nothing kept, when somebody changed it since `edition` was shown (0: the house's, or new)."""
    row = await find_own(session, district, method.key, lock=True)
    if edition != (row.edition if row else 0):
        return False
    content = msgspec.to_builtins(msgspec.structs.replace(method, own_of=district))
    changed = {"content": content, "edition": edition + 1, "changed_at": at, "retired_at": None}
    new = insert(OwnMethod).values(id=random_id(), district=district, key=method.key, **changed)
    where = OwnMethod.edition == edition
    kept = new.on_conflict_do_update(index_elements=["district", "key"], set_=changed, where=where)
    kept_id = await session.scalar(kept.returning(OwnMethod.id))
    if kept_id is None:
        return False
    await record_change(session, by, "method.kept", kept_id, {"method": method.key})
    return True


async def retire_method(session: AsyncSession, row: OwnMethod, by: SignedIn, at: datetime) -> None:
    """It is no longer offered; where the house has one of this key, that one is again."""
    await session.execute(
        update(OwnMethod).where(OwnMethod.id == row.id).values(retired_at=at, edition=row.edition + 1)
    )
    await record_change(session, by, "method.retired", row.id, {"method": row.key})


async def note_use(session: AsyncSession, campaign_id: UUID, method: str, by: SignedIn, at: datetime) -> None:
    """Once for both, however often it is said."""
    row = {"id": random_id(), "campaign_id": campaign_id, "method": method, "noted_at": at}
    noted = insert(MethodUse).values(row).on_conflict_do_nothing().returning(MethodUse.id)
    if (use_id := await session.scalar(noted)) is not None:
        await record_change(session, by, "method.used", use_id, {"method": method})


async def undo_use(session: AsyncSession, campaign_id: UUID, method: str, by: SignedIn, at: datetime) -> None:
    standing = (MethodUse.campaign_id == campaign_id, MethodUse.method == method, MethodUse.undone_at.is_(None))
    undone = await session.scalar(update(MethodUse).where(*standing).values(undone_at=at).returning(MethodUse.id))
    if undone is not None:
        await record_change(session, by, "method.unused", undone, {"method": method})
