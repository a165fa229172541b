"""Who may call a route. Every route says it: `opt=access(...)`; a test finds the one that does not."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

KEY: Final = "access"
#: Anybody: residents, machines asking for health, a browser fetching a style sheet.
PUBLIC: Final = {KEY: "public"}
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


async def refuse_other_sites(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """A form on another site may not act here. Source: Fetch Metadata, with Origin for older browsers; no cookie."""
    if connection.scope.get("method", "GET") in _SAFE:
        return
    headers = connection.headers
    site = headers.get("sec-fetch-site")
    if site in {"cross-site", "same-site"}:
        raise PermissionDeniedException("other_site")
    origin = headers.get("origin")
    if site is None and origin and urlsplit(origin).netloc != headers.get("host"):
        raise PermissionDeniedException("other_site")


async def refuse_unwritable(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """An address with a zero byte means nothing to anybody, and PostgreSQL stumbles over it."""
    if "\x00" in str(connection.scope["path"]) or b"%00" in connection.scope["query_string"]:
        raise ClientException("zero_byte")
