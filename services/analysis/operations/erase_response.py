"""A participant took a response back: everything that was read in it goes, and it stays counted as withdrawn."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.days import day_of
from services.analysis.storage.tables import (
    Assessment,
    Exclusion,
    Passage,
    Response,
    Theme,
    ThemePassage,
    TopicReading,
    TopicTag,
)
from shared.contracts.responses import ResponseErased


async def erase_response(session: AsyncSession, message: ResponseErased) -> None:
    """Whenever it arrives, and as often: what is heard of the response later finds it withdrawn.

    Tags, spans, quotes, reviews and memberships go with the passages. What a training learned from them is numbers
    that name no text; they go with the next training. Who chose the response for an answer chose it: that is a count.
    """
    await _mark(session, message)
    own = select(Passage.id).where(Passage.response_id == message.response_id)
    themes = select(ThemePassage.theme_id).where(ThemePassage.passage_id.in_(own)).distinct()
    touched = (await session.scalars(themes)).all()
    for table in (Passage, Assessment, TopicReading, TopicTag, Exclusion):
        await session.execute(delete(table).where(table.response_id == message.response_id))
    await _forget_words(session, touched)


async def _mark(session: AsyncSession, message: ResponseErased) -> None:
    row = {
        "id": message.response_id,
        "campaign_id": message.campaign_id,
        "channel_id": message.channel_id,
        "language": message.language,
        "received_at": message.received_at,
        "day": day_of(message.filled_at or message.received_at),
        "revision": 0,
    }
    gone = {"closed": [], "withdrawn_at": message.erased_at}
    statement = insert(Response).values(row | gone)
    await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=gone))


async def _forget_words(session: AsyncSession, theme_ids: Collection[UUID]) -> None:
    """A theme goes on with the words that its other texts have."""
    for theme in await session.scalars(select(Theme).where(Theme.id.in_(theme_ids)).with_for_update()):
        texts = (
            select(func.lower(Passage.text))
            .join(ThemePassage, ThemePassage.passage_id == Passage.id)
            .where(ThemePassage.theme_id == theme.id)
        )
        left = (await session.scalars(texts)).all()
        words = [word for word in theme.words if any(word in text for text in left)]
        await session.execute(update(Theme).where(Theme.id == theme.id).values(words=words))
