"""Notify's templates, and which language a page speaks."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request

from services.notify.wording import HERE, TEXTS, local_day, standard_plain, standard_title
from shared.kit.texts import LANGUAGES, nearest_language
from shared.kit.web.bodies import Fields, first
from shared.kit.web.pages import Pages

PAGES: Final = Pages(HERE / "templates", TEXTS)
PAGES.environment.globals.update(local_day=local_day, standard_title=standard_title, standard_plain=standard_plain)


def asked_language(request: Request[Any, Any, Any]) -> str:
    """What the address asks for, else what the browser prefers."""
    wanted = request.query_params.get("lang", "")
    if wanted in LANGUAGES:
        return wanted
    return nearest_language(request.headers.get("accept-language", ""), tuple(LANGUAGES))


def spoken_language(request: Request[Any, Any, Any], fields: Fields) -> str:
    """What the form was shown in."""
    language = first(fields, "language")
    return language if language in LANGUAGES else asked_language(request)
