"""Whether a district's public directory has anything to show, for pages of other services that lead there."""

from __future__ import annotations

from deploy.parts import Parts
from services.analysis.district.domain.offers import offered_in
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.web.access import DISTRICTS
from shared.contracts.offers import HasOffers
from shared.kit.storage import is_disconnect


def offers_of(parts: Parts) -> HasOffers:
    """Reads as analysis. Nobody waits for it: while the database is away, there is nothing."""
    database = parts.database("analysis")

    async def has_offers(district: str) -> bool:
        if district not in DISTRICTS:
            return False
        try:
            inventory = await database.run(lambda session: read_inventory(session, district), patience_s=0)
        except Exception as error:
            if not is_disconnect(error):
                raise
            return False
        return bool(offered_in(inventory))

    return has_offers
