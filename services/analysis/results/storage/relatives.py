"""Campaigns that one can be compared with: those that asked the same before, here or elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from services.analysis.domain.answers import FREE_TEXT
from services.analysis.storage.tables import Campaign, Question
from shared.kit.texts import FIRST


class Relative(NamedTuple):
    """`alike`: how many of its questions that can be counted are worded as there; what they ask of the person is no
    matter. `is_before`: the last one before it in its district that has any.
    """

    campaign: Campaign
    alike: int
    is_before: bool


async def list_relatives(
    session: AsyncSession, campaign: Campaign, districts: Collection[str] | None
) -> Sequence[Relative]:
    """Newest first. `districts` None: all of them."""
    mine, theirs = aliased(Question), aliased(Question)
    same = (mine.key == theirs.key) & (mine.label[FIRST].astext == theirs.label[FIRST].astext)
    counted = (mine.about == "") & mine.kind.not_in(FREE_TEXT)
    shared = func.count(mine.key.distinct())
    query = (
        select(Campaign, shared)
        .outerjoin(theirs, theirs.campaign_id == Campaign.id)
        .outerjoin(mine, same & counted & (mine.campaign_id == campaign.id))
        .where(Campaign.id != campaign.id)
        .group_by(Campaign.id)
        .order_by(Campaign.opens_at.desc(), Campaign.slug)
    )
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    rows = (await session.execute(query)).all()
    before = next((one.id for one, alike in rows if alike and _is_earlier(one, campaign)), None)
    return [Relative(one, alike, one.id == before) for one, alike in rows]


def _is_earlier(one: Campaign, campaign: Campaign) -> bool:
    return one.district == campaign.district and one.opens_at < campaign.opens_at
