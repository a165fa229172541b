"""The session's cookie: out of reach of scripts and of other sites."""

from __future__ import annotations

from typing import Any, TypeVar

from litestar import Request, Response
from litestar.datastructures import Cookie as SetCookie

from shared.staff.domain.tokens import LASTS_FOR
from shared.staff.operations.open_session import Cookie
from shared.staff.settings import Settings

R = TypeVar("R", bound=Response[Any])


def sent_cookie(request: Request[Any, Any, Any], settings: Settings) -> Cookie:
    return Cookie(settings.cookie, request.cookies.get(settings.cookie, ""))


def with_session(response: R, settings: Settings, token: str) -> R:
    """The response with the cookie in it; an empty token takes it away."""
    response.set_cookie(
        SetCookie(
            key=settings.cookie,
            value=token,
            path="/",
            max_age=int(LASTS_FOR.total_seconds()) if token else 0,
            httponly=True,
            samesite="lax",
            secure=settings.over_https,
        )
    )
    return response
