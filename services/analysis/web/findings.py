"""What a campaign's voices, ratings and facts add up to, per standard."""

from __future__ import annotations

from typing import Final

from litestar import Response, get

from services.analysis.domain.days import day_of
from services.analysis.domain.findings import FEWEST
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.findings import read_findings
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")


@get("/staff/campaigns/{slug:str}/findings", opt=READER)
async def show_findings(slug: str, database: Database, signed_in: SignedIn) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        catalogue = await read_catalogue(session, campaign.district)
        findings = await read_findings(session, campaign, day_of(at))
    values = {"campaign": campaign, "catalogue": catalogue, "findings": findings, "few": FEWEST, "at": at}
    return page("findings.html", signed_in=signed_in, **values)
