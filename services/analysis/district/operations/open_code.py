"""A code for an entry's QR, that asks whoever stands there: is this still right?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry
from services.analysis.district.storage import entries
from services.analysis.district.storage.entries import Act
from shared.kit.ids import random_code
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

LENGTH: Final = 6


async def open_codes(session: AsyncSession, chosen: Iterable[Entry], by: SignedIn, at: datetime) -> int:
    """For those that have none; each is read again under a lock. Returns how many are new."""
    count = 0
    for one in chosen:
        entry = await entries.find_entry(session, one.id, lock=True)
        if entry and not entry.code:
            coded = msgspec.structs.replace(entry, code=random_code(LENGTH))
            await entries.change(session, entry, coded, Act("changed", "staff", at, by))
            await record_change(session, by, "entry.coded", entry.id)
            count += 1
    return count
