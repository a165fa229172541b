"""How somebody is told, and ending it: behind the receipt, and by the short link of a text message or a letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.datastructures import State

from services.notify.operations.end_subscription import end_subscription
from services.notify.operations.reach_at_once import end_by_receipt
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription, list_ways
from services.notify.storage.tables import ENDED
from services.notify.web.pages import PAGES, asked_language, spoken_language
from shared.contracts.receipts import is_proven, receipt_digest
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import first, read_fields

Page = Response[str]


@post("/receipt/ways", opt=PUBLIC, status_code=200)
async def show_ways(request: Request[Any, Any, State], database: Database, settings: Settings) -> Page:
    """Kinds and days only: who holds the receipt learns no address. `end`: the one to be ended."""
    fields = await read_fields(request)
    language, receipt = spoken_language(request, fields), read_code(first(fields, "receipt"))
    if not is_proven(settings.secret, receipt, proof := first(fields, "proof")):
        return PAGES.page("receipt.html", language, status=422, typed=first(fields, "receipt"), notice="receipt-again")
    digest, ended = receipt_digest(settings.secret, receipt), _id(first(fields, "end"))
    async with database.transaction() as session:
        if ended:
            await end_by_receipt(session, digest, ended, now())
        ways = await list_ways(session, digest)
    return PAGES.page("ways.html", language, receipt=receipt, proof=proof, ways=ways, ended=bool(ended))


@get("/e/{token:str}", opt=PUBLIC)
async def ask_stop(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    """In the language of the letter, unless another one is asked for. The token may have been typed from paper."""
    token = read_code(token)
    subscription = await database.run(lambda session: find_subscription(session, settings.token_digest(token)))
    asked = "lang" in request.query_params or subscription is None
    language = asked_language(request) if asked or subscription is None else subscription.language
    if subscription is None or subscription.state == ENDED:
        return _stopped(language, is_known=subscription is not None)
    return PAGES.page("stop.html", language, token=token)


@post("/e/{token:str}", opt=PUBLIC, status_code=200)
async def stop(request: Request[Any, Any, State], token: str, database: Database, settings: Settings) -> Page:
    language, token = spoken_language(request, await read_fields(request)), read_code(token)
    state = await database.run(lambda session: end_subscription(session, settings, token, now()))
    return _stopped(language, is_known=state is not None)


def _stopped(language: str, *, is_known: bool) -> Page:
    if not is_known:
        return PAGES.page("told.html", language, status=404, state="unknown", token="")
    return PAGES.page("stopped.html", language)


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed) if typed else None
    except ValueError:
        return None
