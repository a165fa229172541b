"""The page behind the receipt. The receipt travels in form bodies only: never in an address, never in a log."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import State

from services.notify.domain.journey import JourneyFacts, standards_of, steps_of, title_in
from services.notify.operations.read_address import read_address
from services.notify.operations.subscribe import Wish, subscribe
from services.notify.settings import Settings
from services.notify.storage.journeys import find_journey
from services.notify.web.pages import PAGES, asked_language, spoken_language
from services.notify.wording import local_day
from shared.contracts.receipts import is_proven, receipt_digest, receipt_proof
from shared.kit.clock import now
from shared.kit.guesses import GuessBudget
from shared.kit.ids import read_code
from shared.kit.storage import Database, is_disconnect
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields

Page = Response[str]


@get("/receipt", opt=PUBLIC, sync_to_thread=False)
def ask_receipt(request: Request[Any, Any, State]) -> Page:
    return PAGES.page("receipt.html", asked_language(request), typed="", notice="")


@post("/receipt", opt=PUBLIC, status_code=200)
async def show_journey(
    request: Request[Any, Any, State], database: Database, settings: Settings, guesses: GuessBudget
) -> Page:
    """The same way for every receipt: the pause, one look-up by keyed digest, a page."""
    fields = await read_fields(request)
    language = spoken_language(request, fields)
    receipt = read_code(first(fields, "receipt"))
    await asyncio.sleep(guesses.pause(time.monotonic()))
    journey = await database.run(lambda session: find_journey(session, receipt_digest(settings.secret, receipt)))
    if journey is None:
        guesses.fail(time.monotonic())
        return PAGES.page(
            "receipt.html", language, status=404, typed=first(fields, "receipt"), notice="receipt-nothing"
        )
    return _journey(settings, journey, receipt, language)


@post("/receipt/subscribe", opt=PUBLIC, status_code=200)
async def ask_subscription(request: Request[Any, Any, State], database: Database, settings: Settings) -> Page:
    fields = await read_fields(request)
    language = spoken_language(request, fields)
    receipt = read_code(first(fields, "receipt"))
    if not is_proven(settings.secret, receipt, first(fields, "proof")):
        return PAGES.page("receipt.html", language, status=422, typed=first(fields, "receipt"), notice="receipt-again")
    address = read_address(first(fields, "address"))
    if address is None:
        return _subscribe_again(fields, language, "address-fault", 422)
    wish = Wish(receipt_digest(settings.secret, receipt), address, language)
    try:
        await database.run(lambda session: subscribe(session, settings, wish, now()))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return _subscribe_again(fields, language, "address-away", 503)
    return PAGES.page("subscribed.html", language, address=address, receipt=receipt)


def _journey(settings: Settings, journey: JourneyFacts, receipt: str, language: str) -> Page:
    return PAGES.page(
        "journey.html",
        language,
        receipt=receipt,
        proof=receipt_proof(settings.secret, receipt),
        campaign=journey.campaign,
        title=title_in(journey.campaign.title, language) if journey.campaign else "",
        steps=steps_of(journey, local_day(now())),
        standards=tuple(standards_of(journey.touched)),
        outcomes=journey.outcomes,
        address="",
        fault="",
    )


def _subscribe_again(fields: Fields, language: str, fault: str, status: int) -> Page:
    """The form with what was typed, and what to do about it."""
    return PAGES.page(
        "subscribe.html",
        language,
        status=status,
        receipt=first(fields, "receipt"),
        proof=first(fields, "proof"),
        address=first(fields, "address"),
        fault=fault,
    )
