"""What a campaign's voices, ratings, the department's answers and facts add up to, and what each standard rests on."""

from __future__ import annotations

from typing import Any, Final

from litestar import Response, get
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.counts import ENOUGH
from services.analysis.domain.days import day_of
from services.analysis.domain.findings import Finding, by_worry, worst_of
from services.analysis.storage.catalogue import read_provenance
from services.analysis.storage.findings import department_channels, read_findings, read_rating_tables
from services.analysis.storage.quotes import quotes_of_standard
from services.analysis.storage.tables import Campaign
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import page
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
PATH: Final = "/staff/campaigns/{slug:str}/findings"


@get(PATH, opt=READER)
async def show_findings(slug: str, database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        values = await _values(session, campaign)
    return page("findings.html", signed_in=signed_in, worst=worst_of(values["findings"]), **values)


@get(PATH + "/{standard_id:str}", opt=READER)
async def show_finding(slug: str, standard_id: str, database: Database, signed_in: SignedIn) -> Response[str]:
    """What the finding on one standard rests on, row by row."""
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        values = await _values(session, campaign)
        finding = _of(standard_id, values["findings"])
        tables = await read_rating_tables(session, campaign.id, standard_id)
        quotes = await quotes_of_standard(session, campaign.id, standard_id, None, 1, "department")
    return page("finding.html", signed_in=signed_in, finding=finding, tables=tables, quotes=quotes, **values)


async def _values(session: AsyncSession, campaign: Campaign) -> dict[str, Any]:
    at = now()
    catalogue, provenance = await read_provenance(session, campaign)
    return {
        "campaign": campaign,
        "catalogue": catalogue,
        "provenance": provenance,
        "findings": by_worry(await read_findings(session, campaign, day_of(at))),
        "channels": await department_channels(session, campaign.id),
        "enough": ENOUGH,
        "at": at,
    }


def _of(standard_id: str, findings: list[Finding]) -> Finding:
    """Raises NotFoundException for what the catalogue does not know."""
    found = next((one for one in findings if one.standard == standard_id), None)
    if found is None:
        raise NotFoundException
    return found
