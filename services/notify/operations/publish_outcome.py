"""Four eyes: one person asks for an outcome to go public, another publishes it or sends it back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import faults_of, may_publish
from services.notify.operations.draft_outcome import keep_version
from services.notify.operations.settle_promise import settle_promise
from services.notify.storage.outcomes import content_of, lock_tellings, written_by
from services.notify.storage.tables import Outcome
from services.notify.wording import local_day
from shared.contracts.outcomes import OutcomePublished
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class FaultyError(Exception):
    """Something is missing; `faults`: field → reason."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__("faulty")
        self.faults = faults


class NotYours(Exception):
    """Who asked for it may not be who publishes it."""


class NotAsked(Exception):
    """Nobody asks for it to be published: somebody else was faster, or it was changed since."""


async def ask_publication(session: AsyncSession, outcome: Outcome, by: SignedIn, at: datetime) -> None:
    """The row is locked by the caller, here and below. Raises FaultyError and NotAsked."""
    if outcome.state != "draft":
        raise NotAsked
    if faults := faults_of(content_of(outcome.content)):
        raise FaultyError(faults)
    outcome.state, outcome.asked_by = "asked", by.account_id
    await keep_version(session, outcome, "asked", by, at)
    await record_change(session, by, "outcome.asked", outcome.id, {"number": outcome.number})


async def send_back(session: AsyncSession, outcome: Outcome, remark: str, by: SignedIn, at: datetime) -> None:
    """Whoever asked may take it back so, too. Raises NotAsked."""
    if outcome.state != "asked":
        raise NotAsked
    outcome.state, outcome.asked_by = "draft", None
    await keep_version(session, outcome, "sent_back", by, at, remark)
    await record_change(session, by, "outcome.sent_back", outcome.id, {"number": outcome.number})


async def publish_outcome(session: AsyncSession, outcome: Outcome, number: int, by: SignedIn, at: datetime) -> None:
    """Makes public what the person looked at. `number`: of the version they saw. Raises NotAsked and NotYours.

    The letters are owed by the consumer of the message; see lock_tellings for why nobody is missed.
    """
    if outcome.state != "asked" or outcome.number != number:
        raise NotAsked
    if not may_publish(outcome.asked_by, await written_by(session, outcome.id), by.account_id):
        raise NotYours
    await lock_tellings(session, alone=True)
    content = content_of(outcome.content)
    outcome.state, outcome.asked_by = "published", None
    await keep_version(session, outcome, "published", by, at)
    outcome.published, outcome.published_number, outcome.published_at = outcome.content, outcome.number, at
    await session.flush()
    await record_change(session, by, "outcome.published", outcome.id, {"number": outcome.number})
    await publish(session, OutcomePublished(outcome.id, outcome.campaign_id, content.decision, at, outcome.number))
    await settle_promise(session, outcome.campaign_id, local_day(at))
