"""Writing an outcome: begun once, saved in versions, with the voices it answers."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import Content
from services.notify.operations.tell_outcome import owe_letters
from services.notify.storage.outcomes import content_of, lock_tellings
from services.notify.storage.tables import Outcome, OutcomeVersion, Selection
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

Verb = Literal["saved", "asked", "sent_back", "published"]


async def open_outcome(session: AsyncSession, outcome_id: UUID, campaign_id: UUID, by: SignedIn, at: datetime) -> bool:
    """Begins an outcome with nothing in it. False when a form was sent twice: it is there."""
    content = msgspec.to_builtins(Content())
    row = dict(id=outcome_id, campaign_id=campaign_id, state="draft", number=0, content=content, remark="")
    statement = insert(Outcome).values(**row, created_at=at, changed_at=at).on_conflict_do_nothing()
    if (await session.execute(statement.returning(Outcome.id))).first() is None:
        return False
    await record_change(session, by, "outcome.opened", outcome_id, {"campaign_id": str(campaign_id)})
    return True


async def save_content(session: AsyncSession, outcome: Outcome, content: Content, by: SignedIn, at: datetime) -> None:
    """Keeps what was written as a new version; what is public stays until somebody publishes. The row is locked."""
    if content == content_of(outcome.content):
        return
    outcome.content = msgspec.to_builtins(content)
    outcome.state, outcome.asked_by = "draft", None
    await keep_version(session, outcome, "saved", by, at)
    before_after = {"number": outcome.number, "decision": content.decision, "languages": content.languages()}
    await record_change(session, by, "outcome.saved", outcome.id, before_after)


async def keep_version(
    session: AsyncSession, outcome: Outcome, verb: Verb, by: SignedIn, at: datetime, remark: str = ""
) -> None:
    """What the outcome says now, for ever. `remark` also stands beside the draft until the next version."""
    outcome.number, outcome.changed_at, outcome.remark = outcome.number + 1, at, remark
    version = OutcomeVersion(
        outcome_id=outcome.id,
        number=outcome.number,
        verb=verb,
        content=outcome.content,
        remark=remark,
        at=at,
        by=by.account_id,
        by_name=by.name,
    )
    session.add(version)
    await session.flush()


async def add_selection(session: AsyncSession, outcome: Outcome, selection_id: UUID, by: SignedIn, at: datetime) -> int:
    """Answers these voices with this outcome; of a public one they hear at once. Returns how many letters are owed."""
    await lock_tellings(session, alone=True)
    free = (Selection.id == selection_id, Selection.campaign_id == outcome.campaign_id, Selection.outcome_id.is_(None))
    statement = update(Selection).where(*free).values(outcome_id=outcome.id).returning(Selection.response_count)
    count = await session.scalar(statement)
    if count is None:
        return 0
    after = {"selection_id": str(selection_id), "response_count": count}
    await record_change(session, by, "outcome.extended", outcome.id, after)
    return await owe_letters(session, outcome.id, at)


async def remove_selection(session: AsyncSession, outcome: Outcome, selection_id: UUID, by: SignedIn) -> bool:
    """Only before it is public: nobody can be untold."""
    if outcome.published is not None:
        return False
    chosen = select(Selection).where(Selection.id == selection_id, Selection.outcome_id == outcome.id)
    selection = await session.scalar(chosen.with_for_update())
    if selection is None:
        return False
    selection.outcome_id = None
    await record_change(session, by, "outcome.reduced", outcome.id, {"selection_id": str(selection_id)})
    return True
