"""What becomes of people's data, for everybody to read before they take part (Article 13 of the GDPR)."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from services.notify.domain.letters import UNCONFIRMED_FOR
from services.notify.settings import Settings
from services.notify.web.pages import PAGES, asked_language
from shared.kit.web.access import PUBLIC


@get("/datenschutz", opt=PUBLIC, sync_to_thread=False)
def show_notice(request: Request[Any, Any, Any], settings: Settings) -> Response[str]:
    days = UNCONFIRMED_FOR.days
    return PAGES.page("notice.html", asked_language(request), contact=settings.contact, unconfirmed_days=days)
