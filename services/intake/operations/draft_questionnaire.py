"""Changing a campaign's draft: opened beside what is public, changed as often as staff like, thrown away.

Every change is kept at once, with what stood there before it: the last one can be taken back.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.editing import with_core
from services.intake.domain.questionnaire import Questionnaire
from services.intake.storage import tables
from services.intake.storage.campaigns import Draft, find_campaign, find_draft, find_newest
from services.intake.storage.core import load_core
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class NoDraftError(LookupError):
    """The campaign has no draft, or is not there."""


async def open_draft(session: AsyncSession, campaign: tables.Campaign, by: SignedIn, at: datetime) -> Draft:
    """The draft there is, or the next version as a copy of the newest. The campaign's row is locked by the caller."""
    if found := await find_draft(session, campaign.id):
        return found
    newest = await find_newest(session, campaign.id)
    questionnaire = msgspec.convert(newest.definition, Questionnaire) if newest else Questionnaire((), ("de",))
    row = tables.Questionnaire(
        id=random_id(),
        campaign_id=campaign.id,
        version=newest.version + 1 if newest else 1,
        definition=msgspec.to_builtins(with_core(questionnaire, campaign.kind, load_core())),
        edition=1,
        changed_at=at,
        changed_by=by.name,
    )
    session.add(row)
    await session.flush()
    await record_change(
        session, by, "questionnaire.drafted", row.id, {"campaign": str(campaign.id), "version": row.version}
    )
    draft = await find_draft(session, campaign.id)
    assert draft
    return draft


async def change_draft(
    session: AsyncSession, draft: Draft, questionnaire: Questionnaire, by: SignedIn, at: datetime, what: str
) -> Draft:
    """The draft, read under a lock by the caller, with this content. `what`: the kind of change, for the trail."""
    row = await session.get_one(tables.Questionnaire, draft.id)
    row.before = msgspec.to_builtins(draft.questionnaire)
    row.definition = msgspec.to_builtins(questionnaire)
    row.edition, row.changed_at, row.changed_by = draft.edition + 1, at, by.name
    await session.flush()
    await record_change(session, by, "questionnaire.changed", draft.id, {"edition": row.edition, "what": what})
    return draft._replace(edition=row.edition, questionnaire=questionnaire, before=draft.questionnaire)


async def undo_change(session: AsyncSession, draft: Draft, by: SignedIn, at: datetime) -> Draft:
    """What stood there before the last change; a second time brings that change back."""
    return await change_draft(session, draft, draft.before, by, at, "undo") if draft.before else draft


async def replace_draft(
    session: AsyncSession, campaign_id: UUID, questionnaire: Questionnaire, by: SignedIn, at: datetime
) -> Draft:
    """The whole draft replaced, as an import does; opened first where there is none, and taken back by undoing.

    The core questions come from the house, whatever the questionnaire brings. Raises NoDraftError for a campaign that
    is not there.
    """
    campaign = await find_campaign(session, campaign_id, lock=True)
    if campaign is None:
        raise NoDraftError(campaign_id)
    await open_draft(session, campaign, by, at)
    draft = await find_draft(session, campaign_id, lock=True)
    assert draft
    fitted = with_core(questionnaire, campaign.kind, load_core())
    return await change_draft(session, draft, fitted, by, at, "import")


async def discard_draft(session: AsyncSession, draft: Draft, by: SignedIn) -> None:
    """Only beside a public version: a campaign always has something to ask."""
    await session.execute(delete(tables.Questionnaire).where(tables.Questionnaire.id == draft.id))
    await record_change(session, by, "questionnaire.discarded", draft.id, {"version": draft.version})
