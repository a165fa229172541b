"""Answers with weights beside the raw ones: as if every age and every part had answered in proportion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from babel.lists import format_list
from litestar import Request, Response, get

from services.analysis.results.domain.figures import Facet
from services.analysis.results.domain.population import Trait
from services.analysis.results.domain.weights import CAP, FEWEST_ANSWERS, LEAST, UNHEARD, Scheme, Weighted, WeightsError
from services.analysis.results.operations.rake_weights import rake_weights
from services.analysis.results.storage.population import read_population
from services.analysis.results.web.pages import PAGES, page
from services.analysis.results.web.population import known_in
from services.analysis.results.web.viewing import View, open_view
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")


@get("/staff/campaigns/{slug:str}/weights", opt=READER)
async def show_weights(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    """`question`: whose answers; the first that has one answer for each person."""
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, ())
        stand = await read_population(session, view.campaign.district)
    questions = [facet for facet in view.of_kind("question") if not facet.several]
    wanted = request.query_params.get("question", "")
    facet = next((one for one in questions if one.key == wanted), questions[0] if questions else None)
    scheme, weighted, refused = await _weights(view, stand.groups if stand else (), facet)
    return page(
        "weights.html",
        signed_in=signed_in,
        view=view,
        campaign=view.campaign,
        stand=stand,
        questions=questions,
        facet=facet,
        scheme=scheme,
        weighted=weighted,
        refused=refused,
        names=known_in(view.campaign.district),
        cap=CAP,
        fewest=FEWEST_ANSWERS,
        least=LEAST,
        unheard=UNHEARD,
    )


async def _weights(view: View, groups: Any, facet: Facet | None) -> tuple[Scheme | None, Weighted | None, str]:
    """The last one: why there are none, or ""."""
    if not groups:
        return None, None, "population"
    try:
        return *await rake_weights(view.figures, groups, facet), ""
    except WeightsError as error:
        return None, None, error.reason


def group_name(group: tuple[str, ...], trait: Trait, names: Mapping[Trait, Mapping[str, str]]) -> str:
    """`65 bis 79 und 80 und älter`: groups that were put together, by all their names."""
    return str(format_list([names[trait].get(value, value) for value in group], locale=FIRST))


PAGES.environment.globals.update(group_name=group_name)
