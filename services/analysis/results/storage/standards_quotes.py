"""Quotes of a standard from those whom a view holds, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, LargeBinary, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.domain.folding import kept
from services.analysis.results.storage.figures_tables import FigureEntry
from services.analysis.storage.quotes import Quote, quotes_of_standard
from services.analysis.storage.tables import Response


async def page_quotes(
    session: AsyncSession,
    figures: Figures,
    campaign_id: UUID,
    filters: Sequence[Filter],
    standard: str,
    stance: Stance | None,
    number: int,
) -> Sequence[Quote] | None:
    """Page `number`, and one quote more when there is a next one. None where the view holds too few to be quoted."""
    if not filters:
        return await quotes_of_standard(session, campaign_id, standard, stance, number)
    if not figures.quotable(filters):
        return None
    held = holds(campaign_id, figures.chosen(filters))
    return await quotes_of_standard(session, campaign_id, standard, stance, number, "participants", held)


def holds(campaign_id: UUID, members: int) -> ColumnElement[bool]:
    """Responses of the set: bit n stands for the one with number n, in PostgreSQL's bytes as in ours."""
    bits = literal(kept(members), LargeBinary)
    entry = select(FigureEntry.number).where(
        FigureEntry.response_id == Response.id,
        FigureEntry.campaign_id == campaign_id,
        FigureEntry.number < members.bit_length(),
        func.get_bit(bits, cast(func.least(FigureEntry.number, members.bit_length() - 1), BigInteger)) == 1,
    )
    return entry.exists()
