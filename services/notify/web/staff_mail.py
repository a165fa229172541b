"""Where letters to staff go: on a page of their account, and behind the link that confirms it. Served here, since
addresses enter at the vault and nowhere else."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.keep_staff_address import (
    TooManyLinks,
    ask_for_letters,
    confirm_address,
    forget_letters,
    known_address,
)
from services.notify.operations.read_address import read_address
from services.notify.settings import Settings
from services.notify.web.pages import STAFF_PAGES
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, staff

PATH: Final = "/staff/account/mail"
LINK: Final = "/mail/{token:str}"
READER: Final = staff("reader")
DONE: Final = ("asked", "forgotten")
Page = Response[Any]


@get(PATH, opt=READER)
async def show_mail(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    done = request.query_params.get("done", "")
    async with database.transaction() as session:
        return await _page(session, settings, signed_in, done=done if done in DONE else "")


@post(PATH, opt=READER)
async def change_mail(
    request: Request[Any, Any, State], database: Database, settings: Settings, signed_in: SignedIn
) -> Page:
    """`do` is the button: `forget`, or else the typed address is asked to confirm itself."""
    fields = await read_fields(request)
    typed, forget = first(fields, "address"), first(fields, "do") == "forget"
    address = read_address(typed)
    async with database.transaction() as session:
        if forget:
            await forget_letters(session, signed_in)
        elif address is None:
            return await _page(session, settings, signed_in, typed=typed, fault="fault", status=422)
        else:
            try:
                await ask_for_letters(session, settings, address, signed_in, now())
            except TooManyLinks:
                return await _page(session, settings, signed_in, typed=typed, fault="many", status=429)
    return Redirect(f"{PATH}?done={'forgotten' if forget else 'asked'}", status_code=303)


@get(LINK, opt=PUBLIC)
async def ask_link(token: str, database: Database, settings: Settings) -> Page:
    """Asks, so that a mail scanner that follows links confirms nothing."""
    state = await database.run(lambda session: confirm_address(session, settings, token, now(), look=True))
    return _link(token, state)


@post(LINK, opt=PUBLIC, status_code=200)
async def open_link(token: str, database: Database, settings: Settings) -> Page:
    return _link(token, await database.run(lambda session: confirm_address(session, settings, token, now())))


async def _page(
    session: AsyncSession,
    settings: Settings,
    signed_in: SignedIn,
    *,
    typed: str = "",
    done: str = "",
    fault: str = "",
    status: int = 200,
) -> Page:
    known = await known_address(session, settings, signed_in.account_id)
    values = {"known": known, "typed": typed, "done": done, "fault": fault}
    return STAFF_PAGES.page("staff_mail.html", FIRST, status=status, signed_in=signed_in, **values)


def _link(token: str, state: str) -> Page:
    return STAFF_PAGES.page(
        "staff_mail_link.html", FIRST, status=410 if state == "over" else 200, token=token, state=state
    )
