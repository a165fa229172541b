"""Responses that people took out of the counts, and how they come back."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import ClientException, NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.exclude_response import REASONS, exclude_response, readmit_response
from services.analysis.storage import tables
from services.analysis.storage.exclusions import list_excluded
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.paths import local_path

READER: Final = staff("reader")
EDITOR: Final = staff("editor")


@get("/staff/campaigns/{slug:str}/excluded", opt=READER)
async def show_excluded(slug: str, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        excluded = await list_excluded(session, campaign.id)
    return page("excluded.html", signed_in=signed_in, campaign=campaign, excluded=excluded)


@post("/staff/responses/{response_id:uuid}/exclude", opt=EDITOR)
async def exclude(
    request: Request[Any, Any, Any], response_id: UUID, database: Database, signed_in: SignedIn
) -> Redirect:
    fields = await read_fields(request)
    reason = next((known for known in REASONS if known == first(fields, "reason")), None)
    if reason is None:
        raise ClientException("reason_missing")
    async with database.transaction() as session:
        response = await _response_for(session, response_id, signed_in)
        await exclude_response(session, response, reason, signed_in, now())
    return Redirect(local_path(first(fields, "back")), status_code=303)


@post("/staff/responses/{response_id:uuid}/readmit", opt=EDITOR)
async def readmit(
    request: Request[Any, Any, Any], response_id: UUID, database: Database, signed_in: SignedIn
) -> Redirect:
    fields = await read_fields(request)
    async with database.transaction() as session:
        response = await _response_for(session, response_id, signed_in)
        await readmit_response(session, response, signed_in, now())
    return Redirect(local_path(first(fields, "back")), status_code=303)


async def _response_for(session: AsyncSession, response_id: UUID, signed_in: SignedIn) -> tables.Response:
    """Raises NotFoundException, and RoleTooLow when the response belongs to a district of others."""
    response = await session.get(tables.Response, response_id)
    campaign = await session.get(tables.Campaign, response.campaign_id) if response else None
    if response is None or campaign is None:
        raise NotFoundException
    require(signed_in, "editor", campaign.district)
    return response
