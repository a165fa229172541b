"""What the links in letters lead to: GET asks, POST acts, so that a mail scanner that follows links does nothing."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.posting import PACES, QUIETS, Pace, Quiet
from services.notify.operations.choose_hearing import Hearing, choose_hearing
from services.notify.operations.confirm_subscription import confirm_subscription
from services.notify.operations.end_subscription import end_subscription
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.storage.tables import CONFIRMED, ENDED, Subscription
from services.notify.web.pages import PAGES, asked_language, spoken_language
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST, LANGUAGES
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields

Page = Response[str]


@get("/subscription/{token:str}", opt=PUBLIC)
async def ask_confirmation(
    request: Request[Any, Any, State], token: str, database: Database, settings: Settings
) -> Page:
    return await _ask(request, token, database, settings, "confirm")


@post("/subscription/{token:str}", opt=PUBLIC, status_code=200)
async def confirm(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    """Confirms, and keeps how somebody wants to hear; afterwards the same form changes it."""
    fields = await read_fields(request)
    language, wanted = spoken_language(request, fields), read_hearing(fields)

    async def work(session: AsyncSession) -> tuple[str | None, Hearing | None]:
        if wanted:
            await choose_hearing(session, settings, token, wanted, now())
        state = await confirm_subscription(session, settings, token, now())
        return state, await _hearing(session, settings, token)

    state, hearing = await database.run(work)
    return _told(state, language, token, hearing, is_saved=wanted is not None)


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
    if subscription is None or subscription.state == ENDED:
        return _told(subscription.state if subscription else None, language, token)
    if verb == "confirm" and subscription.state == CONFIRMED:
        return _told(CONFIRMED, language, token, hearing_of(subscription))
    hearing = hearing_of(subscription)._replace(language=language)
    return PAGES.page("ask.html", language, verb=verb, token=token, hearing=hearing, paces=PACES, quiets=QUIETS)


async def _hearing(session: AsyncSession, settings: Settings, token: str) -> Hearing | None:
    subscription = await find_subscription(session, settings.token_digest(token))
    return hearing_of(subscription) if subscription else None


def hearing_of(subscription: Subscription) -> Hearing:
    start, end = subscription.quiet_start, subscription.quiet_end
    pace: Pace = "weekly" if subscription.pace == "weekly" else "at_once"
    return Hearing(subscription.language, pace, Quiet(start, end) if start is not None and end is not None else None)


def read_hearing(fields: Fields) -> Hearing | None:
    """None when the form did not ask, as with older letters. What nobody could have chosen counts as not chosen."""
    if "letters" not in fields:
        return None
    language = first(fields, "letters")
    pace: Pace = "weekly" if first(fields, "pace") == "weekly" else "at_once"
    quiet = next((one for one in QUIETS if f"{one.start}-{one.end}" == first(fields, "quiet")), None)
    return Hearing(language if language in LANGUAGES else FIRST, pace, quiet)


def _told(
    state: str | None, language: str, token: str, hearing: Hearing | None = None, *, is_saved: bool = False
) -> Page:
    """How it stands with the subscription: confirmed, ended, or nothing known of it."""
    return PAGES.page(
        "told.html",
        language,
        status=200 if state else 404,
        state=state or "unknown",
        token=token,
        hearing=hearing,
        paces=PACES,
        quiets=QUIETS,
        is_saved=is_saved and state == CONFIRMED,
    )
