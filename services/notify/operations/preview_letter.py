"""Letters as they would look now: with the newest campaign and its newest answer, and with nobody's voice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import About, CampaignFacts, JourneyFacts, Touched
from services.notify.domain.letters import CONFIRM, DIGEST, OUTCOME, READ, STEP
from services.notify.domain.outcomes import Content, Moved, Told, Words
from services.notify.operations.compose_letter import Item, Letter, compose_letter
from services.notify.settings import Settings
from services.notify.storage.outcomes import find_told
from services.notify.storage.tables import Campaign, Outcome, Step

KINDS: Final = (CONFIRM.letter, READ.letter, OUTCOME, STEP, DIGEST)
#: Leads nowhere: a preview must not end anybody's subscription.
TOKEN: Final = "vorschau".ljust(43, "-")
RECIPIENT: Final = "vorschau@example.org"
#: What a program might have read; no real response is shown.
TOUCHED: Final = (
    Touched("early-information", "not_met", 2),
    Touched("early-information", "suggestion", 1),
    Touched("respect-fairness", "met", 1),
)
_WORDS: Final = Words(
    title="Mehr Schatten auf dem Platz",
    asked="Wie soll der Platz werden?",
    said="Viele wünschen sich Bäume und Bänke.",
    done="Wir pflanzen zwölf Bäume.\nDie Bänke folgen, sobald der Rat das Geld freigibt.",
)


async def preview_letter(
    session: AsyncSession, settings: Settings, kind: str, language: str, at: datetime
) -> EmailMessage:
    """`kind`: one of KINDS. Where the city has nothing to tell yet, with an invented answer."""
    campaign = await session.scalar(select(Campaign).order_by(Campaign.promise_on.desc()).limit(1))
    outcome = await _outcome(session, campaign) or _invented(at)
    letter = Letter(
        id=UUID(int=0),
        kind=kind,
        language=language,
        recipient=RECIPIENT,
        token=TOKEN,
        journey=None if kind == CONFIRM.letter else _journey(campaign, at),
        at=at,
        about=_about(kind, outcome),
        items=_items(outcome) if kind == DIGEST else (),
    )
    return compose_letter(settings, letter)


def _journey(campaign: Campaign | None, at: datetime) -> JourneyFacts:
    facts = CampaignFacts({"de": "Wie soll der Platz werden?"}, "Stadt", (at + timedelta(days=60)).date(), "platz")
    if campaign:
        facts = CampaignFacts(campaign.title, campaign.office, campaign.promise_on, campaign.slug)
    return JourneyFacts(at - timedelta(days=3), at - timedelta(days=2), TOUCHED, facts)


def _about(kind: str, outcome: Told) -> About | None:
    if kind == STEP:
        return About(outcome, outcome.steps[0] if outcome.steps else _STEP)
    return About(outcome, None) if kind == OUTCOME else None


def _items(outcome: Told) -> tuple[Item, ...]:
    return (Item(READ.letter, None), Item(OUTCOME, _about(OUTCOME, outcome)), Item(STEP, _about(STEP, outcome)))


async def _outcome(session: AsyncSession, campaign: Campaign | None) -> Told | None:
    """The newest public one of the campaign, rather one in which something has moved on."""
    if campaign is None:
        return None
    public = select(Outcome.id).where(Outcome.campaign_id == campaign.id, Outcome.published.is_not(None))
    moved = public.join(Step, Step.outcome_id == Outcome.id).order_by(Step.at.desc()).limit(1)
    newest = public.order_by(Outcome.published_at.desc()).limit(1)
    outcome_id = await session.scalar(moved) or await session.scalar(newest)
    return await find_told(session, outcome_id) if outcome_id else None


def _invented(at: datetime) -> Told:
    content = Content(texts={"de": _WORDS}, decision="do", office="Grünflächenamt")
    return Told(id=UUID(int=1), slug="platz", content=content, published_at=at, changed_at=at, steps=(_STEP,))


_STEP: Final = Moved(UUID(int=2), 40, datetime(2026, 11, 2, tzinfo=UTC).date(), {"de": "Die ersten fünf Bäume stehen."})
