"""Owing letters about an outcome to exactly those whose voice is in it, each once, whoever comes last."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Text, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import OUTCOME, STEP
from services.notify.operations.queue_letters import queue_letters
from services.notify.storage.outcomes import lock_tellings
from services.notify.storage.tables import (
    CONFIRMED,
    WAITING,
    Journey,
    Outcome,
    Selection,
    SelectionVoice,
    Subscription,
)
from shared.kit.storage import Moment


async def owe_letters(session: AsyncSession, outcome_id: UUID, at: datetime) -> int:
    """Queues a letter for every confirmed subscription of a voice in this outcome that has none yet.

    Returns how many; none while the outcome is not public.
    """
    return await queue_letters(session, _readers(OUTCOME, at, _in_outcome().where(Outcome.id == outcome_id)))


async def owe_step_letters(session: AsyncSession, step_id: UUID, outcome_id: UUID, at: datetime) -> int:
    """As `owe_letters`, about one step; for those who were to be told of the outcome itself."""
    voices = (
        _in_outcome()
        .where(Outcome.id == outcome_id)
        .with_only_columns(SelectionVoice.pseudonym, literal(step_id).label("about"))
    )
    return await queue_letters(session, _readers(STEP, at, voices))


async def owe_outcome_letters(session: AsyncSession, receipt_digest: bytes, at: datetime) -> int:
    """What a voice is owed that has become a reader only now: one letter per public outcome it is in.

    Steps from before are not told after the fact: the outcome's letter says how far things are.
    """
    await lock_tellings(session, alone=False)
    mine = _in_outcome().join(Journey, Journey.pseudonym == SelectionVoice.pseudonym)
    return await queue_letters(session, _readers(OUTCOME, at, mine.where(Journey.receipt_digest == receipt_digest)))


def _in_outcome() -> Select[bytes, UUID]:
    """The voices of public outcomes, each with its outcome."""
    return (
        select(SelectionVoice.pseudonym, Outcome.id.label("about"))
        .select_from(SelectionVoice)
        .join(Selection, Selection.id == SelectionVoice.selection_id)
        .join(Outcome, Outcome.id == Selection.outcome_id)
        .where(Outcome.published.is_not(None))
    )


def _readers(letter: str, at: datetime, voices: Select[bytes, UUID]) -> Select[Any]:
    """One row per letter that may be owed; what is owed already falls out at the table's key."""
    voice = voices.subquery()
    reader = (
        select(Subscription.id, voice.c.about)
        .distinct()
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .join(voice, voice.c.pseudonym == Journey.pseudonym)
        .where(Subscription.state == CONFIRMED, Journey.withdrawn_at.is_(None))
        .subquery()
    )
    return select(
        func.gen_random_uuid(),
        reader.c.id,
        literal(letter),
        cast(reader.c.about, Text),
        literal(WAITING),
        literal(at, Moment()),
    )
