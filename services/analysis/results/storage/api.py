"""What programs read besides figures: campaigns of a district, quotes a page at a time, questionnaires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.api import Page, Unreadable
from services.analysis.storage.campaigns import find_campaign
from services.analysis.storage.passages import SHOWN, read_shown
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Campaign, Question, Response, Screening, StandingTag
from shared.kit.texts import language_tag
from shared.staff.domain.access_tokens import Program
from shared.staff.domain.roles import EVERYWHERE


class Paged(NamedTuple):
    """`following`: where the next page begins, as a cursor's parts; none on the last."""

    items: list[dict[str, Any]]
    following: tuple[str, ...] | None


async def campaigns_of(session: AsyncSession, program: Program, page: Page) -> Paged:
    """In the order of their slugs."""
    query = select(Campaign).order_by(Campaign.slug).limit(page.limit + 1)
    if program.district != EVERYWHERE:
        query = query.where(Campaign.district == program.district)
    if page.cursor:
        query = query.where(Campaign.slug > _part(page, 0, 1))
    rows = (await session.scalars(query)).all()
    more = len(rows) > page.limit
    shown = rows[: page.limit]
    return Paged([said_of(campaign) for campaign in shown], (shown[-1].slug,) if more else None)


async def campaign_of(session: AsyncSession, program: Program, slug: str) -> Campaign | None:
    """None also for one of another district: whether it exists is not told."""
    campaign = await find_campaign(session, slug)
    return campaign if campaign and program.covers(campaign.district) else None


def said_of(campaign: Campaign) -> dict[str, Any]:
    return {
        "slug": campaign.slug,
        "title": campaign.title,
        "district": campaign.district,
        "office": campaign.office,
        "level": campaign.level,
        "opens_at": campaign.opens_at,
        "closes_at": campaign.closes_at,
        "promise_on": campaign.promise_on,
        "version": campaign.version,
    }


async def quotes_of(
    session: AsyncSession, campaign_id: UUID, standard: str, stance: str, page: Page, languages: frozenset[str]
) -> Paged:
    """Masked, without when they came, in an order that says nothing. `languages`: those that may be told."""
    key = (StandingTag.passage_id, StandingTag.standard, StandingTag.stance)
    query = (
        select(*key, StandingTag.start, StandingTag.end, StandingTag.reviewed, Response.language)
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id, Response.withdrawn_at.is_(None), speaks("participants"))
        .order_by(*key)
        .limit(page.limit + 1)
    )
    if standard:
        query = query.where(StandingTag.standard == standard)
    if stance:
        query = query.where(StandingTag.stance == stance)
    if page.cursor:
        query = query.where(tuple_(*key) > tuple_(_uuid(page), _part(page, 1, 3), _part(page, 2, 3)))
    rows = (await session.execute(query)).all()
    found, last = rows[: page.limit], rows[page.limit - 1] if len(rows) > page.limit else None
    shown = await read_shown(session, [row.passage_id for row in found])
    items = [_quote(row, shown[row.passage_id].text, languages) for row in found]
    return Paged(items, (str(last.passage_id), last.standard, last.stance) if last else None)


async def questionnaires_of(session: AsyncSession, campaign_id: UUID) -> list[dict[str, Any]]:
    """Every version, oldest first, with the texts in all languages."""
    query = select(Question).where(Question.campaign_id == campaign_id).order_by(Question.version, Question.place)
    versions: dict[int, list[Question]] = defaultdict(list)
    for question in await session.scalars(query):
        versions[question.version].append(question)
    return [{"version": version, "questions": _asked(questions)} for version, questions in versions.items()]


def _asked(questions: Sequence[Question]) -> list[dict[str, Any]]:
    return [
        {
            "key": one.key,
            "kind": one.kind,
            "label": one.label,
            "choices": one.choices,
            "points": one.points if one.kind == "scale" else None,
            "standard": one.standard,
            "about": one.about or None,
        }
        for one in questions
    ]


def _quote(row: Any, text: str, languages: frozenset[str]) -> dict[str, Any]:
    tag = language_tag(row.language)
    return {
        "standard": row.standard,
        "stance": row.stance,
        "quote": text[row.start : row.end],
        "language": tag if tag in languages else None,
        "reviewed": row.reviewed,
    }


def _part(page: Page, place: int, parts: int) -> str:
    """Raises Unreadable for a cursor of something else."""
    if len(page.cursor) != parts:
        raise Unreadable("cursor")
    return page.cursor[place]


def _uuid(page: Page) -> UUID:
    try:
        return msgspec.convert(_part(page, 0, 3), UUID)
    except msgspec.ValidationError:
        raise Unreadable("cursor") from None
