"""What a campaign's dashboard shows, counted in the database and made ready by domain/counts.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import FREE_TEXT
from services.analysis.domain.counts import StandardCount, Table, tabulate, tabulate_days, tabulate_standards
from services.analysis.domain.ledger import Ledger, make_ledger
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.quotes import count_tags
from services.analysis.storage.tables import Assessment, Channel, Question, Response

SCALE: Final = tuple(str(number) for number in range(1, 6))
#: Per question and value; the row without a value counts the people who answered.
COUNT_VALUES: Final = text(
    """
    WITH answered AS (
        SELECT answer->>'question' AS question, answer->'values' AS given
        FROM analysis.response r, jsonb_array_elements(closed) AS a (answer)
        WHERE campaign_id = :campaign_id
          AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    )
    SELECT question, chosen, count(*) AS times
    FROM answered, jsonb_array_elements_text(given) AS v (chosen)
    GROUP BY question, chosen
    UNION ALL
    SELECT question, NULL, count(*) FROM answered GROUP BY question
    """
)
#: Whatever changes what the dashboard shows changes this; both halves are answered from small indexes.
VERSION: Final = text(
    """
    SELECT concat_ws('-', count(*), count(a.id), extract(epoch FROM max(a.assessed_at)),
        (SELECT count(*) FROM bus.delivery WHERE state = 'waiting'),
        (SELECT count(*) FROM bus.delivery WHERE state = 'shelved'),
        (SELECT count(*) FROM analysis.channel WHERE campaign_id = :campaign_id),
        (SELECT max(number) FROM analysis.catalogue_version),
        (SELECT concat_ws('.', count(*), sum(done), count(ended_at)) FROM analysis.reassessment
            WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), count(undone_at)) FROM analysis.review WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), count(undone_at)) FROM analysis.exclusion WHERE campaign_id = :campaign_id),
        (SELECT concat_ws('.', count(*), max(decided_at)) FROM analysis.screening WHERE state <> 'clear'),
        (SELECT count(*) FROM analysis.screening WHERE state = 'held'))
    FROM analysis.response r LEFT JOIN analysis.assessment a ON a.response_id = r.id AND a.current
    WHERE r.campaign_id = :campaign_id
    """
)


class Distribution(msgspec.Struct, frozen=True):
    """How a closed question was answered. Rows are keyed by choice or number; the base is people who answered."""

    question: Question
    labels: Mapping[str, Mapping[str, str]]
    table: Table[str]


class Dashboard(msgspec.Struct, frozen=True):
    """Channels are keyed by id. `by_channel` may hold one that nobody has told of yet."""

    version: str
    ledger: Ledger
    channels: Mapping[UUID, Channel]
    by_channel: Table[UUID]
    by_day: Table[date]
    standards: Sequence[StandardCount]
    distributions: Sequence[Distribution]


async def read_dashboard(session: AsyncSession, campaign_id: UUID) -> Dashboard:
    channels = await _channels(session, campaign_id)
    by_channel = await _count_responses(session, campaign_id, Response.channel_id)
    catalogue = await read_catalogue_of(session, campaign_id)
    return Dashboard(
        version=await read_version(session, campaign_id),
        ledger=await read_ledger(session, campaign_id),
        channels=channels,
        by_channel=tabulate(channels, by_channel),
        by_day=tabulate_days(await _count_responses(session, campaign_id, Response.day)),
        standards=tabulate_standards(
            [standard.id for standard in catalogue.standards], await count_tags(session, campaign_id)
        ),
        distributions=await _distributions(session, campaign_id),
    )


async def read_version(session: AsyncSession, campaign_id: UUID) -> str:
    return str(await session.scalar(VERSION, {"campaign_id": campaign_id}))


async def read_ledger(session: AsyncSession, campaign_id: UUID) -> Ledger:
    """Every response of the campaign falls in exactly one state, since it has one current assessment or none."""
    state = func.coalesce(Assessment.state, "waiting")
    query = (
        select(state, func.count())
        .select_from(Response)
        .outerjoin(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id)
        .group_by(state)
    )
    return make_ledger(dict((await session.execute(query)).tuples().all()))


async def _channels(session: AsyncSession, campaign_id: UUID) -> dict[UUID, Channel]:
    query = select(Channel).where(Channel.campaign_id == campaign_id).order_by(Channel.opened_at, Channel.place)
    return {channel.id: channel for channel in await session.scalars(query)}


async def _count_responses(session: AsyncSession, campaign_id: UUID, by: Any) -> dict[Any, int]:
    query = select(by, func.count()).where(Response.campaign_id == campaign_id).group_by(by)
    return dict((await session.execute(query)).tuples().all())


async def _distributions(session: AsyncSession, campaign_id: UUID) -> list[Distribution]:
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for row in await session.execute(COUNT_VALUES, {"campaign_id": campaign_id}):
        counts[row.question][row.chosen] = row.times
    questions = await _closed_questions(session, campaign_id)
    return [_distribution(question, counts[question.key]) for question in questions]


async def _closed_questions(session: AsyncSession, campaign_id: UUID) -> list[Question]:
    """Every closed question that was ever asked, each as its newest version has it."""
    query = (
        select(Question)
        .distinct(Question.key)
        .where(Question.campaign_id == campaign_id, Question.kind.not_in(FREE_TEXT))
        .order_by(Question.key, Question.version.desc())
    )
    return sorted(await session.scalars(query), key=lambda question: (-question.version, question.place))


def _distribution(question: Question, found: Mapping[str | None, int]) -> Distribution:
    labels = {choice["key"]: choice["label"] for choice in question.choices}
    counts = {value: count for value, count in found.items() if value is not None}
    keys = SCALE if question.kind == "scale" else tuple(labels)
    return Distribution(question, labels, tabulate(keys, counts, found.get(None, 0)))
