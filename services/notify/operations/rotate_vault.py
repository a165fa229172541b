"""Putting every address under the newest key, so that an older one can be thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.keep_staff_address import put_under_newest
from services.notify.settings import Settings
from services.notify.storage.tables import Contact, StaffAddress

#: Addresses encrypted anew in one transaction.
BITE: Final = 500


async def rotate_vault(session: AsyncSession, settings: Settings) -> int:
    """Returns how many addresses went under the newest key. Raises InvalidToken if one is under none of the keys."""
    older = select(Contact).where(Contact.vault_key != settings.vault_key).limit(BITE).with_for_update(skip_locked=True)
    contacts = (await session.scalars(older)).all()
    for contact in contacts:
        contact.address = settings.vault.rotate(contact.address)
        contact.vault_key = settings.vault_key
    staff = select(StaffAddress).where(StaffAddress.vault_key != settings.vault_key).limit(BITE)
    rows = (await session.scalars(staff.with_for_update(skip_locked=True))).all()
    for row in rows:
        put_under_newest(settings, row)
    await session.flush()
    return len(contacts) + len(rows)


async def count_by_key(session: AsyncSession) -> Mapping[str, int]:
    """How many addresses are under which key, by the key's name."""
    staff = select(StaffAddress.vault_key).where(StaffAddress.address.is_not(None) | StaffAddress.wanted.is_not(None))
    keys = union_all(select(Contact.vault_key), staff).subquery()
    rows = await session.execute(select(keys.c.vault_key, func.count()).group_by(keys.c.vault_key))
    return dict(rows.all())
