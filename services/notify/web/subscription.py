"""What the links in letters lead to: GET asks, POST acts, so that a mail scanner that follows links does nothing."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import State

from services.notify.operations.confirm_subscription import confirm_subscription
from services.notify.operations.end_subscription import end_subscription
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.storage.tables import CONFIRMED, ENDED
from services.notify.web.pages import PAGES, asked_language, spoken_language
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import read_fields

Page = Response[str]


@get("/subscription/{token:str}", opt=PUBLIC)
async def ask_confirmation(
    request: Request[Any, Any, State], token: str, database: Database, settings: Settings
) -> Page:
    return await _ask(request, token, database, settings, "confirm")


@post("/subscription/{token:str}", opt=PUBLIC, status_code=200)
async def confirm(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    language = spoken_language(request, await read_fields(request))
    state = await database.run(lambda session: confirm_subscription(session, settings, token, now()))
    return _told(state, language, token)


@get("/subscription/{token:str}/end", opt=PUBLIC)
async def ask_end(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    return await _ask(request, token, database, settings, "end")


@post("/subscription/{token:str}/end", opt=PUBLIC, status_code=200)
async def end(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    """Also the one-click POST of mail programs (RFC 8058), which has no origin and no cookie."""
    language = spoken_language(request, await read_fields(request))
    state = await database.run(lambda session: end_subscription(session, settings, token, now()))
    return _told(state, language, token)


async def _ask(
    request: Request[Any, Any, State], token: str, database: Database, settings: Settings, verb: str
) -> Page:
    subscription = await database.run(lambda session: find_subscription(session, settings.token_digest(token)))
    language = subscription.language if subscription and "lang" not in request.query_params else asked_language(request)
    if subscription is None or subscription.state == ENDED or (verb == "confirm" and subscription.state == CONFIRMED):
        return _told(subscription.state if subscription else None, language, token)
    return PAGES.page("ask.html", language, verb=verb, token=token)


def _told(state: str | None, language: str, token: str) -> Page:
    """How it stands with the subscription: confirmed, ended, or nothing known of it."""
    return PAGES.page("told.html", language, status=200 if state else 404, state=state or "unknown", token=token)
