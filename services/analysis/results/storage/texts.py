"""Texts of a view with what was read in them, and single responses as a whole: only what may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import Select, exists, func, select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.domain.searching import is_seen_in, query_of
from services.analysis.results.storage.standards_quotes import holds
from services.analysis.storage.passages import SHOWN, read_shown
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import (
    Exclusion,
    Passage,
    Question,
    Response,
    Screening,
    StandingTag,
    TopicTag,
)

PAGE: Final = 25
#: Texts that are looked through for one page: what is masked drops out afterwards.
MOST_LOOKED_AT: Final = 2_000
GERMAN: Final = text("'german'")


class Mark(msgspec.Struct, frozen=True):
    """A standard that counts of a passage, and how it speaks of it. `reviewed`: a person decided so."""

    standard: str
    stance: str
    reviewed: bool


class Found(msgspec.Struct, frozen=True):
    """`language`: the one the form was filled in."""

    passage_id: UUID
    response_id: UUID
    question: str
    text: str
    language: str
    marks: tuple[Mark, ...]
    topics: tuple[str, ...]


class Said(msgspec.Struct, frozen=True):
    """A whole response, but for what may not be shown. `answers`: question → chosen keys or numbers.

    `withheld`: questions whose text is kept back.
    """

    response: Response
    answers: Mapping[str, tuple[str, ...]]
    texts: tuple[Found, ...]
    withheld: frozenset[str]
    excluded: bool


async def search_texts(
    session: AsyncSession,
    figures: Figures,
    campaign_id: UUID,
    filters: Sequence[Filter],
    words: tuple[str, ...],
    page: int,
) -> tuple[list[Found], bool] | None:
    """Page `page` from 1, newest day first, and whether there is more. None where the view may not be quoted."""
    if filters and not figures.quotable(filters):
        return None
    query = _texts(campaign_id, words)
    if filters:
        query = query.where(holds(campaign_id, figures.chosen(filters)))
    rows = (await session.execute(query.limit(MOST_LOOKED_AT))).all()
    if not words:
        wanted = rows[(page - 1) * PAGE : page * PAGE]
        return await _found(session, wanted), len(rows) > page * PAGE
    seen = await read_shown(session, [row.id for row in rows])
    hits = [row for row in rows if row.id in seen and is_seen_in(words, seen[row.id].text)]
    return await _found(session, hits[(page - 1) * PAGE : page * PAGE]), len(hits) > page * PAGE


async def read_said(session: AsyncSession, campaign_id: UUID, response_id: UUID) -> Said | None:
    """None for one that does not exist in this campaign, or was withdrawn."""
    response = await session.get(Response, response_id)
    if response is None or response.campaign_id != campaign_id or response.withdrawn_at:
        return None
    query = select(Passage.id, Passage.question, Passage.response_id).where(Passage.response_id == response_id)
    rows = (await session.execute(query.order_by(Passage.question))).all()
    with_language = [_Row(row.id, row.response_id, response.language) for row in rows]
    found = await _found(session, with_language)
    shown = {one.passage_id for one in found}
    out = exists().where(Exclusion.response_id == response_id, Exclusion.undone_at.is_(None))
    return Said(
        response=response,
        answers={answer["question"]: tuple(answer["values"]) for answer in response.closed},
        texts=tuple(found),
        withheld=frozenset(row.question for row in rows if row.id not in shown),
        excluded=bool(await session.scalar(select(out))),
    )


async def read_questions(session: AsyncSession, campaign_id: UUID) -> list[Question]:
    """Each as its newest version has it, in the order of the form; what only older versions asked comes last."""
    query = select(Question).ext(distinct_on(Question.key)).where(Question.campaign_id == campaign_id)
    rows = await session.scalars(query.order_by(Question.key, Question.version.desc()))
    return sorted(rows, key=lambda question: (-question.version, question.place))


class _Row(msgspec.Struct, frozen=True):
    id: UUID
    response_id: UUID
    language: str


def _texts(campaign_id: UUID, words: tuple[str, ...]) -> Select[UUID, UUID, str]:
    """Participants' texts that are shown, of responses that count."""
    out = exists().where(Exclusion.response_id == Response.id, Exclusion.undone_at.is_(None))
    query = (
        select(Passage.id, Passage.response_id, Response.language)
        .join(Screening, (Screening.passage_id == Passage.id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == Passage.response_id)
        .where(Response.campaign_id == campaign_id, speaks("participants"), ~out)
        .order_by(Response.day.desc(), Passage.id)
    )
    if words:
        asked = func.to_tsquery(GERMAN, query_of(words))
        query = query.where(func.to_tsvector(GERMAN, Passage.text).bool_op("@@")(asked))
    return query


async def _found(session: AsyncSession, rows: Sequence[Any]) -> list[Found]:
    ids = [row.id for row in rows]
    shown = await read_shown(session, ids)
    marks, topics = await _marks(session, ids), await _topics(session, ids)
    return [
        Found(
            passage_id=row.id,
            response_id=row.response_id,
            question=shown[row.id].question,
            text=shown[row.id].text,
            language=row.language,
            marks=tuple(marks[row.id]),
            topics=tuple(topics[row.id]),
        )
        for row in rows
        if row.id in shown
    ]


async def _marks(session: AsyncSession, passage_ids: Collection[UUID]) -> dict[UUID, list[Mark]]:
    query = select(StandingTag.passage_id, StandingTag.standard, StandingTag.stance, StandingTag.reviewed)
    rows = await session.execute(query.where(StandingTag.passage_id.in_(passage_ids)).order_by(StandingTag.standard))
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for row in rows:
        found[row.passage_id].append(Mark(row.standard, row.stance, row.reviewed))
    return found


async def _topics(session: AsyncSession, passage_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    query = select(TopicTag.passage_id, TopicTag.topic).where(TopicTag.passage_id.in_(passage_ids))
    found: dict[UUID, list[str]] = defaultdict(list)
    for row in await session.execute(query.order_by(TopicTag.topic)):
        found[row.passage_id].append(row.topic)
    return found
