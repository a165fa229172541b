"""Proposals that were taken up, and what residents speak of in the campaigns of a district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.proposals import AGES, TOPIC_GROUPS, Need
from services.analysis.district.storage.proposal_tables import Proposal
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.standards_quotes import holds
from services.analysis.storage.passages import read_shown
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Campaign, Exclusion, Passage, Response, Review, TopicTag
from services.analysis.storage.topics import TopicQuote, quotes_of_topic

#: Campaigns of a district that are heard, the newest.
CAMPAIGNS: Final = 5
#: Topics of each that most people speak of.
TOPICS: Final = 4
#: A passage is cited for a topic from here on: below, a word in passing is often taken for it (tagger/MODEL_CARD.md).
SURE: Final = 0.6
#: What the campaign of a proposal asks to be written (services/intake/core/proposal.yaml), and texts looked at.
ASKED: Final = ("conditions", "objections", "missing")
READ: Final = 200
_TOPIC: Final = "topic"
_AGE: Final = "age"


class Voice(NamedTuple):
    """`reviewed`: somebody has read the passage and said of it what it says. The topic is always a machine's word."""

    quote: TopicQuote
    reviewed: bool


class Opinion(NamedTuple):
    text: str
    language: str


async def list_proposals(session: AsyncSession, district: str) -> list[Proposal]:
    """The newest first."""
    query = select(Proposal).where(Proposal.district == district).order_by(Proposal.opened_at.desc(), Proposal.id)
    return list(await session.scalars(query))


async def read_needs(session: AsyncSession, district: str) -> list[Need]:
    """How many people speak of a topic, all together and those of an age, as it may be shown."""
    mine = select(Campaign).where(Campaign.district == district, Campaign.slug.not_like("vorschlag-%"))
    campaigns = (await session.scalars(mine.order_by(Campaign.opens_at.desc()).limit(CAMPAIGNS))).all()
    needs = []
    for campaign in campaigns:
        figures = await read_figures(session, campaign.id)
        if _TOPIC not in figures.facets:
            continue
        cells = sorted(figures.breakdown(_TOPIC).cells, key=lambda cell: -cell.count)[:TOPICS]
        title = campaign.title.get("de") or next(iter(campaign.title.values()), campaign.slug)
        of_campaign = (need for cell in cells for need in needs_of(campaign, title, cell.key, figures))
        needs += [need for need in of_campaign if need.people]
    return needs


async def voices_of(session: AsyncSession, need: Need, most: int) -> list[Voice]:
    """What those very people wrote on it, masked: what somebody has reviewed first, then what is surest.

    None where so few say so that it would tell who they are.
    """
    figures, filters = await read_figures(session, need.campaign_id), filters_of(need)
    if not figures.quotable(filters):
        return []
    fitting = holds(need.campaign_id, figures.chosen(filters)), TopicTag.confidence >= SURE
    quotes = await quotes_of_topic(session, need.campaign_id, need.topic, 1, *fitting)
    ids = [quote.passage_id for quote in quotes]
    query = select(Review.passage_id).where(Review.passage_id.in_(ids), Review.undone_at.is_(None))
    reviewed = set(await session.scalars(query))
    voices = [Voice(quote, quote.passage_id in reviewed) for quote in quotes]
    return sorted(voices, key=lambda voice: not voice.reviewed)[:most]


def filters_of(need: Need) -> tuple[Filter, ...]:
    by_age = (Filter(_AGE, need.ages),) if need.ages else ()
    return (Filter(_TOPIC, (need.topic,)), *by_age)


def needs_of(campaign: Campaign, title: str, topic: str, figures: Figures) -> Iterator[Need]:
    """Of everybody who speaks of the topic, then of each group whose ages the campaign asked for."""

    def need(groups: tuple[str, ...], ages: tuple[str, ...] = ()) -> Need:
        bare = Need(campaign.id, campaign.slug, title, topic, 0, groups, ages)
        return msgspec.structs.replace(bare, people=figures.count(filters_of(bare)))

    yield need(TOPIC_GROUPS.get(topic, ()))
    if topic not in TOPIC_GROUPS and _AGE in figures.facets:
        for group, ages in AGES.items():
            if asked := tuple(age for age in ages if age in figures.facets[_AGE].values):
                yield need((group,), asked)


async def read_opinions(session: AsyncSession, campaign_id: UUID, most: int) -> dict[str, list[Opinion]]:
    """What people wrote in the campaign of a proposal, masked, by question and newest first; nothing of so few that it
    would tell who they are.
    """
    if not (await read_figures(session, campaign_id)).count():
        return {}
    out = exists().where(Exclusion.response_id == Response.id, Exclusion.undone_at.is_(None))
    query = select(Passage.id, Passage.question, Response.language).join(Response, Response.id == Passage.response_id)
    query = query.where(Response.campaign_id == campaign_id, speaks("participants"), ~out, Passage.question.in_(ASKED))
    rows = (await session.execute(query.order_by(Response.received_at.desc(), Passage.id).limit(READ))).all()
    shown = await read_shown(session, [row.id for row in rows])
    found: dict[str, list[Opinion]] = {}
    for row in rows:
        said = found.setdefault(row.question, [])
        if row.id in shown and len(said) < most:
            said.append(Opinion(shown[row.id].text, row.language))
    return {question: found[question] for question in ASKED if found.get(question)}


async def passages_of(session: AsyncSession, campaign_id: UUID) -> Sequence[UUID]:
    """All that participants wrote in a campaign."""
    query = select(Passage.id).join(Response, Response.id == Passage.response_id)
    return (await session.scalars(query.where(Response.campaign_id == campaign_id, speaks("participants")))).all()
