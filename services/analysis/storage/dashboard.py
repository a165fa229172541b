"""What a campaign's dashboard shows, counted in the database and made ready by domain/counts.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, case, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import FREE_TEXT, OTHER, POINT
from services.analysis.domain.counts import (
    FEWEST,
    Spread,
    StandardCount,
    Table,
    spread_of,
    tabulate,
    tabulate_dates,
    tabulate_days,
    tabulate_numbers,
    tabulate_standards,
    veiled,
)
from services.analysis.domain.ledger import Ledger, make_ledger
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.quotes import count_tags
from services.analysis.storage.sides import DEPARTMENT, IS_DEPARTMENTS, speaks
from services.analysis.storage.tables import Assessment, Channel, Question, Response
from services.analysis.storage.topics import TopicCounts, count_topics

#: Kinds whose answers are the numbers from 1 on.
NUMBERED: Final = frozenset({"scale", "smiley"})
#: What the faces are called on the form.
FACES: Final = ("sehr schlecht", "eher schlecht", "mittel", "eher gut", "sehr gut")
#: What is chosen without being one of the question's choices. Staff pages are in German.
UNLISTED: Final = {OTHER: {"de": "Etwas anderes"}, POINT: {"de": "Nur vom Gerät genannt"}, "yes": {"de": "Ja"}}
#: Per question and choice of a ranking: how often it came first, and its mean place among those who placed it.
RANKED: Final = text(
    f"""
    SELECT answer->>'question' AS question, chosen, count(*) FILTER (WHERE place = 1) AS first, avg(place) AS mean
    FROM analysis.response r, jsonb_array_elements(closed) AS a (answer),
        jsonb_array_elements_text(answer->'values') WITH ORDINALITY AS v (chosen, place)
    WHERE campaign_id = :campaign_id AND answer->>'question' = ANY(:questions) AND NOT {IS_DEPARTMENTS}
      AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    GROUP BY question, chosen
    """  # noqa: S608 - our own condition, nothing from outside
)
#: Per question and value; the row without a value counts the people who answered.
COUNT_VALUES: Final = text(
    f"""
    WITH answered AS (
        SELECT answer->>'question' AS question, answer->'values' AS given
        FROM analysis.response r, jsonb_array_elements(closed) AS a (answer)
        WHERE campaign_id = :campaign_id AND NOT {IS_DEPARTMENTS}
          AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    )
    SELECT question, chosen, count(*) AS times
    FROM answered, jsonb_array_elements_text(given) AS v (chosen)
    GROUP BY question, chosen
    UNION ALL
    SELECT question, NULL, count(*) FROM answered GROUP BY question
    """  # noqa: S608 - our own condition, nothing from outside
)
#: Questions that are not the same in all versions: in a language that two versions have, or in what can be chosen.
REWORDED: Final = text(
    """
    SELECT DISTINCT one.key FROM analysis.question one JOIN analysis.question other USING (campaign_id, key)
    WHERE campaign_id = :campaign_id AND one.version < other.version AND (
        one.kind <> other.kind
        OR EXISTS (SELECT FROM jsonb_each(one.label) AS o JOIN jsonb_each(other.label) AS n USING (key)
            WHERE o.value <> n.value)
        OR NOT jsonb_path_query_array(one.choices, '$[*].key') @> jsonb_path_query_array(other.choices, '$[*].key')
        OR NOT jsonb_path_query_array(one.choices, '$[*].key') <@ jsonb_path_query_array(other.choices, '$[*].key')
        OR EXISTS (SELECT FROM jsonb_array_elements(one.choices) AS o (choice)
            JOIN jsonb_array_elements(other.choices) AS n (choice) ON o.choice -> 'key' = n.choice -> 'key'
            WHERE o.choice #> '{label,de}' <> n.choice #> '{label,de}')
    )
    """
)
#: Whatever changes what the dashboard shows changes this; both halves are answered from small indexes.
VERSION: Final = text(
    """
    SELECT concat_ws('-', count(*), count(a.id), count(r.withdrawn_at), extract(epoch FROM max(a.assessed_at)),
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
    """How a closed question was answered. Rows are keyed by choice or number; the base is people who answered.

    `reworded`: versions of the questionnaire put it in different words, so not all of them answered the same.
    A ranking counts first places; `means`: choice → its mean place, from 1. `spread`: of numbers, scales and smileys.
    """

    question: Question
    labels: Mapping[str, Mapping[str, str]]
    table: Table[str]
    reworded: bool = False
    means: Mapping[str, float] = {}
    spread: Spread | None = None


class Dashboard(msgspec.Struct, frozen=True):
    """Channels are keyed by id. `by_channel` may hold one that nobody has told of yet.

    `ledger` holds every response; everything else, and `participants`, leaves out the department's.
    """

    version: str
    ledger: Ledger
    participants: Ledger
    channels: Mapping[UUID, Channel]
    by_channel: Table[UUID]
    by_day: Table[date]
    standards: Sequence[StandardCount]
    topics: TopicCounts
    distributions: Sequence[Distribution]


def veiled_distribution(one: Distribution) -> Distribution:
    """As it may be shown: single people's numbers and places are not."""
    if one.table.base < FEWEST:
        return replace(one, table=veiled(one.table), means={}, spread=None)
    return replace(one, table=veiled(one.table))


async def read_dashboard(session: AsyncSession, campaign_id: UUID) -> Dashboard:
    channels = await _channels(session, campaign_id)
    by_channel = await _count_responses(session, campaign_id, Response.channel_id)
    catalogue = await read_catalogue_of(session, campaign_id)
    return Dashboard(
        version=await read_version(session, campaign_id),
        ledger=await read_ledger(session, campaign_id),
        participants=await read_ledger(session, campaign_id, speaks("participants")),
        channels=channels,
        by_channel=tabulate(channels, by_channel),
        by_day=tabulate_days(await _count_responses(session, campaign_id, Response.day)),
        standards=tabulate_standards(
            [standard.id for standard in catalogue.standards], await count_tags(session, campaign_id)
        ),
        topics=await count_topics(session, campaign_id),
        distributions=await _distributions(session, campaign_id),
    )


async def read_version(session: AsyncSession, campaign_id: UUID) -> str:
    return str(await session.scalar(VERSION, {"campaign_id": campaign_id}))


async def read_ledger(session: AsyncSession, campaign_id: UUID, *only: ColumnElement[bool]) -> Ledger:
    """Every response of the campaign falls in exactly one state, since it has one current assessment or none."""
    state = case((Response.withdrawn_at.is_not(None), "withdrawn"), else_=func.coalesce(Assessment.state, "waiting"))
    query = (
        select(state, func.count())
        .select_from(Response)
        .outerjoin(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, *only)
        .group_by(state)
    )
    return make_ledger(dict((await session.execute(query)).all()))


async def _channels(session: AsyncSession, campaign_id: UUID) -> dict[UUID, Channel]:
    own = (Channel.campaign_id == campaign_id, Channel.kind != DEPARTMENT)
    query = select(Channel).where(*own).order_by(Channel.opened_at, Channel.place)
    return {channel.id: channel for channel in await session.scalars(query)}


async def _count_responses(session: AsyncSession, campaign_id: UUID, by: Any) -> dict[Any, int]:
    own = (Response.campaign_id == campaign_id, speaks("participants"))
    query = select(by, func.count()).where(*own).group_by(by)
    return dict((await session.execute(query)).all())


async def _distributions(session: AsyncSession, campaign_id: UUID) -> list[Distribution]:
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for row in await session.execute(COUNT_VALUES, {"campaign_id": campaign_id}):
        counts[row.question][row.chosen] = row.times
    questions = await _closed_questions(session, campaign_id)
    reworded = set(await session.scalars(REWORDED, {"campaign_id": campaign_id}))
    found = [_distribution(question, counts[question.key], question.key in reworded) for question in questions]
    return await _with_places(session, campaign_id, found)


async def _with_places(session: AsyncSession, campaign_id: UUID, found: list[Distribution]) -> list[Distribution]:
    """Rankings by first places instead of by whether something was placed at all."""
    asked = [one.question.key for one in found if one.question.kind == "ranking"]
    firsts: dict[str, dict[str, int]] = defaultdict(dict)
    means: dict[str, dict[str, float]] = defaultdict(dict)
    if asked:
        for row in await session.execute(RANKED, {"campaign_id": campaign_id, "questions": asked}):
            firsts[row.question][row.chosen] = row.first
            means[row.question][row.chosen] = float(row.mean)
    return [_ranked(one, firsts[one.question.key], means[one.question.key]) for one in found]


def _ranked(one: Distribution, firsts: Mapping[str, int], means: Mapping[str, float]) -> Distribution:
    if one.question.kind != "ranking":
        return one
    return replace(one, table=tabulate(one.labels, firsts, one.table.base), means=means)


async def _closed_questions(session: AsyncSession, campaign_id: UUID) -> list[Question]:
    """Every closed question that was ever asked, each as its newest version has it."""
    query = (
        select(Question)
        .distinct(Question.key)
        .where(Question.campaign_id == campaign_id, Question.kind.not_in(FREE_TEXT))
        .order_by(Question.key, Question.version.desc())
    )
    return sorted(await session.scalars(query), key=lambda question: (-question.version, question.place))


def _distribution(question: Question, found: Mapping[str | None, int], reworded: bool) -> Distribution:
    counts = {value: count for value, count in found.items() if value is not None}
    labels = {choice["key"]: choice["label"] for choice in question.choices}
    labels |= {key: label for key, label in UNLISTED.items() if key in counts and key not in labels}
    table = _table(question, tuple(labels), counts, found.get(None, 0))
    if question.kind == "smiley":
        labels |= {str(number): {"de": f"{number} – {face}"} for number, face in enumerate(FACES, 1)}
    labels |= {row.key: {"de": _in_german(question.kind, row.key)} for row in table.rows if row.key not in labels}
    is_number = question.kind == "number" or question.kind in NUMBERED
    return Distribution(question, labels, table, reworded, spread=spread_of(counts) if is_number else None)


def _in_german(kind: str, key: str) -> str:
    """03.05.2026, 05.2026 or 2,5: staff pages are in German."""
    return ".".join(reversed(key.split("-"))) if kind == "date" else key.replace(".", ",")


def _table(question: Question, keys: Sequence[str], counts: Mapping[str, int], base: int) -> Table[str]:
    if question.kind == "number":
        return tabulate_numbers(counts, base)
    if question.kind == "date":
        return tabulate_dates(counts, base)
    numbers = tuple(str(number) for number in range(1, question.points + 1))
    return tabulate(numbers if question.kind in NUMBERED else keys, counts, base)
