"""Learning of a campaign: what it is called, when it runs, what it asks."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from sqlalchemy import tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import row_key
from services.analysis.storage.tables import Campaign, Question
from shared.contracts.campaigns import CampaignPublished, ChoiceFact, QuestionFact, Translated

_SHARED = (
    "district",
    "slug",
    "title",
    "office",
    "level",
    "opens_at",
    "closes_at",
    "promise_on",
    "version",
    "told_at",
    "overruled",
)


async def learn_campaign(session: AsyncSession, message: CampaignPublished) -> None:
    """The newest version wins, whenever it arrives; the questions of every version are kept."""
    told = {field: getattr(message, field) for field in _SHARED}
    statement = insert(Campaign).values(id=message.campaign_id, **told)
    newer = tuple_(Campaign.version, Campaign.told_at) <= tuple_(statement.excluded.version, statement.excluded.told_at)
    await session.execute(statement.on_conflict_do_update(index_elements=[Campaign.id], set_=told, where=newer))
    asked = [one for question in message.questions for one in _rows(question)]
    if rows := [_row(message, place, question) for place, question in enumerate(asked)]:
        await session.execute(insert(Question).values(rows).on_conflict_do_nothing())


def _rows(question: QuestionFact) -> list[QuestionFact]:
    """A matrix is as many questions as it has rows; any other question is one."""
    if question.kind != "matrix":
        return [question]
    return [
        replace(question, key=row_key(question.key, row.key), label=_row_label(question, row)) for row in question.rows
    ]


def _row_label(question: QuestionFact, row: ChoiceFact) -> Translated:
    return {code: f"{text} – {row.label.get(code) or row.key}" for code, text in question.label.items()}


def _row(message: CampaignPublished, place: int, question: QuestionFact) -> dict[str, object]:
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
        "points": question.points,
        "core": question.core,
        "about": question.about,
    }
