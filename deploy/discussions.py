"""What intake says of the campaigns in which proposals are discussed. Only here both services are seen."""

from __future__ import annotations

from deploy.parts import Parts
from services.analysis.district.web.discussing import Discussions
from services.intake.web.discussions import read_offer, read_standing
from shared.contracts.discussions import Offer, Standing
from shared.kit.clock import now


class IntakeDiscussions(Discussions):
    """Reads as intake, whose tables analysis may not see."""

    def __init__(self, parts: Parts) -> None:
        self._database = parts.database("intake")

    async def offer(self, district: str, kind: str, parties: str, summary: str, name: str) -> Offer:
        about = (district, kind, parties, summary, name)
        return await self._database.run(lambda session: read_offer(session, *about, now()))

    async def standing(self, slug: str) -> Standing | None:
        return await self._database.run(lambda session: read_standing(session, slug, now()))
