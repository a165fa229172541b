"""What findings are made of: people's side as it may be shown, the department's as it is, and facts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.domain.counts import Table, tabulate
from services.analysis.domain.days import day_of
from services.analysis.domain.facts import Known, Promised, Way, system_facts
from services.analysis.domain.findings import Finding, Rating, Told, Voice, find
from services.analysis.results.domain.figures import Breakdown, Facet, Figures
from services.analysis.results.domain.standards import Scale, told_of, with_voices
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.standards import read_scales
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.passages import SHOWN
from services.analysis.storage.quotes import read_checks
from services.analysis.storage.selections import list_promises
from services.analysis.storage.sides import DEPARTMENT, speaks
from services.analysis.storage.tables import Campaign, Channel, Question, Response, Screening, StandingTag
from shared.kit.web.pages import last_day

#: The department's answers to scales that rate a standard, but for those of excluded responses.
RATINGS: Final = text(
    f"""
    SELECT r.id AS response_id, q.standard, CAST(answer->'values'->>0 AS int) AS number, q.points, q.key AS question
    FROM analysis.response r JOIN analysis.channel d ON d.id = r.channel_id AND d.kind = '{DEPARTMENT}'
    CROSS JOIN jsonb_array_elements(r.closed) AS a (answer)
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
    """How one question that rates a standard was answered, by each side; rows from 1 to the highest point."""

    label: Mapping[str, str]
    points: int
    participants: Breakdown
    department: Table[int]


class _Heard(NamedTuple):
    """What people say, by standard, and what that was told from: as long as it is the same, so is what they say.

    `figures`: `plain` with voices.
    """

    plain: Figures
    scales: list[Scale]
    checks: Mapping[tuple[str, Stance], float]
    figures: Figures
    told: dict[str, Told]


#: Campaigns of which this process remembers it.
_KEPT: Final = 32
_heard: OrderedDict[UUID, _Heard] = OrderedDict()


async def read_findings(session: AsyncSession, campaign: Campaign, today: date) -> list[Finding]:
    """One per standard of the catalogue that holds for the campaign, in its order."""
    catalogue = await read_catalogue(session, campaign.district)
    plain = await read_figures(session, campaign.id)
    scales, checks = await read_scales(session, campaign.id), await read_checks(session, campaign.id)
    told = _told_of(campaign.id, plain, scales, checks, [one.id for one in catalogue.standards])
    facts = system_facts(await _known(session, campaign, plain, today))
    return find(told, await _voices(session, campaign.id), await _ratings(session, campaign.id), facts)


async def read_rating_tables(session: AsyncSession, campaign_id: UUID, standard: str) -> list[RatingTable]:
    """Of every question that rates the standard, newest questionnaire first."""
    figures = await read_figures(session, campaign_id)
    ratings = await _ratings(session, campaign_id)
    keys = {one.question for one in await read_scales(session, campaign_id) if one.standard == standard}
    query = (
        select(Question)
        .ext(distinct_on(Question.key))
        .where(Question.campaign_id == campaign_id, Question.key.in_(keys))
        .order_by(Question.key, Question.version.desc())
    )
    questions = sorted(await session.scalars(query), key=lambda question: (-question.version, question.place))
    tables = [_rating_table(one, figures, ratings) for one in questions]
    return [one for one in tables if one.participants.base or one.department.base]


async def department_channels(session: AsyncSession, campaign_id: UUID) -> Sequence[Channel]:
    """The responsible department's own ways in, oldest first."""
    query = select(Channel).where(Channel.campaign_id == campaign_id, Channel.kind == DEPARTMENT)
    return (await session.scalars(query.order_by(Channel.opened_at))).all()


async def _voices(session: AsyncSession, campaign_id: UUID) -> list[Voice]:
    query = (
        select(StandingTag.response_id, StandingTag.standard, StandingTag.stance)
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id, speaks("department"))
    )
    return [Voice(**row._mapping) for row in await session.execute(query)]


async def _ratings(session: AsyncSession, campaign_id: UUID) -> list[Rating]:
    return [Rating(**row._mapping) for row in await session.execute(RATINGS, {"campaign_id": campaign_id})]


async def _known(session: AsyncSession, campaign: Campaign, figures: Figures, today: date) -> Known:
    questions = await _questions(session, campaign)
    ledger = await read_ledger(session, campaign.id, speaks("participants"))
    return Known(
        opens_on=day_of(campaign.opens_at),
        closes_on=last_day(campaign.closes_at),
        promise_on=campaign.promise_on,
        today=today,
        offered=_in_all(question.label for question in questions),
        answered={language: count for language, count in _told(figures, "language").items() if count},
        ways=await _ways(session, campaign.id, _told(figures, "channel")),
        rating_count=sum(question.standard is not None or question.core for question in questions),
        received_count=ledger.received,
        waiting_count=ledger.waiting,
        promised=await _promised(session, campaign.id),
    )


def _told_of(
    campaign_id: UUID,
    plain: Figures,
    scales: list[Scale],
    checks: Mapping[tuple[str, Stance], float],
    standards: Sequence[str],
) -> dict[str, Told]:
    """By standard, in this order."""
    known = _heard.get(campaign_id)
    if known is None or known.plain is not plain or (known.scales, known.checks) != (scales, checks):
        known = _heard[campaign_id] = _Heard(plain, scales, checks, with_voices(plain, scales), {})
    _heard.move_to_end(campaign_id)
    while len(_heard) > _KEPT:
        _heard.popitem(last=False)
    for one in set(standards) - known.told.keys():
        known.told[one] = told_of(known.figures, one, scales, checks)
    return {one: known.told[one] for one in standards}


def _told(figures: Figures, facet: str) -> dict[str, int]:
    """By value, how many people may be said to have it."""
    return {cell.key: cell.count for cell in figures.breakdown(facet).cells} if facet in figures.facets else {}


async def _promised(session: AsyncSession, campaign_id: UUID) -> tuple[Promised, ...]:
    settled = await list_promises(session, campaign_id)
    return tuple(Promised(one.promise_on, one.state == "kept", one.settled_on) for one in settled)


async def _questions(session: AsyncSession, campaign: Campaign) -> Sequence[Question]:
    """Of the newest questionnaire."""
    query = select(Question).where(Question.campaign_id == campaign.id, Question.version == campaign.version)
    return (await session.scalars(query.order_by(Question.place))).all()


async def _ways(session: AsyncSession, campaign_id: UUID, told: Mapping[str, int]) -> tuple[Way, ...]:
    """Oldest first, also those that nobody came by. `told`: by code."""
    query = select(Channel).where(Channel.campaign_id == campaign_id, Channel.kind != DEPARTMENT)
    channels = await session.scalars(query.order_by(Channel.opened_at, Channel.place))
    return tuple(Way(one.kind, one.place, day_of(one.opened_at), told.get(one.code, 0)) for one in channels)


def _in_all(labels: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The languages that every question is in, in the order of the first."""
    first, *others = list(labels) or [{}]
    return tuple(language for language in first if all(language in label for label in others))


def _rating_table(question: Question, figures: Figures, ratings: Sequence[Rating]) -> RatingTable:
    numbers = [one.number for one in ratings if one.question == question.key]
    office = tabulate(range(1, question.points + 1), {number: numbers.count(number) for number in set(numbers)})
    facet = f"q.{question.key}"
    empty = Breakdown(Facet(facet, "question", "", {}), (), 0)
    people = figures.breakdown(facet) if facet in figures.facets else empty
    return RatingTable(question.label, question.points, people, office)
