"""The page behind the receipt. The receipt travels in form bodies only: never in an address, never in a log."""

from __future__ import annotations

import asyncio
import math
import time
from typing import Any, Final, NamedTuple

from litestar import Request, Response, get, post
from litestar.datastructures import State

from services.notify.domain.journey import JourneyFacts, standards_of, steps_of, title_in
from services.notify.domain.media import looks_like_phone
from services.notify.domain.voice import Ask, Voice
from services.notify.operations.read_address import read_address
from services.notify.operations.subscribe import TakenBack, Wish, subscribe
from services.notify.settings import Settings
from services.notify.storage.journeys import find_journey
from services.notify.web.pages import PAGES, asked_language, spoken_language
from services.notify.web.phone import ask_again, ask_code
from services.notify.web.taken_back import card_of, show_withdrawn
from services.notify.wording import local_day
from shared.contracts.receipts import is_proven, receipt_digest, receipt_proof
from shared.kit.clock import now
from shared.kit.guesses import SPAN_S, Guesses
from shared.kit.ids import grouped, read_code
from shared.kit.storage import Database, is_disconnect
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields

Page = Response[str]
#: Every answer to a look-up leaves at a whole number of these since it was asked: what was found, and how much of it,
#: cannot be told by the time it took.
BEAT_S: Final = 0.15


class Desk(NamedTuple):
    """What it takes to look a receipt up."""

    database: Database
    settings: Settings
    guesses: Guesses
    ask: Ask


@get("/receipt", opt=PUBLIC, sync_to_thread=False)
def ask_receipt(request: Request[Any, Any, State]) -> Page:
    return PAGES.page("receipt.html", asked_language(request), typed="", notice="")


@post("/receipt", opt=PUBLIC, status_code=200)
async def show_journey(request: Request[Any, Any, State], desk: Desk) -> Page:
    """The same way for every receipt: the pause, the same questions by keyed digest, a page, the beat."""
    asked = time.monotonic()
    fields = await read_fields(request)
    host = request.client.host if request.client else ""
    page = await _look_up(desk, fields, spoken_language(request, fields), host)
    await asyncio.sleep(to_the_beat(time.monotonic() - asked))
    return page


async def _look_up(desk: Desk, fields: Fields, language: str, host: str) -> Page:
    receipt, typed = read_code(first(fields, "receipt")), first(fields, "receipt")
    admission = await desk.database.run_statement(lambda session: desk.guesses.begin(session, host, now()))
    if admission.refused:
        page = PAGES.page("receipt.html", language, status=429, typed=typed, notice="receipt-slow")
        page.headers["Retry-After"] = str(SPAN_S)
        return page
    await asyncio.sleep(admission.pause_s)
    digest = receipt_digest(desk.settings.secret, receipt)
    journey = await desk.database.run(lambda session: find_journey(session, digest))
    voice = await desk.ask(receipt)
    if journey is None and not is_proven(desk.settings.secret, receipt, first(fields, "proof")):
        return PAGES.page("receipt.html", language, status=404, typed=typed, notice="receipt-nothing")
    await desk.database.run_statement(lambda session: desk.guesses.found(session, host, now()))
    if journey is None:
        return PAGES.page(
            "receipt.html", language, typed=grouped(receipt), notice="receipt-soon", proof=first(fields, "proof")
        )
    return _journey(desk.settings, journey, voice, receipt, language)


def to_the_beat(spent_s: float) -> float:
    """Seconds until the next beat."""
    return math.ceil(spent_s / BEAT_S) * BEAT_S - spent_s


@post("/receipt/subscribe", opt=PUBLIC, status_code=200)
async def ask_subscription(request: Request[Any, Any, State], database: Database, settings: Settings) -> Page:
    fields = await read_fields(request)
    language = spoken_language(request, fields)
    receipt = read_code(first(fields, "receipt"))
    if not is_proven(settings.secret, receipt, first(fields, "proof")):
        return PAGES.page("receipt.html", language, status=422, typed=first(fields, "receipt"), notice="receipt-again")
    if settings.sms_url and looks_like_phone(first(fields, "address")):
        return await ask_code(settings, database, fields, language)
    address = read_address(first(fields, "address"))
    if address is None:
        return ask_again(settings, fields, language, "address-fault", 422)
    wish = Wish(receipt_digest(settings.secret, receipt), address, language)
    try:
        await database.run(lambda session: subscribe(session, settings, wish, now()))
    except TakenBack as taken:
        return show_withdrawn(settings, receipt, language, taken.withdrawn_at, status=409)
    except Exception as error:
        if not is_disconnect(error):
            raise
        return ask_again(settings, fields, language, "address-away", 503)
    return PAGES.page("subscribed.html", language, address=address, receipt=receipt, proof=first(fields, "proof"))


def _journey(settings: Settings, journey: JourneyFacts, voice: Voice | None, receipt: str, language: str) -> Page:
    """Who took it back sees so at once, also before notify has heard of it."""
    withdrawn_at = (voice.withdrawn_at if voice else None) or journey.withdrawn_at
    if withdrawn_at:
        return show_withdrawn(settings, receipt, language, withdrawn_at, journey.campaign)
    return PAGES.page(
        "journey.html",
        language,
        receipt=receipt,
        card=card_of(settings, receipt, language),
        proof=receipt_proof(settings.secret, receipt),
        campaign=journey.campaign,
        title=title_in(journey.campaign.title, language) if journey.campaign else "",
        voice=voice,
        steps=steps_of(journey, local_day(now())),
        standards=tuple(standards_of(journey.touched)),
        outcomes=journey.outcomes,
        excluded=journey.excluded,
        address="",
        fault="",
        sends_texts=bool(settings.sms_url),
    )
