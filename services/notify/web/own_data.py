"""What is kept on one person, for that person: behind the secret link of their letters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.know_person import PersonKept, erase_contact, know_contact
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.web.pages import PAGES, asked_language, spoken_language
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import read_fields

Page = Response[Any]


@get("/subscription/{token:str}/data", opt=PUBLIC)
async def show_own_data(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    kept = await database.run(lambda session: _kept(session, settings, token))
    language = asked_language(request)
    if kept is None:
        return _gone(language)
    return PAGES.page("own_data.html", language, kept=kept, token=token)


@get("/subscription/{token:str}/data.json", opt=PUBLIC)
async def download_own_data(token: str, database: Database, settings: Settings) -> Page:
    """The same as a file, for taking it elsewhere (Article 20 of the GDPR)."""
    kept = await database.run(lambda session: _kept(session, settings, token))
    if kept is None:
        return _gone("de")
    headers = {"Content-Disposition": 'attachment; filename="resonanz.json"', "Cache-Control": "no-store"}
    content = msgspec.json.format(msgspec.json.encode(kept), indent=2)
    return Response(content, media_type="application/json", headers=headers)


@post("/subscription/{token:str}/data/erase", opt=PUBLIC, status_code=200)
async def erase_own_data(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    language = spoken_language(request, await read_fields(request))
    await database.run(lambda session: _erase(session, settings, token))
    return PAGES.page("own_data_gone.html", language, said="own-gone")


async def _kept(session: AsyncSession, settings: Settings, token: str) -> PersonKept | None:
    contact_id = await _contact_id(session, settings, token)
    return await know_contact(session, settings, contact_id) if contact_id else None


async def _erase(session: AsyncSession, settings: Settings, token: str) -> None:
    """An address that is gone already stays gone: the page says the same both times."""
    if contact_id := await _contact_id(session, settings, token):
        await erase_contact(session, contact_id, now())


async def _contact_id(session: AsyncSession, settings: Settings, token: str) -> UUID | None:
    subscription = await find_subscription(session, settings.token_digest(token))
    return subscription.contact_id if subscription else None


def _gone(language: str) -> Page:
    """Ended, or never there: nothing is kept, and the page does not say which."""
    return PAGES.page("own_data_gone.html", language, status=404, said="own-none")
