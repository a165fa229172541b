"""What intake hears: what it told itself, and what its district laid down. Each consumer does its work once."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.operations import draft_discussion as discussions
from services.intake.operations import draw_pages as pages
from services.intake.operations import learn_concept as concepts
from services.intake.operations import take_questionnaire as questionnaires
from services.intake.settings import Settings
from shared.contracts.concepts import ConceptAdopted
from shared.contracts.kits import PagesOrdered
from shared.contracts.proposals import ProposalOpened
from shared.contracts.transfers import QuestionnaireTaken
from shared.kit.clock import now
from shared.kit.messaging import Consumers
from shared.kit.storage import Database

CONSUMERS: Final = Consumers("intake")
_settings: Settings | None = None


def equip(settings: Settings) -> None:
    """Gives the consumers of this process what they need; before it, they can be listed but do no work."""
    global _settings
    _settings = settings


@CONSUMERS.handles(ConceptAdopted)
async def learn_concept(session: AsyncSession, message: ConceptAdopted) -> None:
    await concepts.learn_concept(session, message)


@CONSUMERS.handles(ProposalOpened)
async def draft_discussion(session: AsyncSession, message: ProposalOpened) -> None:
    await discussions.draft_discussion(session, message, now())


@CONSUMERS.handles(QuestionnaireTaken)
async def take_questionnaire(session: AsyncSession, message: QuestionnaireTaken) -> None:
    await questionnaires.take_questionnaire(session, message)


@CONSUMERS.runs_errand_for(PagesOrdered)
async def draw_pages(database: Database, message: PagesOrdered) -> None:
    assert _settings, "equip() comes before work"
    await pages.draw_pages(database, _settings, message)
