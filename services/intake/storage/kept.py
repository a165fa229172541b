"""What the taking in of kept responses asks beyond a form: what kind of channel it is."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage import tables
from services.intake.storage.forms import Form

#: Channels whose device goes from hand to hand.
SHARED: Final = frozenset({"group", "kiosk"})


async def is_shared(session: AsyncSession, form: Form) -> bool:
    """Whether the next person at the device is somebody else."""
    kind = await session.scalar(select(tables.Channel.kind).where(tables.Channel.id == form.channel_id))
    return kind in SHARED
