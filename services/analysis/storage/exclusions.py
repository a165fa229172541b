"""Responses that people took out of the counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.passages import read_shown
from services.analysis.storage.tables import Exclusion, Passage, Response
from shared.staff.storage.tables import Account


class Excluded(msgspec.Struct, frozen=True):
    """`texts`: what of it may be shown, in the order of the questions' keys; `withheld`: there is more."""

    response_id: UUID
    reason: str
    who: str
    at: datetime
    language: str
    received_at: datetime
    texts: tuple[str, ...]
    withheld: bool


async def list_excluded(session: AsyncSession, campaign_id: UUID) -> list[Excluded]:
    """Newest first."""
    query = (
        select(Exclusion, Account.full_name, Response.language, Response.received_at)
        .join(Response, Response.id == Exclusion.response_id)
        .outerjoin(Account, Account.id == Exclusion.by)
        .where(Exclusion.campaign_id == campaign_id, Exclusion.undone_at.is_(None))
        .order_by(Exclusion.at.desc(), Exclusion.id)
    )
    rows = (await session.execute(query)).all()
    texts = await _texts(session, [one.response_id for one, *_ in rows])
    return [
        Excluded(
            one.response_id, one.reason, who or "?", one.at, language, received_at, *_shown(texts[one.response_id])
        )
        for one, who, language, received_at in rows
    ]


async def _texts(session: AsyncSession, response_ids: Collection[UUID]) -> dict[UUID, list[str | None]]:
    """By response; None for a text that is not shown."""
    query = select(Passage.response_id, Passage.id).where(Passage.response_id.in_(response_ids))
    rows = (await session.execute(query.order_by(Passage.question))).all()
    shown = await read_shown(session, [row.id for row in rows])
    found: dict[UUID, list[str | None]] = defaultdict(list)
    for row in rows:
        found[row.response_id].append(shown[row.id].text if row.id in shown else None)
    return found


def _shown(texts: Sequence[str | None]) -> tuple[tuple[str, ...], bool]:
    return tuple(text for text in texts if text is not None), None in texts
