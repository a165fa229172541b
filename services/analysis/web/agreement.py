"""How far reviewers agree."""

from __future__ import annotations

from typing import Final

from litestar import Response, get

from services.analysis.domain.agreement import FEW, agree
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.reviews import list_standards, read_pairs
from services.analysis.web.access import editable_districts
from services.analysis.web.pages import page
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

EDITOR: Final = staff("editor")


@get("/staff/review/agreement", opt=EDITOR)
async def show_agreement(database: Database, signed_in: SignedIn) -> Response[str]:
    async with database.transaction() as session:
        campaigns = [one.campaign for one in await list_campaigns(session, editable_districts(signed_in))]
        titles = await list_standards(session, {campaign.district for campaign in campaigns})
        agreements = agree(titles, await read_pairs(session, [campaign.id for campaign in campaigns]))
    return page("agreement.html", signed_in=signed_in, agreements=agreements, titles=titles, few=FEW)
