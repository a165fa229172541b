"""The chain of a campaign as it is kept, and what the ledger says of the responses in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.chain import Link, Seal, start_of
from services.analysis.results.storage.ledger_tables import LedgerArrival, LedgerLink, LedgerSeal
from services.analysis.storage.kept import Kept
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Response

#: Links read at a time where a whole chain is handed out.
PAGE: Final = 5_000
#: Of every response in the chain, its one state; `missing` stands for a response that is in the chain and not here.
COUNTS: Final = text(
    """
    SELECT CASE
        WHEN r.id IS NULL THEN 'missing'
        WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN a.state IS NULL THEN 'waiting'
        WHEN a.state = 'excluded' THEN 'excluded.' || coalesce(x.reason, 'unknown')
        WHEN a.state IN ('tagged', 'topic') THEN 'tagged'
        ELSE a.state END AS state, count(*) AS times
    FROM analysis.ledger_link l
    LEFT JOIN analysis.response r ON r.id = l.response_id
    LEFT JOIN analysis.assessment a ON a.response_id = r.id AND a.current
    LEFT JOIN analysis.exclusion x ON x.response_id = r.id AND x.undone_at IS NULL
    WHERE l.campaign_id = :campaign_id AND l.position <= :position
    GROUP BY 1
    """
)


class Head(NamedTuple):
    """The end of a chain: 0 and the chain's start before the first link."""

    position: int
    hash: str


class Balance(NamedTuple):
    """The chain's end, how many responses up to there are in which state, and how many are the department's."""

    head: Head
    counts: Mapping[str, int]
    department: int = 0


_kept: Final[Kept[Balance]] = Kept(lambda balance: balance.head.position > PAGE)


async def read_balance(session: AsyncSession, campaign_id: UUID) -> Balance:
    """For a page that anybody may ask for as often as they like: of a large campaign it may be some seconds old."""

    async def make() -> Balance:
        head = await read_head(session, campaign_id)
        counts = await count_states(session, campaign_id, head.position)
        return Balance(head, counts, await count_department(session, campaign_id, head.position))

    return await _kept.get(campaign_id, make)


async def lock_chain(session: AsyncSession, campaign_id: UUID) -> None:
    """One at a time makes links and seals of a campaign, or the chain would fork."""
    key = int.from_bytes(campaign_id.bytes[:8], signed=True)
    await session.execute(select(func.pg_advisory_xact_lock(key)))


async def read_head(session: AsyncSession, campaign_id: UUID) -> Head:
    query = select(LedgerLink.position, LedgerLink.hash).where(LedgerLink.campaign_id == campaign_id)
    row = (await session.execute(query.order_by(LedgerLink.position.desc()).limit(1))).one_or_none()
    return Head(*row) if row else Head(0, start_of(campaign_id))


async def add_links(session: AsyncSession, campaign_id: UUID, links: Sequence[Link], ids: Sequence[UUID]) -> None:
    """`ids`: the responses, in the same order."""
    rows: list[dict[str, Any]] = [
        {"campaign_id": campaign_id, "response_id": response_id, **msgspec.structs.asdict(link)}
        for link, response_id in zip(links, ids, strict=True)
    ]
    await session.execute(insert(LedgerLink), rows)


async def count_arrivals(session: AsyncSession, campaign_id: UUID) -> int:
    """Responses that were heard of and are not in the chain yet."""
    query = select(func.count()).select_from(LedgerArrival).where(LedgerArrival.campaign_id == campaign_id)
    return await session.scalar(query) or 0


async def count_states(session: AsyncSession, campaign_id: UUID, position: int) -> dict[str, int]:
    """Of the responses in the chain up to there: how many are in which state."""
    rows = await session.execute(COUNTS, {"campaign_id": campaign_id, "position": position})
    return {row.state: row.times for row in rows}


async def count_department(session: AsyncSession, campaign_id: UUID, position: int) -> int:
    """Of the responses in the chain up to there, the responsible department's own."""
    query = select(func.count()).select_from(LedgerLink).join(Response, Response.id == LedgerLink.response_id)
    own = (LedgerLink.campaign_id == campaign_id, LedgerLink.position <= position, speaks("department"))
    return await session.scalar(query.where(*own)) or 0


async def newest_seal(session: AsyncSession, campaign_id: UUID) -> Seal | None:
    found = await read_seals(session, campaign_id, 1)
    return found[0] if found else None


async def read_seals(session: AsyncSession, campaign_id: UUID, most: int | None = None) -> list[Seal]:
    """Newest first."""
    query = select(LedgerSeal).where(LedgerSeal.campaign_id == campaign_id)
    rows = await session.scalars(query.order_by(LedgerSeal.number.desc()).limit(most))
    return [_seal(row) for row in rows]


async def add_seal(session: AsyncSession, campaign_id: UUID, made: Seal) -> None:
    await session.execute(insert(LedgerSeal).values(campaign_id=campaign_id, **msgspec.structs.asdict(made)))


async def page_links(session: AsyncSession, campaign_id: UUID, after: int) -> list[Link]:
    """The next links after this position, at most PAGE of them."""
    columns = (LedgerLink.position, LedgerLink.fingerprint, LedgerLink.hash)
    query = select(*columns).where(LedgerLink.campaign_id == campaign_id, LedgerLink.position > after)
    return [Link(*row) for row in await session.execute(query.order_by(LedgerLink.position).limit(PAGE))]


async def all_links(session: AsyncSession, campaign_id: UUID) -> AsyncIterator[Link]:
    after = 0
    while page := await page_links(session, campaign_id, after):
        for link in page:
            yield link
        after = page[-1].position


async def find_position(session: AsyncSession, campaign_id: UUID, fingerprint: str) -> int | None:
    """Where in the chain the response of this fingerprint stands."""
    own = (LedgerLink.campaign_id == campaign_id, LedgerLink.fingerprint == fingerprint)
    return await session.scalar(select(LedgerLink.position).where(*own))


def _seal(row: LedgerSeal) -> Seal:
    return Seal(
        number=row.number,
        sealed_at=row.sealed_at,
        position=row.position,
        head=row.head,
        counts=row.counts,
        hash=row.hash,
    )
