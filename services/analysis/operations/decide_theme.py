"""What people decide about themes and their passages; each decision leaves its entry in the audit trail."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import numpy as np
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Campaign, Theme, ThemePassage
from services.analysis.storage.themes import MEMBER, MERGED, NAMED, PROPOSED, REFUSED
from services.analysis.tagger.clusters import normed, packed, unpacked
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

Verdict = Literal["member", "refused"]


async def name_theme(session: AsyncSession, theme: Theme, name: str, by: SignedIn, at: datetime) -> bool:
    """Gives it a name, or another one; False when it was refused or merged meanwhile."""
    await _lock(session, theme)
    if theme.state not in (PROPOSED, NAMED):
        return False
    before = {"state": theme.state, "name": theme.name}
    theme.state, theme.name, theme.decided_at, theme.decided_by = NAMED, name, at, by.account_id
    await record_change(session, by, "theme.named", theme.id, {"state": NAMED, "name": name}, before)
    return True


async def refuse_theme(session: AsyncSession, theme: Theme, by: SignedIn, at: datetime) -> bool:
    """It is not shown any more, and one like it is not proposed again; False when it was decided otherwise before."""
    await _lock(session, theme)
    if theme.state not in (PROPOSED, NAMED):
        return False
    before = {"state": theme.state, "name": theme.name}
    theme.state, theme.decided_at, theme.decided_by = REFUSED, at, by.account_id
    await record_change(session, by, "theme.refused", theme.id, {"state": REFUSED}, before)
    return True


async def reconsider_theme(session: AsyncSession, theme: Theme, by: SignedIn, at: datetime) -> bool:
    """Takes a refusal back: the theme is there to be named again, or has its name; False when it is not refused."""
    await _lock(session, theme)
    if theme.state != REFUSED:
        return False
    theme.state = NAMED if theme.name else PROPOSED
    theme.decided_at, theme.decided_by = (at, by.account_id) if theme.name else (None, None)
    await record_change(session, by, "theme.reconsidered", theme.id, {"state": theme.state}, {"state": REFUSED})
    return True


async def merge_theme(session: AsyncSession, theme: Theme, into: Theme, by: SignedIn, at: datetime) -> bool:
    """Its passages go over to the other, whose centre moves by as much; False when one of them is decided otherwise."""
    await _lock(session, theme, into)
    if theme.id == into.id or {theme.state, into.state} - {PROPOSED, NAMED} or theme.campaign_id != into.campaign_id:
        return False
    await _move_centre(session, theme, into)
    moved = select(ThemePassage.passage_id).where(ThemePassage.theme_id == into.id)
    own = ThemePassage.theme_id == theme.id
    await session.execute(delete(ThemePassage).where(own, ThemePassage.passage_id.in_(moved)))
    await session.execute(update(ThemePassage).where(own).values(theme_id=into.id))
    before = {"state": theme.state, "name": theme.name}
    theme.state, theme.merged_into, theme.decided_at, theme.decided_by = MERGED, into.id, at, by.account_id
    await record_change(session, by, "theme.merged", theme.id, {"state": MERGED, "into": str(into.id)}, before)
    return True


async def decide_passage_of(
    session: AsyncSession, theme: Theme, passage_id: UUID, verdict: Verdict, by: SignedIn
) -> bool:
    """Whether a passage that was proposed belongs to the theme; one that belongs may also be taken out again."""
    own = (ThemePassage.theme_id == theme.id, ThemePassage.passage_id == passage_id)
    before = await session.scalar(select(ThemePassage.state).where(*own).with_for_update())
    if before is None or before == verdict:
        return False
    await session.execute(update(ThemePassage).where(*own).values(state=verdict))
    after = {"passage": str(passage_id), "state": verdict}
    await record_change(session, by, "theme.passage_decided", theme.id, after, {"state": before})
    return True


async def _lock(session: AsyncSession, *themes: Theme) -> None:
    """One decision at a time in a campaign, each seeing the one before."""
    await session.execute(select(Campaign.id).where(Campaign.id == themes[0].campaign_id).with_for_update())
    for theme in themes:
        await session.refresh(theme)


async def _move_centre(session: AsyncSession, theme: Theme, into: Theme) -> None:
    """Centres of another version cannot be compared: the other's stays."""
    if theme.model_version != into.model_version:
        return
    sizes = [await _size(session, one) for one in (into, theme)]
    together = np.stack([unpacked(into.centroid), unpacked(theme.centroid)]) * np.array(sizes)[:, None]
    into.centroid, into.reach = packed(normed(together.sum(0))), min(into.reach, theme.reach)


async def _size(session: AsyncSession, theme: Theme) -> int:
    query = select(func.count()).where(ThemePassage.theme_id == theme.id, ThemePassage.state == MEMBER)
    return await session.scalar(query) or 0
