"""Learning of a campaign: what it is called, when it runs, what it asks."""

from __future__ import annotations

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Campaign, Question
from shared.contracts.campaigns import CampaignPublished

_SHARED = ("district", "slug", "title", "office", "level", "opens_at", "closes_at", "promise_on", "version")


async def learn_campaign(session: AsyncSession, message: CampaignPublished) -> None:
    """The newest version wins, whenever it arrives; the questions of every version are kept."""
    told = {field: getattr(message, field) for field in _SHARED}
    statement = insert(Campaign).values(id=message.campaign_id, **told)
    newer = Campaign.version <= statement.excluded.version
    await session.execute(statement.on_conflict_do_update(index_elements=[Campaign.id], set_=told, where=newer))
    if rows := [_row(message, place) for place in range(len(message.questions))]:
        await session.execute(insert(Question).values(rows).on_conflict_do_nothing())


def _row(message: CampaignPublished, place: int) -> dict[str, object]:
    question = message.questions[place]
    return {
        "questionnaire_id": message.questionnaire_id,
        "key": question.key,
        "campaign_id": message.campaign_id,
        "version": message.version,
        "place": place,
        "kind": question.kind,
        "label": question.label,
        "choices": msgspec.to_builtins(question.choices),
        "standard": question.standard or None,
    }
