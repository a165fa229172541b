"""Searching passages for what must not simply be shown, before anybody sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.sensitive import find_sensitive
from services.analysis.storage.tables import Passage, Screening, Sensitive


async def screen_passages(session: AsyncSession, passages: Sequence[Passage], at: datetime) -> None:
    """Each passage once: what a person decided since stays as it is."""
    screened = select(Screening.passage_id).where(Screening.passage_id.in_([one.id for one in passages]))
    known = set(await session.scalars(screened))
    for passage in passages:
        if passage.id not in known:
            await _screen(session, passage, at)


async def _screen(session: AsyncSession, passage: Passage, at: datetime) -> None:
    found = find_sensitive(passage.text)
    rows = [{"passage_id": passage.id, **msgspec.structs.asdict(one)} for one in found]
    if rows:
        await session.execute(insert(Sensitive).on_conflict_do_nothing(), rows)
    state = "held" if any(one.treatment == "hold" for one in found) else "clear"
    row: dict[str, Any] = {"passage_id": passage.id, "state": state, "screened_at": at}
    await session.execute(insert(Screening).values(row).on_conflict_do_nothing())
