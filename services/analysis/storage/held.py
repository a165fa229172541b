"""Passages that are kept back until a person decides, with all that is needed to decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final, TypeVarTuple
from uuid import UUID

import msgspec
from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.sensitive import KINDS, Kind, Piece, Sensitive, pieces
from services.analysis.storage.passages import read_sensitive
from services.analysis.storage.tables import Campaign, Passage, Response, Screening
from shared.staff.storage.tables import Account

#: Decisions shown, to be looked at again and undone.
LATEST: Final = 20
Columns = TypeVarTuple("Columns")


class Held(msgspec.Struct, frozen=True):
    """`kinds`: most urgent first. `campaign` None: nobody has told of it yet. `who` decided, if anybody did."""

    passage_id: UUID
    campaign: Campaign | None
    language: str
    received_at: datetime
    state: str
    pieces: tuple[Piece, ...]
    kinds: tuple[Kind, ...]
    reasons: tuple[str, ...]
    decided_at: datetime | None
    who: str | None


async def list_held(session: AsyncSession, districts: Collection[str] | None) -> list[Held]:
    """Cries for help first, then threats, then accusations; each oldest first. `districts` None: all."""
    query = _of_districts(_ROWS, districts).where(Screening.state == "held").order_by(Response.received_at)
    found = await _read(session, (await session.execute(query)).all())
    return sorted(found, key=lambda one: KINDS.index(one.kinds[0]))


async def list_decided(session: AsyncSession, districts: Collection[str] | None) -> list[Held]:
    """The latest decisions."""
    query = _of_districts(_ROWS, districts).where(Screening.state.in_(("released", "hidden")))
    query = query.order_by(Screening.decided_at.desc(), Passage.id).limit(LATEST)
    return await _read(session, (await session.execute(query)).all())


async def count_held(session: AsyncSession, districts: Collection[str] | None) -> int:
    query = _of_districts(select(func.count(Passage.id)), districts).where(Screening.state == "held")
    return await session.scalar(query) or 0


async def district_of_passage(session: AsyncSession, passage_id: UUID) -> str | None:
    """None while nobody has told of the campaign, or for a passage that does not exist."""
    query = (
        select(Campaign.district)
        .join(Response, Response.campaign_id == Campaign.id)
        .join(Passage, Passage.response_id == Response.id)
        .where(Passage.id == passage_id)
    )
    return await session.scalar(query)


_ROWS: Final = select(
    Passage.id,
    Passage.text,
    Campaign,
    Response.language,
    Response.received_at,
    Screening.state,
    Screening.decided_at,
    Account.full_name,
)


def _of_districts(query: Select[*Columns], districts: Collection[str] | None) -> Select[*Columns]:
    joined = (
        query.select_from(Screening)
        .join(Passage, Passage.id == Screening.passage_id)
        .join(Response, Response.id == Passage.response_id)
        .outerjoin(Campaign, Campaign.id == Response.campaign_id)
        .outerjoin(Account, Account.id == Screening.decided_by)
    )
    return joined if districts is None else joined.where(Campaign.district.in_(districts))


async def _read(session: AsyncSession, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Held]:
    found = await read_sensitive(session, [row.id for row in rows])
    return [_held(row, [one for one in found[row.id] if one.treatment == "hold"]) for row in rows]


def _held(row: Any, found: list[Sensitive]) -> Held:
    return Held(
        passage_id=row.id,
        campaign=row.Campaign,
        language=row.language,
        received_at=row.received_at,
        state=row.state,
        pieces=pieces(row.text, found),
        kinds=tuple(sorted({one.kind for one in found}, key=KINDS.index)),
        reasons=tuple(dict.fromkeys(one.reason for one in found)),
        decided_at=row.decided_at,
        who=row.full_name,
    )
