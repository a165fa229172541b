"""Decisions of people, as they stand in the table."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.reviewing import Decision, Subject
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.tables import Review, SecondOpinion
from shared.staff.storage.tables import Account


class Entry(msgspec.Struct, frozen=True):
    """A line of a passage's history. `who`: as people call them."""

    decision: Decision
    who: str
    undone_at: datetime | None


async def read_decisions(session: AsyncSession, passage_ids: Collection[UUID]) -> list[Decision]:
    """All that were not undone."""
    if not passage_ids:
        return []
    query = select(Review).where(Review.passage_id.in_(passage_ids), Review.undone_at.is_(None))
    return [decision_of(row) for row in await session.scalars(query)]


async def read_history(session: AsyncSession, passage_id: UUID) -> list[Entry]:
    """Newest first, with those that were undone."""
    query = (
        select(Review, Account.full_name)
        .outerjoin(Account, Account.id == Review.by)
        .where(Review.passage_id == passage_id)
        .order_by(Review.at.desc(), Review.id)
    )
    return [_entry(row) for row in await session.execute(query)]


async def is_asked_by_others(session: AsyncSession, passage_id: UUID, account_id: UUID) -> bool:
    """Whether somebody else asked for a second opinion about the passage."""
    asked = select(SecondOpinion.id).where(
        SecondOpinion.passage_id == passage_id,
        SecondOpinion.withdrawn_at.is_(None),
        SecondOpinion.asked_by != account_id,
    )
    return await session.scalar(asked.limit(1)) is not None


async def read_pairs(session: AsyncSession, campaign_ids: Collection[UUID]) -> list[Decision]:
    """The decisions on all passages about which more than one person decided."""
    twice = (
        select(Review.passage_id)
        .where(Review.campaign_id.in_(campaign_ids), Review.undone_at.is_(None))
        .group_by(Review.passage_id)
        .having(func.count(Review.by.distinct()) > 1)
    )
    query = select(Review).where(Review.passage_id.in_(twice), Review.undone_at.is_(None))
    return [decision_of(row) for row in await session.scalars(query)]


async def list_standards(session: AsyncSession, districts: Collection[str]) -> dict[str, str]:
    """Titles by id, of every standard that holds in one of the districts."""
    catalogues = [await read_catalogue(session, district) for district in sorted(districts)]
    return {standard.id: standard.title for catalogue in catalogues for standard in catalogue.standards}


def decision_of(row: Review) -> Decision:
    own: dict[str, Any] = {name: getattr(row, name) for name in Decision.__struct_fields__ if name != "subject"}
    stance: Any = row.claimed_stance  # the table checks the stances
    return Decision(subject=Subject(row.passage_id, row.claimed_standard, stance), **own)


def _entry(row: Row[Review, str | None]) -> Entry:
    review, who = row
    return Entry(decision_of(review), who or "?", review.undone_at)
