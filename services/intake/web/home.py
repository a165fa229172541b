"""The front page: a word of welcome and a field for the code."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from services.intake.web.pages import PAGES
from shared.kit.texts import LANGUAGES, nearest_language
from shared.kit.web.access import PUBLIC


@get("/", opt=PUBLIC, sync_to_thread=False)
def show_home(request: Request[Any, Any, Any], lang: str = "") -> Response[str]:
    preferred = nearest_language(request.headers.get("accept-language", ""), tuple(LANGUAGES))
    return PAGES.page("home.html", lang if lang in LANGUAGES else preferred)
