"""One passage as it is put before a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.reviewing import Considered
from services.analysis.storage.passages import Shown, read_shown
from services.analysis.storage.tables import Assessment, Campaign, Passage, Question, Response, Tag


class Item(msgspec.Struct, frozen=True):
    """A passage with its campaign; `tags` are those of the current assessment, surest first."""

    passage: Shown
    response: Response
    campaign: Campaign
    state: str
    tags: tuple[Tag, ...]

    def tag(self, tag_id: UUID | None) -> Tag | None:
        return next((tag for tag in self.tags if tag.id == tag_id), None)


async def find_item(session: AsyncSession, passage_id: UUID) -> Item | None:
    """None for a passage that does not exist, or is not read or not shown, or whose campaign nobody has told of yet."""
    query = (
        select(Response, Campaign, Assessment)
        .select_from(Passage)
        .join(Response, Response.id == Passage.response_id)
        .join(Campaign, Campaign.id == Response.campaign_id)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Passage.id == passage_id)
    )
    row = (await session.execute(query)).one_or_none()
    passage = (await read_shown(session, [passage_id])).get(passage_id)
    if row is None or passage is None:
        return None
    response, campaign, assessment = row
    tags = select(Tag).where(Tag.assessment_id == assessment.id, Tag.passage_id == passage_id)
    found = tuple(await session.scalars(tags.order_by(Tag.confidence.desc(), Tag.id)))
    return Item(passage, response, campaign, assessment.state, found)


async def find_question(session: AsyncSession, item: Item) -> Question | None:
    """What the passage answers, as the newest version of the questionnaire has it."""
    query = select(Question).filter_by(campaign_id=item.campaign.id, key=item.passage.question)
    return await session.scalar(query.order_by(Question.version.desc()).limit(1))


def claim_of(tag: Tag) -> Considered:
    own: dict[str, Any] = {name: getattr(tag, name) for name in Considered.__struct_fields__ if name != "reviewed"}
    return Considered(**own)
