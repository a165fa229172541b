"""Notify's templates, and which language a page speaks."""

from __future__ import annotations

from typing import Any, Final

from litestar import Request

from services.notify.domain.journey import title_in
from services.notify.domain.outcomes import guarded
from services.notify.wording import HERE, TEXTS, local_day, owner_of, standard_plain, standard_title
from shared.kit.ids import spelled
from shared.kit.texts import LANGUAGES, WRITTEN, nearest_language
from shared.kit.web.bodies import Fields, first
from shared.kit.web.pages import Pages
from shared.staff.web.pages import staff_pages

PAGES: Final = Pages(HERE / "templates", TEXTS)
STAFF_PAGES: Final = staff_pages(HERE)
for _pages in (PAGES, STAFF_PAGES):
    _pages.environment.globals.update(
        local_day=local_day, standard_title=standard_title, standard_plain=standard_plain, title_in=title_in
    )
    _pages.environment.globals.update(say_in=TEXTS.say, owner_of=owner_of)
    _pages.environment.filters.update(spelled=spelled, guarded=guarded)


def asked_language(request: Request[Any, Any, Any]) -> str:
    """What the address asks for, else what the browser prefers."""
    wanted = request.query_params.get("lang", "")
    if wanted in WRITTEN:
        return wanted
    return nearest_language(request.headers.get("accept-language", ""), tuple(LANGUAGES))


def spoken_language(request: Request[Any, Any, Any], fields: Fields) -> str:
    """What the pressed button says, else what the form was shown in."""
    language = first(fields, "switch") or first(fields, "language")
    return language if language in WRITTEN else asked_language(request)
