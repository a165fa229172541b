"""Which methods the demo's campaigns used, as staff note it, and how a print kit was ordered: both are handed on."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from deploy.sow_answer import WRITER, demo_person, told_of
from services.analysis.district.operations.keep_method import note_use
from services.analysis.operations.learn_campaign import learn_campaign
from services.intake.domain.kits import Wanted
from services.intake.storage.kits import keep_wanted, last_wanted
from shared.contracts.campaigns import CampaignPublished
from shared.kit.clock import now

#: Campaign → methods of the library.
USED: Final = {
    "marktplatz-sterkrade": ("code-poster", "group-pack", "kiosk"),
    "freizeit-sterkrade": ("code-poster",),
    "rundgang-kleiner-markt": ("walk", "senior-table", "event-evaluation"),
    "spielplatz-osterfeld": ("children-rally", "planning-model", "event-evaluation"),
}
#: Campaign → the kit that is in a package of the demo.
ORDERED: Final = ("marktplatz-sterkrade", Wanted(("a6", "a3", "card"), ("de", "tr", "ar"), (), large=False))


async def sow_methods(parts: Parts) -> None:
    """Notes each once. Analysis learns of the campaigns here if the bus has not told it yet."""
    await _sow_kit(parts)
    by, at = await demo_person(parts, *WRITER), now()
    for slug, methods in USED.items():
        fact = await parts.database("intake").run(lambda session, slug=slug: told_of(session, slug))  # type: ignore[misc]
        if fact is None:
            continue

        async def work(
            session: AsyncSession, fact: CampaignPublished = fact, methods: tuple[str, ...] = methods
        ) -> None:
            await learn_campaign(session, fact)
            for method in methods:
                await note_use(session, fact.campaign_id, method, by, at)

        await parts.database("analysis").run(work)


async def _sow_kit(parts: Parts) -> None:
    """Unless one was ordered."""
    by, (slug, wanted) = await demo_person(parts, *WRITER), ORDERED

    async def work(session: AsyncSession) -> None:
        fact = await told_of(session, slug)
        if fact and await last_wanted(session, fact.campaign_id) is None:
            await keep_wanted(session, fact.campaign_id, wanted, by.account_id, now())

    await parts.database("intake").run(work)
