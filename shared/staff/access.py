"""Routes for staff: who may call them, and who is calling.

A service's router takes three things, and each route says which role it needs:

    Router("/", [...], guards=[admit(database)], exception_handlers=REFUSALS, dependencies={..., **SIGNED_IN})

    @get("/campaigns", opt=staff("reader"))
    async def show_campaigns(signed_in: SignedIn, ...): ...
        signed_in.may("editor", district)        # to show or hide
        require(signed_in, "editor", district)   # to refuse

Public routes of the same router are left alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import quote

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect
from litestar.types import ExceptionHandlersMap

from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.access import KEY, PUBLIC
from shared.staff.domain.roles import Role, SignedIn
from shared.staff.domain.tokens import COOKIES, digest_session_token
from shared.staff.operations.find_signed_in import find_signed_in
from shared.staff.web.pages import PAGES

__all__ = ["REFUSALS", "SIGNED_IN", "Role", "SignedIn", "admit", "require", "staff"]

Guard = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Awaitable[None]]
SIGN_IN: Final = "/staff/sign-in"
_PREFIX: Final = "staff:"
_SLOT: Final = "signed_in"


class NotSignedIn(NotAuthorizedException):
    """Nobody is signed in, or the session has ended."""


class RoleTooLow(PermissionDeniedException):
    """Somebody is signed in who may not do this."""

    def __init__(self, signed_in: SignedIn, role: Role, district: str | None) -> None:
        super().__init__("role_too_low")
        self.signed_in, self.role, self.district = signed_in, role, district


def staff(role: Role) -> dict[str, str]:
    """The `opt` of a route for staff who hold this role, or a higher one, in at least one district."""
    return {KEY: _PREFIX + role}


def require(signed_in: SignedIn, role: Role, district: str) -> None:
    """Raises RoleTooLow, which becomes a kind page."""
    if not signed_in.may(role, district):
        raise RoleTooLow(signed_in, role, district)


def admit(database: Database) -> Guard:
    """A guard that lets public routes be and asks for the stated role on all others; closed where nothing is stated."""

    async def admit_staff(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        stated = handler.opt.get(KEY)
        if stated == PUBLIC[KEY]:
            return
        signed_in = await _recognise(database, connection)
        if signed_in is None:
            raise NotSignedIn
        role: Any = str(stated).removeprefix(_PREFIX)
        if not signed_in.may(role):
            raise RoleTooLow(signed_in, role, None)
        connection.state[_SLOT] = signed_in

    return admit_staff


async def _recognise(database: Database, connection: ASGIConnection[Any, Any, Any, Any]) -> SignedIn | None:
    """Who is signed in, if anybody is."""
    sent = next((cookie for cookie in COOKIES if connection.cookies.get(cookie)), None)
    if sent is None:
        return None
    at, digest = now(), digest_session_token(sent, connection.cookies[sent])
    return await database.run(lambda session: find_signed_in(session, digest, at))


def _provide_signed_in(request: Request[Any, Any, Any]) -> SignedIn:
    """Raises NotSignedIn where no guard stands before the route."""
    signed_in = request.state.get(_SLOT)
    if not isinstance(signed_in, SignedIn):
        raise NotSignedIn
    return signed_in


def _ask_to_sign_in(request: Request[Any, Any, Any], error: NotSignedIn) -> Response[Any]:
    """Reading goes by way of the sign-in page; what was sent stays in the browser until somebody is signed in."""
    if not _is_page(request):
        return Response({"status": error.status_code}, status_code=error.status_code)
    if request.method == "GET":
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return Redirect(f"{SIGN_IN}?next={quote(path, safe='/')}", status_code=303)
    return PAGES.page("session_ended.html", FIRST, status=error.status_code)


def _say_role_too_low(_request: Request[Any, Any, Any], error: RoleTooLow) -> Response[Any]:
    values = {"signed_in": error.signed_in, "role": error.role, "district": error.district}
    return PAGES.page("role_too_low.html", FIRST, status=error.status_code, **values)


def _is_page(request: Request[Any, Any, Any]) -> bool:
    return "text/html" in request.headers.get("accept", "")


SIGNED_IN: Final = {"signed_in": Provide(_provide_signed_in, sync_to_thread=False)}
REFUSALS: Final[ExceptionHandlersMap] = {NotSignedIn: _ask_to_sign_in, RoleTooLow: _say_role_too_low}
