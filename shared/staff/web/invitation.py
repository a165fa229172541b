"""One-time links: GET shows whom the link is for, POST goes through it. A mail scanner that looks uses nothing up."""

from __future__ import annotations

from typing import Any

import structlog
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.response import Redirect

from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import read_fields
from shared.staff.domain.passwords import SHORTEST, fault_of
from shared.staff.domain.paths import HOME
from shared.staff.operations.accept_invitation import Invited, accept_invitation, find_invited
from shared.staff.operations.set_password import digest_password
from shared.staff.settings import Settings
from shared.staff.web.cookies import sent_cookie, with_session
from shared.staff.web.pages import PAGES

log = structlog.get_logger()


@get("/staff/invitation/{token:str}", opt=PUBLIC)
async def show_invitation(token: str, database: Database) -> Response[str]:
    at = now()
    invited = await database.run(lambda session: find_invited(session, token, at))
    return _page(invited) if invited else _gone()


@post("/staff/invitation/{token:str}", opt=PUBLIC, status_code=200)
async def send_invitation(
    request: Request[Any, Any, State], token: str, database: Database, settings: Settings
) -> Response[Any]:
    at = now()
    fields = await read_fields(request)
    password = fields.get("password", [""])[0]
    invited = await database.run(lambda session: find_invited(session, token, at))
    if invited is None:
        return _gone()
    if password and (fault := fault_of(password, invited.name)):
        return _page(invited, fault, 422)
    digest = await digest_password(password) if password else None
    cookie = sent_cookie(request, settings)
    async with database.transaction() as session:
        opened = await accept_invitation(session, token, digest, cookie, at)
    if opened is None:
        return _gone()
    log.info("session.opened", account=str(opened.account_id))
    return with_session(Redirect(HOME, status_code=303), settings, opened.token)


def _page(invited: Invited, fault: str = "", status: int = 200) -> Response[str]:
    return PAGES.page("invitation.html", FIRST, status=status, invited=invited, fault=fault, shortest=SHORTEST)


def _gone() -> Response[str]:
    return PAGES.page("invitation_gone.html", FIRST, status=410)
