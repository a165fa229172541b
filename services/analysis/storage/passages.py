"""The one way to a passage's text for whoever shows it: masked, and only what may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.sensitive import Sensitive, redact
from services.analysis.storage import tables
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Passage, Response, Screening

#: States of a screening in which the passage is shown.
SHOWN: Final = ("clear", "released")


class Shown(msgspec.Struct, frozen=True):
    """A passage as it is shown; places in the original text are the same places in this one."""

    id: UUID
    question: str
    text: str


class Withheld(msgspec.Struct, frozen=True):
    """Participants' responses with a text that is not shown: nobody has decided yet, or somebody decided so."""

    held: int
    hidden: int


async def read_shown(session: AsyncSession, passage_ids: Collection[UUID]) -> dict[UUID, Shown]:
    """Those of the passages that may be shown."""
    query = (
        select(Passage.id, Passage.question, Passage.text)
        .join(Screening, Screening.passage_id == Passage.id)
        .where(Passage.id.in_(passage_ids), Screening.state.in_(SHOWN))
    )
    rows = (await session.execute(query)).all()
    found = await read_sensitive(session, [row.id for row in rows])
    return {row.id: Shown(row.id, row.question, redact(row.text, found[row.id]).text) for row in rows}


async def read_sensitive(session: AsyncSession, passage_ids: Collection[UUID]) -> dict[UUID, list[Sensitive]]:
    """By passage; none where nothing was found."""
    query = select(tables.Sensitive).where(tables.Sensitive.passage_id.in_(passage_ids))
    found: dict[UUID, list[Sensitive]] = defaultdict(list)
    for row in await session.scalars(query.order_by(tables.Sensitive.start)):
        kind: Any = row.kind  # written from Sensitive.kind
        found[row.passage_id].append(Sensitive(kind, row.start, row.end, row.reason))
    return found


async def count_withheld(session: AsyncSession, campaign_id: UUID) -> Withheld:
    query = (
        select(Screening.state, func.count(Passage.response_id.distinct()).label("responses"))
        .join(Passage, Passage.id == Screening.passage_id)
        .join(Response, Response.id == Passage.response_id)
        .where(Response.campaign_id == campaign_id, speaks("participants"), Screening.state.not_in(SHOWN))
        .group_by(Screening.state)
    )
    counts = {row.state: row.responses for row in await session.execute(query)}
    return Withheld(counts.get("held", 0), counts.get("hidden", 0))
