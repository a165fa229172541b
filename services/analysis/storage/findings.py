"""What findings are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.counts import Table, tabulate, veiled
from services.analysis.domain.days import day_of
from services.analysis.domain.facts import Known, Promised, Way, system_facts
from services.analysis.domain.findings import Finding, Rating, Voice, find
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.passages import SHOWN
from services.analysis.storage.selections import list_promises
from services.analysis.storage.sides import DEPARTMENT, IS_DEPARTMENTS, speaks
from services.analysis.storage.tables import Campaign, Channel, Question, Response, Screening, StandingTag
from shared.kit.web.pages import last_day

#: Answers to scales that rate a standard, but for those of excluded responses.
RATINGS: Final = text(
    f"""
    SELECT r.id AS response_id, q.standard, CAST(answer->'values'->>0 AS int) AS number, r.day, q.points,
        q.key AS question, {IS_DEPARTMENTS} AS department
    FROM analysis.response r CROSS JOIN jsonb_array_elements(r.closed) AS a (answer)
    JOIN (
        SELECT DISTINCT ON (key) key, kind, standard, points FROM analysis.question
        WHERE campaign_id = :campaign_id ORDER BY key, version DESC
    ) q ON q.key = answer->>'question'
    WHERE r.campaign_id = :campaign_id AND q.kind IN ('scale', 'smiley') AND q.standard IS NOT NULL AND q.points > 1
      AND answer->'values'->>0 IS NOT NULL
      AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    """  # noqa: S608 - our own condition, nothing from outside
)


class RatingTable(msgspec.Struct, frozen=True):
    """How one question that rates a standard was answered, by each side; rows from 1 to the highest point.

    Of participants only groups that are large enough to be told.
    """

    label: Mapping[str, str]
    points: int
    participants: Table[int]
    department: Table[int]


async def read_findings(session: AsyncSession, campaign: Campaign, today: date) -> list[Finding]:
    """One per standard of the catalogue that holds for the campaign, in its order."""
    catalogue = await read_catalogue(session, campaign.district)
    facts = system_facts(await _known(session, campaign, today))
    voices, ratings = await _voices(session, campaign.id), await _ratings(session, campaign.id)
    return find([standard.id for standard in catalogue.standards], voices, ratings, facts)


async def read_rating_tables(session: AsyncSession, campaign_id: UUID, standard: str) -> list[RatingTable]:
    """Of every question that people rate the standard by, newest questionnaire first."""
    ratings = [one for one in await _ratings(session, campaign_id) if one.standard == standard]
    query = (
        select(Question)
        .ext(distinct_on(Question.key))
        .where(Question.campaign_id == campaign_id, Question.key.in_({one.question for one in ratings}))
        .order_by(Question.key, Question.version.desc())
    )
    questions = sorted(await session.scalars(query), key=lambda question: (-question.version, question.place))
    return [_rating_table(one, [rating for rating in ratings if rating.question == one.key]) for one in questions]


async def department_channels(session: AsyncSession, campaign_id: UUID) -> Sequence[Channel]:
    """The responsible department's own ways in, oldest first."""
    query = select(Channel).where(Channel.campaign_id == campaign_id, Channel.kind == DEPARTMENT)
    return (await session.scalars(query.order_by(Channel.opened_at))).all()


async def _voices(session: AsyncSession, campaign_id: UUID) -> list[Voice]:
    query = (
        select(
            StandingTag.response_id,
            StandingTag.standard,
            StandingTag.stance,
            StandingTag.confidence,
            StandingTag.reviewed,
            Response.day,
            speaks("department").label("department"),
        )
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id)
    )
    return [Voice(**row._mapping) for row in await session.execute(query)]


async def _ratings(session: AsyncSession, campaign_id: UUID) -> list[Rating]:
    return [Rating(**row._mapping) for row in await session.execute(RATINGS, {"campaign_id": campaign_id})]


async def _known(session: AsyncSession, campaign: Campaign, today: date) -> Known:
    questions = await _questions(session, campaign)
    ledger = await read_ledger(session, campaign.id, speaks("participants"))
    return Known(
        opens_on=day_of(campaign.opens_at),
        closes_on=last_day(campaign.closes_at),
        promise_on=campaign.promise_on,
        today=today,
        offered=_in_all(question.label for question in questions),
        answered=await _languages(session, campaign.id),
        ways=await _ways(session, campaign.id),
        rating_count=sum(question.standard is not None or question.core for question in questions),
        received_count=ledger.received,
        waiting_count=ledger.waiting,
        promised=await _promised(session, campaign.id),
    )


async def _promised(session: AsyncSession, campaign_id: UUID) -> tuple[Promised, ...]:
    settled = await list_promises(session, campaign_id)
    return tuple(Promised(one.promise_on, one.state == "kept", one.settled_on) for one in settled)


async def _questions(session: AsyncSession, campaign: Campaign) -> Sequence[Question]:
    """Of the newest questionnaire."""
    query = select(Question).where(Question.campaign_id == campaign.id, Question.version == campaign.version)
    return (await session.scalars(query.order_by(Question.place))).all()


async def _languages(session: AsyncSession, campaign_id: UUID) -> dict[str, int]:
    own = (Response.campaign_id == campaign_id, speaks("participants"))
    query = select(Response.language, func.count()).where(*own).group_by(Response.language)
    return dict((await session.execute(query)).all())


async def _ways(session: AsyncSession, campaign_id: UUID) -> tuple[Way, ...]:
    """Oldest first, also those that nobody came by."""
    query = (
        select(Channel, func.count(Response.id))
        .outerjoin(Response, Response.channel_id == Channel.id)
        .where(Channel.campaign_id == campaign_id, Channel.kind != DEPARTMENT)
        .group_by(Channel.id)
        .order_by(Channel.opened_at, Channel.place)
    )
    return tuple(Way(one.kind, one.place, day_of(one.opened_at), count) for one, count in await session.execute(query))


def _in_all(labels: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The languages that every question is in, in the order of the first."""
    first, *others = list(labels) or [{}]
    return tuple(language for language in first if all(language in label for label in others))


def _rating_table(question: Question, ratings: Sequence[Rating]) -> RatingTable:
    def counted(department: bool) -> Table[int]:
        numbers = [one.number for one in ratings if one.department == department]
        counts = {number: numbers.count(number) for number in set(numbers)}
        return tabulate(range(1, question.points + 1), counts)

    return RatingTable(question.label, question.points, veiled(counted(False)), counted(True))
