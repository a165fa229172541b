"""Web push for the script on the thank-you page and behind the receipt: without it, nothing of this is shown."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request, Response, post
from litestar.datastructures import State

from services.notify.domain.media import Device, read_device
from services.notify.operations.move_device import move_device
from services.notify.operations.push_out import is_key, public_push_key
from services.notify.operations.reach_at_once import device_wish, forget_address, reach_at_once, reaches
from services.notify.operations.subscribe import TakenBack
from services.notify.settings import Settings
from services.notify.web.pages import PAGES, spoken_language
from shared.contracts.receipts import is_proven, receipt_digest
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields

#: What the script says; `push-kept` and `tell-kept` stand together.
WORDS: Final = ("title", "text", "do", "kept", "on", "end", "ended", "denied", "fault")
_PRIVATE: Final = {"Cache-Control": "no-store"}
Told = Response[dict[str, Any]]


@post("/receipt/push/offer", opt=PUBLIC, status_code=200)
async def offer_push(request: Request[Any, Any, State], database: Database, settings: Settings) -> Told:
    """The words in the reader's language, the key a browser binds its address to, and whether this device is told
    already."""
    fields = await read_fields(request)
    receipt = _proven_receipt(settings, fields)
    if receipt is None:
        return _refuse(request, fields)
    language, endpoint = spoken_language(request, fields), first(fields, "endpoint")
    digest = receipt_digest(settings.secret, receipt)
    is_on = bool(endpoint) and await database.run(lambda session: reaches(session, settings, digest, endpoint))
    words = {name: PAGES.texts.say(language, f"push-{name}") for name in WORDS}
    words["kept"] = f"{words['kept']} {PAGES.texts.say(language, 'tell-kept')}"
    return Response({"key": public_push_key(settings.secret), "on": is_on, "words": words}, headers=_PRIVATE)


@post("/receipt/push", opt=PUBLIC, status_code=200)
async def subscribe_device(request: Request[Any, Any, State], database: Database, settings: Settings) -> Told:
    """The browser has asked already, so no further confirmation is needed."""
    fields = await read_fields(request)
    receipt, device = _proven_receipt(settings, fields), _device(fields)
    if receipt is None or device is None:
        return _refuse(request, fields)
    wish = device_wish(receipt_digest(settings.secret, receipt), device, spoken_language(request, fields))
    try:
        await database.run(lambda session: reach_at_once(session, settings, wish, now()))
    except TakenBack:
        return _refuse(request, fields, "withdrawn-title")
    return Response({"on": True}, headers=_PRIVATE)


@post("/receipt/push/end", opt=PUBLIC, status_code=200)
async def end_device(request: Request[Any, Any, State], database: Database, settings: Settings) -> Told:
    """Ends everything on this device. Its address is a secret of the browser: whoever knows it, is it."""
    endpoint = first(await read_fields(request), "endpoint")
    await database.run(lambda session: forget_address(session, settings, endpoint, now()))
    return Response({"on": False}, headers=_PRIVATE)


@post("/receipt/push/move", opt=PUBLIC, status_code=200)
async def move(request: Request[Any, Any, State], database: Database, settings: Settings) -> Told:
    """By the service worker, when the browser changed the address by itself: it has no receipt, only the old address.

    Says nothing of whether that one was known.
    """
    fields = await read_fields(request)
    old, device = first(fields, "old"), _device(fields)
    if device is None:
        return _refuse(request, fields)
    if old:
        await database.run(lambda session: move_device(session, settings, old, device, now()))
    return Response({}, headers=_PRIVATE)


def _device(fields: Fields) -> Device | None:
    device = read_device(first(fields, "endpoint"), first(fields, "p256dh"), first(fields, "auth"))
    return device if device and is_key(device.p256dh) else None


def _proven_receipt(settings: Settings, fields: Fields) -> str | None:
    receipt = read_code(first(fields, "receipt"))
    return receipt if is_proven(settings.secret, receipt, first(fields, "proof")) else None


def _refuse(request: Request[Any, Any, State], fields: Fields, key: str = "push-fault") -> Told:
    words = PAGES.texts.say(spoken_language(request, fields), key)
    return Response({"words": words}, status_code=422, headers=_PRIVATE)
