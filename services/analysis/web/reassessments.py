"""Having a campaign's responses read again after the catalogue changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations import tag_passages
from services.analysis.operations.reassess_campaign import (
    cancel_reassessment,
    request_reassessment,
    resume_reassessment,
)
from services.analysis.storage.catalogue import find_effective
from services.analysis.storage.tables import Reassessment
from services.analysis.storage.trainings import wanted_version
from services.analysis.web.access import campaign_for
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, require, staff

LEAD: Final = staff("lead")
PATH: Final = "/staff/campaigns/{slug:str}/reassessments"
Act = Callable[[AsyncSession, Reassessment, SignedIn, datetime], Awaitable[bool]]


@post(PATH, opt=LEAD)
async def request_run(slug: str, database: Database, signed_in: SignedIn) -> Redirect:
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        require(signed_in, "lead", campaign.district)
        effective = await find_effective(session, campaign.district)
        tagger = await wanted_version(session, tag_passages.the_shipped_version())
        await request_reassessment(session, campaign.id, effective.version, signed_in, now(), tagger)
    return _back(slug)


@post(PATH + "/{run_id:uuid}/cancel", opt=LEAD)
async def cancel_run(slug: str, run_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    return await _act(cancel_reassessment, slug, run_id, database, signed_in)


@post(PATH + "/{run_id:uuid}/resume", opt=LEAD)
async def resume_run(slug: str, run_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    return await _act(resume_reassessment, slug, run_id, database, signed_in)


async def _act(act: Act, slug: str, run_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    """Does it, or finds it done: either way the campaign's page says how things stand."""
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        require(signed_in, "lead", campaign.district)
        run = await session.get(Reassessment, run_id)
        if run is None or run.campaign_id != campaign.id:
            raise NotFoundException
        await act(session, run, signed_in, now())
    return _back(slug)


def _back(slug: str) -> Redirect:
    return Redirect(f"/staff/campaigns/{slug}#reassessment", status_code=303)
