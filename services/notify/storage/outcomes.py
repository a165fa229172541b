"""Finding outcomes: as staff work on them, as everybody reads them, and as they lead from one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import Content, Moved, Told, guarded
from services.notify.storage.tables import (
    Attachment,
    Campaign,
    Outcome,
    OutcomeVersion,
    Place,
    Selection,
    SelectionVoice,
    Step,
)
from shared.kit.web.pages import ZONE

#: Kinds of channels that have a place where anybody comes by; groups and links have none.
OPEN_PLACES: Final = ("poster", "flyer", "kiosk")


class Listed(NamedTuple):
    """One outcome in the list of staff. `content` is what is being written."""

    outcome: Outcome
    campaign: Campaign
    content: Content
    percent: int
    voice_count: int


def content_of(stored: dict[str, Any]) -> Content:
    return msgspec.convert(stored, Content)


async def find_outcome(
    session: AsyncSession, outcome_id: UUID, *, lock: bool = False
) -> tuple[Outcome, Campaign] | None:
    """`lock`: nobody else changes it until the transaction ends."""
    query = select(Outcome, Campaign).join(Campaign, Campaign.id == Outcome.campaign_id).where(Outcome.id == outcome_id)
    row = (await session.execute(query.with_for_update(of=Outcome) if lock else query)).one_or_none()
    return (row[0], row[1]) if row else None


async def list_outcomes(session: AsyncSession, districts: Collection[str] | None) -> list[Listed]:
    """What was changed last comes first. `districts` None: all of them."""
    query = select(Outcome, Campaign).join(Campaign, Campaign.id == Outcome.campaign_id)
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    rows = (await session.execute(query.order_by(Outcome.changed_at.desc()))).all()
    ids = [outcome.id for outcome, _ in rows]
    steps, counts = await _steps(session, ids), await count_voices(session, ids)
    return [_listed(outcome, campaign, steps[outcome.id], counts.get(outcome.id, 0)) for outcome, campaign in rows]


async def list_campaigns(session: AsyncSession, districts: Collection[str] | None) -> Sequence[Campaign]:
    """The one whose promise ends first comes first."""
    query = select(Campaign).order_by(Campaign.promise_on, Campaign.slug)
    return (await session.scalars(query if districts is None else query.where(Campaign.district.in_(districts)))).all()


async def find_campaign(session: AsyncSession, slug: str) -> Campaign | None:
    return await session.scalar(select(Campaign).where(Campaign.slug == slug))


async def list_selections(
    session: AsyncSession, campaign_ids: Collection[UUID], outcome_id: UUID | None = None
) -> Sequence[Selection]:
    """Those of this outcome, newest first; without one those that wait for an outcome."""
    mine = Selection.outcome_id == outcome_id if outcome_id else Selection.outcome_id.is_(None)
    query = select(Selection).where(Selection.campaign_id.in_(campaign_ids), mine)
    return (await session.scalars(query.order_by(Selection.made_at.desc()))).all()


async def list_versions(session: AsyncSession, outcome_id: UUID) -> Sequence[OutcomeVersion]:
    """Newest first."""
    query = select(OutcomeVersion).where(OutcomeVersion.outcome_id == outcome_id)
    return (await session.scalars(query.order_by(OutcomeVersion.number.desc()))).all()


async def written_by(session: AsyncSession, outcome_id: UUID) -> UUID | None:
    """Who wrote what the outcome says now."""
    query = select(OutcomeVersion.by).where(OutcomeVersion.outcome_id == outcome_id, OutcomeVersion.verb == "saved")
    return await session.scalar(query.order_by(OutcomeVersion.number.desc()).limit(1))


async def find_attachment(session: AsyncSession, outcome_id: UUID, attachment_id: UUID) -> tuple[str, bytes] | None:
    """Media type and content."""
    query = select(Attachment.media_type, Attachment.content).where(
        Attachment.id == attachment_id, Attachment.outcome_id == outcome_id
    )
    row = (await session.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def list_told(session: AsyncSession, campaign_id: UUID) -> tuple[Told, ...]:
    """The public outcomes of a campaign, newest first."""
    return await _told(session, Outcome.campaign_id == campaign_id)


async def find_told(session: AsyncSession, outcome_id: UUID) -> Told | None:
    """None for an outcome that is not public."""
    return next(iter(await _told(session, Outcome.id == outcome_id)), None)


async def list_places(session: AsyncSession, campaign_id: UUID) -> Sequence[str]:
    """Where codes of the campaign hang or lie for everybody, each once, by name."""
    query = select(Place.name).where(Place.campaign_id == campaign_id, Place.kind.in_(OPEN_PLACES), Place.name != "")
    return (await session.scalars(query.distinct().order_by(Place.name))).all()


async def find_step(session: AsyncSession, step_id: UUID) -> Moved | None:
    step = await session.get(Step, step_id)
    return _moved(step) if step else None


async def list_steps(session: AsyncSession, outcome_id: UUID) -> Sequence[Step]:
    """Newest first."""
    return (await session.scalars(_newest_first().where(Step.outcome_id == outcome_id))).all()


async def outcomes_of(session: AsyncSession, pseudonym: bytes) -> tuple[datetime | None, tuple[Told, ...]]:
    """When this voice was first chosen for an answer, and the public outcomes it led to, newest first."""
    chosen = (
        select(Selection.outcome_id, Selection.made_at)
        .join(SelectionVoice, SelectionVoice.selection_id == Selection.id)
        .where(SelectionVoice.pseudonym == pseudonym)
    )
    rows = (await session.execute(chosen)).all()
    ids = {row.outcome_id for row in rows if row.outcome_id}
    told = await _told(session, Outcome.id.in_(ids)) if ids else ()
    return min((row.made_at for row in rows), default=None), told


async def answered_on(session: AsyncSession, campaign_id: UUID) -> date | None:
    """The day of the campaign's first public outcome, where the readers live."""
    first = select(func.min(OutcomeVersion.at)).join(Outcome, Outcome.id == OutcomeVersion.outcome_id)
    at = await session.scalar(first.where(Outcome.campaign_id == campaign_id, OutcomeVersion.verb == "published"))
    return at.astimezone(ZONE).date() if at else None


async def count_voices(session: AsyncSession, outcome_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many responses each outcome answers."""
    query = (
        select(Selection.outcome_id, func.count(SelectionVoice.pseudonym.distinct()))
        .join(SelectionVoice, SelectionVoice.selection_id == Selection.id)
        .where(Selection.outcome_id.in_(outcome_ids))
        .group_by(Selection.outcome_id)
    )
    return {outcome_id: count for outcome_id, count in await session.execute(query) if outcome_id}


async def lock_tellings(session: AsyncSession, *, alone: bool) -> None:
    """Lets nobody miss somebody else: who becomes a reader (many at once), and who makes something to be told (alone).

    A confirmation that does not see an outcome yet has committed before that outcome is public, so whoever tells of
    it sees the confirmation. Held until the transaction ends, so the long work of telling is done without it.
    """
    lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
    await session.execute(select(lock(_TELLINGS)))


#: Any number that no other lock of the database takes.
_TELLINGS = 7_310_278


async def _told(session: AsyncSession, which: ColumnElement[bool]) -> tuple[Told, ...]:
    query = (
        select(Outcome, Campaign.slug)
        .join(Campaign, Campaign.id == Outcome.campaign_id)
        .where(which, Outcome.published.is_not(None))
        .order_by(Outcome.published_at.desc())
    )
    rows = (await session.execute(query)).all()
    ids = [outcome.id for outcome, _ in rows]
    steps, counts = await _steps(session, ids), await count_voices(session, ids)
    first = await _first_published(session, ids)
    return tuple(_one(outcome, slug, first[outcome.id], steps[outcome.id], counts) for outcome, slug in rows)


def _one(outcome: Outcome, slug: str, first: datetime, steps: Sequence[Step], counts: dict[UUID, int]) -> Told:
    assert outcome.published and outcome.published_at
    return Told(
        id=outcome.id,
        slug=slug,
        content=content_of(outcome.published),
        published_at=first,
        changed_at=max([outcome.published_at, *(step.at for step in steps)]),
        steps=tuple(_moved(step) for step in steps),
        voice_count=guarded(counts.get(outcome.id, 0)),
    )


async def _first_published(session: AsyncSession, outcome_ids: Collection[UUID]) -> dict[UUID, datetime]:
    query = select(OutcomeVersion.outcome_id, func.min(OutcomeVersion.at)).where(
        OutcomeVersion.outcome_id.in_(outcome_ids), OutcomeVersion.verb == "published"
    )
    return {row[0]: row[1] for row in await session.execute(query.group_by(OutcomeVersion.outcome_id))}


async def _steps(session: AsyncSession, outcome_ids: Collection[UUID]) -> dict[UUID, list[Step]]:
    found: dict[UUID, list[Step]] = defaultdict(list)
    for step in await session.scalars(_newest_first().where(Step.outcome_id.in_(outcome_ids))):
        found[step.outcome_id].append(step)
    return found


def _newest_first() -> Any:
    return select(Step).order_by(Step.on.desc(), Step.at.desc())


def _moved(step: Step) -> Moved:
    return Moved(step.id, step.percent, step.on, step.text)


def _listed(outcome: Outcome, campaign: Campaign, steps: Sequence[Step], voice_count: int) -> Listed:
    content = content_of(outcome.content)
    return Listed(outcome, campaign, content, steps[0].percent if steps else content.percent, voice_count)
