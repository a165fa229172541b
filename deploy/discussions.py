"""What intake says of the campaigns in which proposals are discussed. Only here both services are seen."""

from __future__ import annotations

from deploy.parts import Parts
from services.analysis.district.web.discussing import Asked, Days, Discussions, Lack, Offer, Standing, Told, Way
from services.intake.web.discussions import read_offer, read_standing
from shared.kit.clock import now


class IntakeDiscussions(Discussions):
    """Reads as intake, whose tables analysis may not see."""

    def __init__(self, parts: Parts) -> None:
        self._database = parts.database("intake")

    async def offer(self, district: str, kind: str, parties: str, summary: str, name: str) -> Offer:
        about = (district, kind, parties, summary, name)
        found = await self._database.run(lambda session: read_offer(session, *about, now()))
        return Offer(
            questions=tuple(Asked(*one) for one in found.questions),
            texts=tuple(Told(*one) for one in found.texts),
            offices=found.offices,
            days=Days(*found.days),
            without_device=found.without_device,
        )

    async def standing(self, slug: str) -> Standing | None:
        found = await self._database.run(lambda session: read_standing(session, slug, now()))
        if found is None:
            return None
        ways, lacks = tuple(Way(*one) for one in found.ways), tuple(Lack(*one) for one in found.lacks)
        return Standing(found.address, found.phase, Days(*found.days), ways, lacks)
