"""`/api`: the interface described for people."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from litestar import Response, get

from services.analysis.results.domain.api import MOST, PAGE, PER_MINUTE, PROBLEMS
from services.analysis.results.domain.api_document import OPERATIONS, PARAMETERS, PATH
from services.analysis.settings import Settings
from shared.kit.texts import FIRST, Texts
from shared.kit.web import errors
from shared.kit.web.access import PUBLIC
from shared.kit.web.pages import Pages
from shared.staff.domain.access_tokens import SCOPES

HERE: Final = Path(__file__).parent.parent
#: Pages for whoever works with data; they are in German, whatever language is asked for.
PAGES: Final = Pages(HERE / "templates", Texts(errors.HERE / "texts", HERE / "texts"))


@get("/api", opt=PUBLIC, sync_to_thread=False)
def show_description(settings: Settings) -> Response[str]:
    return PAGES.page(
        "api.html",
        FIRST,
        address=settings.address,
        path=PATH,
        operations=OPERATIONS,
        parameters=PARAMETERS,
        problems=PROBLEMS,
        scopes=SCOPES,
        page_size=PAGE,
        most=MOST,
        per_minute=PER_MINUTE,
    )
