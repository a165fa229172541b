"""Errors as kind pages for people and as short JSON for machines: what to do, never what broke inside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, MethodNotAllowedException
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from shared.kit.storage import is_disconnect
from shared.kit.texts import LANGUAGES, Texts, nearest_language
from shared.kit.web.pages import Pages

log = structlog.get_logger()
HERE: Final = Path(__file__).parent
PAGES: Final = Pages(HERE / "templates", Texts(HERE / "texts"))
#: Errors told to programs. Source: RFC 9457.
PROBLEM_JSON: Final = "application/problem+json"
KINDS: Final[Mapping[int, str]] = {
    400: "forbidden",
    403: "forbidden",
    404: "not-found",
    405: "not-found",
    413: "too-large",
}


def show_error(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """One handler for everything that was not caught nearer to the person."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if isinstance(error, SQLAlchemyError | OSError):
        away = isinstance(error, DBAPIError | OSError) and is_disconnect(error)
        status = 503 if away else 500
    if status >= 500:
        log.error("request.failed", method=request.method, route=_route(request), exc_info=error)
    return _answer(request, status, allowed(error))


def allowed(error: Exception) -> dict[str, str]:
    """The methods that an address does know, for whoever used another. Source: RFC 9110, 15.5.6."""
    known = (error.headers or {}) if isinstance(error, MethodNotAllowedException) else {}
    return {"Allow": known["allow"]} if "allow" in known else {}


def _answer(request: Request[Any, Any, Any], status: int, more: Mapping[str, str]) -> Response[Any]:
    headers = {**more, **({"Retry-After": "5"} if status in (429, 503) else {})}
    if "text/html" not in request.headers.get("accept", ""):
        return Response({"status": status}, status_code=status, media_type=PROBLEM_JSON, headers=headers)
    wanted = request.query_params.get("lang", "")
    preferred = nearest_language(request.headers.get("accept-language", ""), tuple(LANGUAGES))
    language = wanted if wanted in LANGUAGES else preferred
    page = PAGES.page("error.html", language, status=status, kind=KINDS.get(status, "trouble"))
    page.headers.update(headers)
    return page


def _route(request: Request[Any, Any, Any]) -> str:
    """The route's pattern, not its path: a path may hold a code."""
    return str(request.scope.get("path_template", "unknown"))
