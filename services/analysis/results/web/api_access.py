"""Programs at the door: their token, what it lets them read, how often, and how they are refused. Cookies do not count.

A route says which scope it needs: `opt=program("figures:read")`.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import structlog
from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DBAPIError

from services.analysis.results.domain.api import (
    PER_MINUTE,
    PROBLEMS,
    Unreadable,
    is_known,
    kind_of,
    limit_headers,
    problem,
)
from services.analysis.results.operations.count_use import count_use
from services.analysis.settings import Settings
from shared.kit.clock import now
from shared.kit.settings import derive_key
from shared.kit.storage import Database, is_disconnect
from shared.kit.web.access import KEY, PUBLIC
from shared.kit.web.errors import PROBLEM_JSON, allowed
from shared.staff.domain.access_tokens import Program, Scope
from shared.staff.operations.tokens import find_program
from shared.staff.web.tokens import PURPOSE

log = structlog.get_logger()
Guard = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Awaitable[None]]
_PREFIX: Final = "program:"
_SLOT: Final = "program"
_LIMITS: Final = "limits"
#: Of an answer that belongs to a token.
PRIVATE: Final = {"Cache-Control": "private, no-cache", "Vary": "Authorization", "X-Content-Type-Options": "nosniff"}
#: Excel and Power BI ask for a name and a password; the token is the password.
BASIC: Final = 'Basic realm="Resonanz", charset="UTF-8"'
BEARER: Final = 'Bearer realm="Resonanz"'


class NotAdmitted(NotAuthorizedException):
    """No token, or none that holds: which of these is nobody's business."""


class ScopeMissing(PermissionDeniedException):
    """The token holds, but not for this."""


class TooManyRequests(HTTPException):
    status_code = 429


def program(scope: Scope) -> dict[str, str]:
    """The `opt` of a route for programs whose token has this scope."""
    return {KEY: _PREFIX + scope}


def admit_programs(database: Database, settings: Settings) -> Guard:
    """A guard that lets public routes be, and whoever asks what may be asked; all others need the stated scope."""
    key = derive_key(settings.secret, PURPOSE)

    async def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        stated = str(handler.opt.get(KEY))
        if stated == PUBLIC[KEY] or connection.scope.get("method") == "OPTIONS":
            return
        at, token = now(), token_in(connection.headers.get("authorization", ""))
        found = await database.run(lambda session: find_program(session, token, key, at)) if token else None
        if found is None:
            raise NotAdmitted
        used = await database.run(lambda session: count_use(session, found.token_id, at))
        connection.state[_LIMITS] = limit_headers(used, at.second)
        if used > PER_MINUTE:
            raise TooManyRequests
        if stated.removeprefix(_PREFIX) not in found.scopes:
            raise ScopeMissing
        connection.state[_SLOT] = found

    return admit


def token_in(header: str) -> str:
    """The token of an Authorization header, Bearer or Basic; empty for anything else."""
    scheme, _, value = header.strip().partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeError, ValueError):
        return ""


def limits_of(request: Request[Any, Any, Any]) -> dict[str, str]:
    """Headers that say how much of the minute is left."""
    found: dict[str, str] = request.state.get(_LIMITS, {})
    return found


def tagged(
    request: Request[Any, Any, Any], said: Any, tag: str, media_type: str, more: Mapping[str, str] | None = None
) -> Response[Any]:
    """An answer that belongs to a token, or 304 for whoever has the one with this entity tag. `more`: headers."""
    headers = {**PRIVATE, **limits_of(request), **(more or {}), "ETag": tag}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(None, status_code=304, headers=headers)
    return Response(said, media_type=media_type, headers=headers)


def problem_handlers(settings: Settings) -> ExceptionHandlersMap:
    """How every refusal of the interface is told."""

    def show_problem(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        kind, detail = read_error(request, error)
        said = problem(kind, settings.address, detail)
        headers = {"Cache-Control": "no-store", **refusal_headers(request, kind, BEARER), **allowed(error)}
        return Response(said, status_code=PROBLEMS[kind].status, media_type=PROBLEM_JSON, headers=headers)

    return {Exception: show_problem}


def read_error(request: Request[Any, Any, Any], error: Exception) -> tuple[str, str]:
    """Kind of problem and detail; what is our fault is written down, without anything that was asked."""
    if isinstance(error, Unreadable):
        return "bad-request", str(error)
    if isinstance(error, HTTPException):
        return kind_of(error.status_code), ""
    away = isinstance(error, DBAPIError | OSError) and is_disconnect(error)
    log.error("request.failed", method=request.method, route=str(request.scope.get("path_template")), exc_info=error)
    return "away" if away else "trouble", ""


def refusal_headers(request: Request[Any, Any, Any], kind: str, challenge: str) -> dict[str, str]:
    """`challenge`: how a token is to be sent."""
    limits = limits_of(request)
    retry = {"too-many": limits.get("RateLimit-Reset", "60"), "away": "5"}.get(kind)
    return {
        **limits,
        **({"WWW-Authenticate": challenge} if kind == "no-access" else {}),
        **({"Retry-After": retry} if retry else {}),
    }


def _provide_program(request: Request[Any, Any, Any]) -> Program:
    """Raises NotAdmitted where no guard stands before the route."""
    found = request.state.get(_SLOT)
    if not isinstance(found, Program):
        raise NotAdmitted
    return found


PROGRAM: Final = {"program": Provide(_provide_program, sync_to_thread=False)}
