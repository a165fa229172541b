"""The other side of an evaluation: when a participation is over, the responsible department is asked, exactly once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.ledger_tables import DepartmentAsked
from services.analysis.storage.findings import department_channels
from services.analysis.storage.sides import DEPARTMENT, speaks
from services.analysis.storage.tables import Campaign, Channel, Question, Response
from shared.contracts import evaluations
from shared.contracts.evaluations import AskedWhen
from shared.contracts.routes import publish

#: So long after its end a campaign is still asked about; the department's link takes answers as long.
RECENT: Final = timedelta(days=28)
#: So long after the first letter there is another, if nobody answered; then no more.
PATIENCE: Final = timedelta(days=7)


async def ask_departments(session: AsyncSession, at: datetime) -> int:
    """Asks about every evaluated campaign that is over. Returns how many letters are new."""
    over = (Campaign.closes_at <= at, Campaign.closes_at > at - RECENT)
    query = select(Campaign).where(*over, _is_evaluated()).order_by(Campaign.closes_at, Campaign.id)
    return sum([await _ask(session, one, at) for one in await session.scalars(query)])


async def _ask(session: AsyncSession, campaign: Campaign, at: datetime) -> bool:
    """False when nothing is due."""
    if await has_answered(session, campaign):
        return False
    query = select(DepartmentAsked.occasion, DepartmentAsked.asked_at).filter_by(campaign_id=campaign.id)
    asked = {row.occasion: row.asked_at for row in await session.execute(query)}
    if "ended" not in asked:
        return await _say(session, campaign, "ended", at)
    if "reminder" not in asked and asked["ended"] + PATIENCE <= at:
        return await _say(session, campaign, "reminder", at)
    return False


async def has_answered(session: AsyncSession, campaign: Campaign) -> bool:
    own = select(Response.id).where(Response.campaign_id == campaign.id, speaks("department"))
    return await session.scalar(own.limit(1)) is not None


async def _say(session: AsyncSession, campaign: Campaign, occasion: AskedWhen, at: datetime) -> bool:
    row = {"campaign_id": campaign.id, "occasion": occasion, "asked_at": at}
    statement = insert(DepartmentAsked).values(row).on_conflict_do_nothing().returning(DepartmentAsked.campaign_id)
    if await session.scalar(statement) is None:
        return False
    channels = await department_channels(session, campaign.id)
    code = channels[0].code if channels else ""
    await publish(session, evaluations.DepartmentAsked(campaign.id, occasion, code, at))
    return True


def _is_evaluated() -> ColumnElement[bool]:
    """It asks how the participation itself was, or the department has a way in."""
    core = exists().where(Question.campaign_id == Campaign.id, Question.core)
    office = exists().where(Channel.campaign_id == Campaign.id, Channel.kind == DEPARTMENT)
    return core | office
