"""What a campaign's responses touch, in the terms of another catalogue."""

from __future__ import annotations

from typing import Final

from litestar import Response, get
from litestar.exceptions import NotFoundException

from services.analysis.domain.assessing import STANCES
from services.analysis.domain.document import counted_in
from services.analysis.results.domain.standards import all_counts
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.catalogue import find_effective
from services.analysis.storage.catalogue_files import load_presets
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")


@get("/staff/campaigns/{slug:str}/terms/{name:str}", opt=READER)
async def show_in_terms(slug: str, name: str, database: Database, signed_in: SignedIn) -> Response[str]:
    terms = load_presets().get(name)
    if terms is None:
        raise NotFoundException
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        own = (await find_effective(session, campaign.district)).document
        figures = await read_figures(session, campaign.id)
    found = counted_in(terms, own, all_counts(figures), STANDARDS)
    return page(
        "terms.html",
        signed_in=signed_in,
        campaign=campaign,
        terms=terms,
        chosen=name,
        presets=load_presets(),
        stances=STANCES,
        sums={key: {stance: sum(row[stance] for row in rows) for stance in STANCES} for key, rows in found.items()},
    )
