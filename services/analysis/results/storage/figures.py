"""The figures of a campaign as they are kept: read once, then only what changed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.figures import Figures


async def read_figures(session: AsyncSession, campaign_id: UUID) -> Figures:
    raise NotImplementedError
