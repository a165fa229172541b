"""Campaigns as staff find them: listed, one by one, with their drafts, versions and channels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Plan
from services.intake.domain.channels import NOT_PARTICIPANTS
from services.intake.domain.editing import keys_used
from services.intake.domain.questionnaire import Questionnaire
from services.intake.storage import tables
from services.intake.storage.tables import Campaign, Channel, Response

#: What came by the responsible office's own link is counted apart.
OF_PARTICIPANTS: Final = Response.channel_id.not_in(select(Channel.id).where(Channel.kind.in_(NOT_PARTICIPANTS)))


class Listed(NamedTuple):
    """`received`: from participants. `version`: the newest published one, 0 for none."""

    campaign: Campaign
    received: int
    version: int
    has_draft: bool


class Draft(NamedTuple):
    """The version that is being written. `edition` grows with every change."""

    id: UUID
    version: int
    edition: int
    questionnaire: Questionnaire
    before: Questionnaire | None
    changed_at: datetime | None
    changed_by: str


class Version(NamedTuple):
    """One published version and how many responses participants gave to it."""

    id: UUID
    number: int
    questionnaire: Questionnaire
    published_at: datetime
    published_by: str
    received: int


async def list_campaigns(session: AsyncSession, districts: Collection[str] | None) -> list[Listed]:
    """Those that are worked on first. `districts` None: all of them."""
    received = select(func.count()).where(Response.campaign_id == Campaign.id, OF_PARTICIPANTS).scalar_subquery()
    own = tables.Questionnaire.campaign_id == Campaign.id
    newest = select(func.max(tables.Questionnaire.version)).where(own, tables.Questionnaire.published_at.is_not(None))
    draft = select(tables.Questionnaire.id).where(own, tables.Questionnaire.published_at.is_(None)).exists()
    query = select(Campaign, received, func.coalesce(newest.scalar_subquery(), 0), draft)
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    return [Listed(*row) for row in await session.execute(query.order_by(Campaign.changed_at.desc(), Campaign.slug))]


async def list_offices(session: AsyncSession, district: str, name: str) -> list[str]:
    """Those that answer for campaigns of the district: first where `name` had the last word, then the usual ones."""
    query = select(Campaign.office).where(Campaign.district == district, Campaign.office != "")
    mine, newest = func.bool_or(Campaign.changed_by == name), func.max(Campaign.changed_at)
    order = (mine.desc(), func.count().desc(), newest.desc(), Campaign.office)
    return list(await session.scalars(query.group_by(Campaign.office).order_by(*order)))


async def find_campaign(session: AsyncSession, campaign_id: UUID, *, lock: bool = False) -> Campaign | None:
    """`lock`: nobody else changes it until the transaction ends."""
    query = select(Campaign).where(Campaign.id == campaign_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def is_slug_taken(session: AsyncSession, slug: str, besides: UUID | None = None) -> bool:
    query = select(Campaign.id).where(Campaign.slug == slug)
    return (await session.scalar(query.where(Campaign.id != besides) if besides else query)) is not None


async def find_draft(session: AsyncSession, campaign_id: UUID, *, lock: bool = False) -> Draft | None:
    query = select(tables.Questionnaire).where(
        tables.Questionnaire.campaign_id == campaign_id, tables.Questionnaire.published_at.is_(None)
    )
    row = await session.scalar(query.with_for_update() if lock else query)
    return _draft(row) if row else None


async def list_versions(session: AsyncSession, campaign_id: UUID) -> list[Version]:
    """The published ones, oldest first."""
    counts = await _count(session, campaign_id)
    query = (
        select(tables.Questionnaire)
        .where(tables.Questionnaire.campaign_id == campaign_id, tables.Questionnaire.published_at.is_not(None))
        .order_by(tables.Questionnaire.version)
    )
    return [_version(row, counts.get(row.id, 0)) for row in await session.scalars(query)]


async def find_newest(session: AsyncSession, campaign_id: UUID) -> tables.Questionnaire | None:
    """The newest published version, as a row."""
    query = (
        select(tables.Questionnaire)
        .where(tables.Questionnaire.campaign_id == campaign_id, tables.Questionnaire.published_at.is_not(None))
        .order_by(tables.Questionnaire.version.desc())
        .limit(1)
    )
    found: tables.Questionnaire | None = await session.scalar(query)
    return found


async def read_keys_used(session: AsyncSession, campaign_id: UUID) -> Mapping[str, frozenset[str]]:
    """Keys of all published versions: see keys_used."""
    return keys_used(version.questionnaire for version in await list_versions(session, campaign_id))


async def count_received(session: AsyncSession, campaign_id: UUID) -> int:
    """Participants' responses to all versions."""
    return sum((await _count(session, campaign_id)).values())


def plan_of(campaign: Campaign) -> Plan:
    return Plan(**{field: getattr(campaign, field) for field in Plan.__struct_fields__})


async def _count(session: AsyncSession, campaign_id: UUID) -> dict[UUID, int]:
    """Participants' responses by version."""
    query = select(Response.questionnaire_id, func.count()).where(Response.campaign_id == campaign_id, OF_PARTICIPANTS)
    return {row[0]: row[1] for row in await session.execute(query.group_by(Response.questionnaire_id))}


def _draft(row: tables.Questionnaire) -> Draft:
    return Draft(
        id=row.id,
        version=row.version,
        edition=row.edition,
        questionnaire=msgspec.convert(row.definition, Questionnaire),
        before=msgspec.convert(row.before, Questionnaire) if row.before else None,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
    )


def _version(row: tables.Questionnaire, received: int) -> Version:
    assert row.published_at
    questionnaire = msgspec.convert(row.definition, Questionnaire)
    return Version(row.id, row.version, questionnaire, row.published_at, row.changed_by, received)
