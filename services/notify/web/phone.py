"""A phone number instead of an e-mail address: a code goes to it and is typed here."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, post
from litestar.datastructures import State

from services.notify.domain.media import read_phone
from services.notify.operations.ask_by_sms import TooManyCodes, ask_by_sms, confirm_by_code, phone_wish
from services.notify.operations.subscribe import TakenBack
from services.notify.settings import Settings
from services.notify.web.pages import PAGES, spoken_language
from services.notify.web.taken_back import show_withdrawn
from shared.contracts.receipts import is_proven, receipt_digest
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.storage import Database, is_disconnect
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields

Page = Response[str]


async def ask_code(settings: Settings, database: Database, fields: Fields, language: str) -> Page:
    """For a proven receipt: the message is owed, and the page asks for what it says."""
    receipt, number = read_code(first(fields, "receipt")), read_phone(first(fields, "address"))
    if number is None:
        return ask_again(settings, fields, language, "phone-fault", 422)
    wish = phone_wish(receipt_digest(settings.secret, receipt), number, language)
    try:
        await database.run(lambda session: ask_by_sms(session, settings, wish, now()))
    except TakenBack as taken:
        return show_withdrawn(settings, receipt, language, taken.withdrawn_at, status=409)
    except TooManyCodes:
        return ask_again(settings, fields, language, "phone-full", 503)
    except Exception as error:
        if not is_disconnect(error):
            raise
        return ask_again(settings, fields, language, "address-away", 503)
    return _code_page(fields, language, number)


@post("/receipt/code", opt=PUBLIC, status_code=200)
async def confirm_number(request: Request[Any, Any, State], database: Database, settings: Settings) -> Page:
    fields = await read_fields(request)
    language, receipt = spoken_language(request, fields), read_code(first(fields, "receipt"))
    if not is_proven(settings.secret, receipt, first(fields, "proof")):
        return PAGES.page("receipt.html", language, status=422, typed=first(fields, "receipt"), notice="receipt-again")
    digest, typed = receipt_digest(settings.secret, receipt), "".join(filter(str.isdecimal, first(fields, "code")))
    became = await database.run(lambda session: confirm_by_code(session, settings, digest, typed, now()))
    if became == "confirmed":
        return PAGES.page("code_done.html", language, receipt=receipt, proof=first(fields, "proof"))
    return _code_page(fields, language, read_phone(first(fields, "address")) or "", f"code-{became}", 422)


def ask_again(settings: Settings, fields: Fields, language: str, fault: str, status: int) -> Page:
    """The form with what was typed, and what to do about it."""
    return PAGES.page(
        "subscribe.html",
        language,
        status=status,
        receipt=first(fields, "receipt"),
        proof=first(fields, "proof"),
        address=first(fields, "address"),
        fault=fault,
        sends_texts=bool(settings.sms_url),
    )


def _code_page(fields: Fields, language: str, number: str, fault: str = "", status: int = 200) -> Page:
    return PAGES.page(
        "code.html",
        language,
        status=status,
        receipt=first(fields, "receipt"),
        proof=first(fields, "proof"),
        number=number,
        typed=first(fields, "code"),
        fault=fault,
    )
