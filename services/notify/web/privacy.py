"""For who answers for data protection: one person's data, keys, what is forgotten when, the record of processing."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import KEPT_AFTER_PROMISE, UNCONFIRMED_FOR
from services.notify.domain.media import read_phone
from services.notify.operations.know_person import PersonKept, erase_contact, find_contact, know_contact
from services.notify.operations.read_address import read_address
from services.notify.operations.rotate_vault import count_by_key
from services.notify.settings import Settings
from services.notify.web.pages import STAFF_PAGES
from shared.kit.clock import now
from shared.kit.messaging.chores import list_chores
from shared.kit.messaging.prune import KEPT_FOR
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.roles import EVERYWHERE
from shared.staff.operations.record_change import record_change

ADMINISTRATOR: Final = staff("administrator")
PATH: Final = "/staff/privacy"
Page = Response[Any]


@get(PATH, opt=ADMINISTRATOR)
async def show_privacy(database: Database, settings: Settings, signed_in: SignedIn) -> Page:
    return await _page(database, settings, signed_in)


@post(PATH + "/person", opt=ADMINISTRATOR, status_code=200)
async def show_person(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """By POST, so that the address stands in no history and no log."""
    require(signed_in, "administrator", EVERYWHERE)
    typed = first(await read_fields(request), "address")
    address = read_address(typed) or read_phone(typed)
    if address is None:
        return await _page(database, settings, signed_in, typed=typed, said="privacy-address-fault", status=422)
    async with database.transaction() as session:
        kept = await _kept(session, settings, address, signed_in)
    if kept is None:
        return await _page(database, settings, signed_in, typed=typed, said="privacy-nothing")
    return STAFF_PAGES.page("privacy_person.html", FIRST, kept=kept, signed_in=signed_in)


@post(PATH + "/person.json", opt=ADMINISTRATOR, status_code=200)
async def download_person(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    require(signed_in, "administrator", EVERYWHERE)
    address = first(await read_fields(request), "address")
    async with database.transaction() as session:
        kept = await _kept(session, settings, address, signed_in)
    headers = {"Content-Disposition": 'attachment; filename="auskunft.json"', "Cache-Control": "no-store"}
    content = msgspec.json.format(msgspec.json.encode(kept), indent=2)
    return Response(content, media_type="application/json", headers=headers)


@post(PATH + "/person/erase", opt=ADMINISTRATOR, status_code=200)
async def erase_person(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """Safe to send twice: what is gone is gone."""
    require(signed_in, "administrator", EVERYWHERE)
    address = first(await read_fields(request), "address")
    async with database.transaction() as session:
        if contact_id := await find_contact(session, settings, address):
            count = await erase_contact(session, contact_id, now())
            await record_change(session, signed_in, "contact.erased", contact_id, {"subscriptions": count})
    return await _page(database, settings, signed_in, said="privacy-erased")


@get(PATH + "/record", opt=ADMINISTRATOR)
async def show_record(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """The record of processing activities (Article 30 of the GDPR), with what is true right now."""
    response = STAFF_PAGES.page("privacy_record.html", FIRST, signed_in=signed_in, **await _facts(database, settings))
    if "download" in request.query_params:
        response.headers["Content-Disposition"] = 'attachment; filename="verarbeitungsverzeichnis.html"'
    return response


async def _page(
    database: Database, settings: Settings, signed_in: SignedIn, *, typed: str = "", said: str = "", status: int = 200
) -> Page:
    facts = await _facts(database, settings)
    return STAFF_PAGES.page("privacy.html", FIRST, status=status, signed_in=signed_in, typed=typed, said=said, **facts)


async def _facts(database: Database, settings: Settings) -> dict[str, Any]:
    async with database.transaction() as session:
        return {
            "keys": await count_by_key(session),
            "newest_key": settings.vault_key,
            "chores": await list_chores(session),
            "unconfirmed_days": UNCONFIRMED_FOR.days,
            "kept_days": KEPT_AFTER_PROMISE.days,
            "message_days": KEPT_FOR.days,
            "today": now(),
        }


def chore_words(name: str) -> str:
    """What a chore does, for people; one that no text knows goes by its name."""
    key = f"chore-{name.replace('.', '-')}"
    return STAFF_PAGES.texts.say(FIRST, key) if key in STAFF_PAGES.texts.keys(FIRST) else name


STAFF_PAGES.environment.globals.update(chore_words=chore_words)


async def _kept(session: AsyncSession, settings: Settings, address: str, signed_in: SignedIn) -> PersonKept | None:
    contact_id: UUID | None = await find_contact(session, settings, address)
    if contact_id is None:
        return None
    kept = await know_contact(session, settings, contact_id)
    await record_change(session, signed_in, "contact.shown", contact_id, {"subscriptions": len(kept.subscriptions)})
    return kept
