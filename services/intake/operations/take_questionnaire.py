"""A questionnaire of another district becomes a draft campaign here; staff lay down the rest and publish."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign_form import MOST_LETTERS, proposal
from services.intake.domain.days import day_of
from services.intake.domain.kits import FORMATS, Wanted
from services.intake.operations.draft_campaign import draft_campaign
from services.intake.operations.read_questionnaire import read_document
from services.intake.storage.kits import keep_wanted
from services.intake.storage.tables import Campaign
from shared.contracts.transfers import QuestionnaireTaken
from shared.kit.texts import WRITTEN
from shared.staff.domain.roles import SignedIn
from shared.staff.storage.tables import Account


async def take_questionnaire(session: AsyncSession, message: QuestionnaireTaken) -> None:
    """Once, however often it is told: the address is the questionnaire's. Raises FormatError."""
    if await session.scalar(select(Campaign.id).where(Campaign.slug == message.slug)):
        return
    name = await session.scalar(select(Account.full_name).where(Account.id == message.taken_by))
    title = message.title.get("de", message.slug)
    plan = proposal(message.district, title, message.level, message.kind, day_of(message.taken_at))
    intro = {code: text[: MOST_LETTERS["intro"]] for code, text in message.intro.items() if code in WRITTEN}
    plan = replace(plan, slug=message.slug, title=message.title, intro=intro)
    by = SignedIn(message.taken_by, name or "", {})
    asked = read_document(message.document).questionnaire
    campaign = await draft_campaign(session, plan, asked, by, message.taken_at)
    if message.prints:
        formats = tuple(one for one in FORMATS if one in message.prints.formats)
        wanted = Wanted(formats, message.prints.languages, (), message.prints.large)
        await keep_wanted(session, campaign.id, wanted, message.taken_by, message.taken_at)
