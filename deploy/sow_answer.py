"""Published answers for the demo, made the way staff make one: two invented people, four eyes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, cast
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from services.intake.storage.tables import Campaign, Response
from services.notify.domain.outcomes import Content, Decision, Moved, Words
from services.notify.operations.add_step import add_step
from services.notify.operations.draft_outcome import add_selection, open_outcome, save_content
from services.notify.operations.learn_campaign import learn_campaign
from services.notify.operations.learn_selection import learn_selection
from services.notify.operations.publish_outcome import ask_publication, publish_outcome
from services.notify.storage.outcomes import find_outcome
from services.notify.wording import local_day
from shared.contracts.campaigns import CampaignPublished
from shared.contracts.outcomes import SelectionMade
from shared.contracts.routes import ROUTES
from shared.kit.clock import now
from shared.staff.commands import create_account
from shared.staff.domain.roles import SignedIn
from shared.staff.storage.tables import Account

FOLDER: Final = Path(__file__).parent / "demo"
#: Accounts without a password, so nobody can sign in as one of them.
WRITER: Final = ("demo-eva", "Eva Beispiel (erfunden)")
SECOND: Final = ("demo-leo", "Leo Beispiel (erfunden)")
TOLD: Final = text(
    "SELECT payload FROM bus.message WHERE name = 'campaign.published.v1' AND subject = :id "
    "ORDER BY published_at LIMIT 1"
)


class Step(msgspec.Struct, frozen=True):
    percent: int
    text: dict[str, str]


class Answer(msgspec.Struct, frozen=True):
    """`choice`: which ticked wish makes a voice one of those that are answered. `label`: what the choice is called."""

    label: str
    choice: str
    decision: Decision
    office: str
    function: str
    due_in_days: int
    texts: dict[str, Words]
    step: Step


async def sow_answer(parts: Parts, slug: str, name: str = "antwort", ago: timedelta = timedelta()) -> None:
    """Publishes the answer in that file unless it is there. `ago`: how long it has been public."""
    content, outcome_id = (FOLDER / f"{name}.yaml").read_bytes(), uuid5(NAMESPACE_URL, f"demo/{slug}")
    answer = msgspec.yaml.decode(content, type=Answer)
    known = await parts.database("intake").run(lambda session: _voices(session, slug, answer.choice))
    there = await parts.database("notify").run(lambda session: find_outcome(session, outcome_id))
    if known is None or there:
        return
    fact, response_ids = known
    writer, second = [await demo_person(parts, *who) for who in (WRITER, SECOND)]
    at = now() - ago

    async def work(session: AsyncSession) -> None:
        await learn_campaign(session, fact, at)
        count = len(response_ids)
        selection = SelectionMade(
            outcome_id, fact.campaign_id, "quotes", "", answer.label, response_ids, count, at, writer.account_id
        )
        await learn_selection(session, parts.notify, selection, at)
        await open_outcome(session, outcome_id, fact.campaign_id, writer, at)
        await _publish(session, outcome_id, answer, writer, second, at)

    await parts.database("notify").run(work)


async def _publish(
    session: AsyncSession, outcome_id: UUID, answer: Answer, writer: SignedIn, second: SignedIn, at: datetime
) -> None:
    found = await find_outcome(session, outcome_id, lock=True)
    assert found, "it was opened just now"
    outcome, today = found[0], local_day(at)
    content = Content(
        texts=answer.texts,
        decision=answer.decision,
        office=answer.office,
        function=answer.function,
        due_on=today + timedelta(days=answer.due_in_days),
    )
    await add_selection(session, outcome, outcome_id, writer, at)
    await save_content(session, outcome, content, writer, at)
    await ask_publication(session, outcome, writer, at)
    await publish_outcome(session, outcome, outcome.number, second, at)
    step = Moved(uuid5(outcome_id, "step"), answer.step.percent, today, answer.step.text)
    await add_step(session, outcome, step, writer, at, tell=False)


async def _voices(session: AsyncSession, slug: str, choice: str) -> tuple[CampaignPublished, tuple[UUID, ...]] | None:
    """What the bus was told of the campaign, and who ticked the wish; None when that was long ago."""
    fact = await told_of(session, slug)
    if fact is None:
        return None
    rows = await session.scalars(select(Response).where(Response.campaign_id == fact.campaign_id))
    return fact, tuple(row.id for row in rows if choice in msgspec.json.encode(row.answers).decode())


async def told_of(session: AsyncSession, slug: str) -> CampaignPublished | None:
    """What the bus was told of the campaign; None when that was long ago."""
    campaign_id = await session.scalar(select(Campaign.id).where(Campaign.slug == slug))
    payload = await session.scalar(TOLD, {"id": campaign_id})
    if payload is None:
        return None
    return cast(CampaignPublished, ROUTES.read("campaign.published.v1", payload))


async def demo_person(parts: Parts, name: str, full_name: str) -> SignedIn:
    """An invented member of staff, made when first needed."""
    async with parts.database("staff").transaction() as session:
        known = await session.scalar(select(Account.id).where(Account.name == name))
    account_id = known or await create_account(parts.database("staff"), name, full_name)
    return SignedIn(account_id, full_name, {"sterkrade-mitte": "lead"})
