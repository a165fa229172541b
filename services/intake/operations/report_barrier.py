"""Keeping a report of a barrier: once, however often it is sent, and nothing about who sent it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.barriers import Report
from services.intake.storage.tables import Barrier


async def report_barrier(session: AsyncSession, barrier_id: UUID, report: Report, language: str, at: datetime) -> None:
    """`barrier_id` is the page's: a second tap sends the same one."""
    row = dict(id=barrier_id, text=report.text, page=report.page, language=language, reported_at=at)
    await session.execute(insert(Barrier).values(row).on_conflict_do_nothing())
