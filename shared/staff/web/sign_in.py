"""Signing in and out. GET asks, POST acts."""

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
from shared.kit.web.bodies import first, read_fields
from shared.staff.domain.paths import local_path
from shared.staff.operations.limit_attempts import TooManyAttemptsError
from shared.staff.operations.open_session import sign_out
from shared.staff.operations.sign_in import sign_in
from shared.staff.settings import Settings
from shared.staff.web.cookies import sent_cookie, with_session
from shared.staff.web.pages import PAGES

log = structlog.get_logger()


@get("/staff/sign-in", opt=PUBLIC, sync_to_thread=False)
def show_sign_in(request: Request[Any, Any, State]) -> Response[str]:
    wanted = local_path(request.query_params.get("next", ""))
    notice = "signed-out" if "signed-out" in request.query_params else ""
    return _page(wanted, notice=notice)


@post("/staff/sign-in", opt=PUBLIC, status_code=200)
async def send_sign_in(request: Request[Any, Any, State], database: Database, settings: Settings) -> Response[Any]:
    fields = await read_fields(request)
    wanted, name = local_path(first(fields, "next")), first(fields, "name")
    password = fields.get("password", [""])[0]
    try:
        opened = await sign_in(database, name, password, sent_cookie(request, settings), now())
    except TooManyAttemptsError:
        log.warning("sign_in.flooded")
        return _page(wanted, name, "too-many", 429)
    if opened is None:
        log.info("sign_in.refused")
        return _page(wanted, name, "wrong", 401)
    log.info("session.opened", account=str(opened.account_id))
    return with_session(Redirect(wanted, status_code=303), settings, opened.token)


@post("/staff/sign-out", opt=PUBLIC, status_code=303)
async def send_sign_out(request: Request[Any, Any, State], database: Database, settings: Settings) -> Redirect:
    await database.run(lambda session: sign_out(session, sent_cookie(request, settings)))
    return with_session(Redirect("/staff/sign-in?signed-out", status_code=303), settings, "")


def _page(wanted: str, name: str = "", notice: str = "", status: int = 200) -> Response[str]:
    page = PAGES.page("sign_in.html", FIRST, status=status, wanted=wanted, typed=name, notice=notice)
    if status == 429:
        page.headers["Retry-After"] = "60"
    return page
