"""Choosing voices that get an answer: by a standard, by a topic, or one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.storage.selections import (
    responses_of_passages,
    responses_of_standard,
    responses_of_topic,
    responses_that_rate,
)
from services.analysis.storage.tables import Selection, SelectionResponse
from shared.contracts.outcomes import SelectionKind, SelectionMade
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: Responses in one message.
PART: Final = 2000


class NothingChosen(Exception):
    """No voice that counts is in the choice."""


class Choice(msgspec.Struct, frozen=True):
    """`key`: the standard or topic, `label`: its name in German. `passages`: of quotes that were ticked.

    `stance`: only those who say so. `ticked`: also those who rate the standard without writing of it.
    """

    kind: SelectionKind
    key: str
    label: str
    stance: Stance | None = None
    passages: tuple[UUID, ...] = ()
    ticked: bool = False


async def make_selection(
    session: AsyncSession, selection_id: UUID, campaign_id: UUID, choice: Choice, by: SignedIn, at: datetime
) -> int:
    """Keeps and tells it, once, however often a form is sent. Returns how many voices. Raises NothingChosen."""
    response_ids = await _responses(session, campaign_id, choice)
    if not response_ids:
        raise NothingChosen
    what = dict(kind=choice.kind, key=choice.key, response_count=len(response_ids))
    row = dict(id=selection_id, campaign_id=campaign_id, **what, made_at=at, made_by=by.account_id)
    statement = insert(Selection).values(row).on_conflict_do_nothing().returning(Selection.id)
    if (await session.execute(statement)).first() is None:
        return (await session.scalars(select(Selection.response_count).where(Selection.id == selection_id))).one()
    pairs = [{"selection_id": selection_id, "response_id": one} for one in response_ids]
    await session.execute(insert(SelectionResponse), pairs)
    await record_change(session, by, "selection.made", selection_id, what)
    await publish(session, *_messages(selection_id, campaign_id, choice, response_ids, by, at))
    return len(response_ids)


async def _responses(session: AsyncSession, campaign_id: UUID, choice: Choice) -> Sequence[UUID]:
    if choice.kind == "standard":
        return await _of_standard(session, campaign_id, choice)
    if choice.kind == "topic":
        return await responses_of_topic(session, campaign_id, choice.key)
    return await responses_of_passages(session, campaign_id, choice.passages)


async def _of_standard(session: AsyncSession, campaign_id: UUID, choice: Choice) -> Sequence[UUID]:
    found = list(await responses_of_standard(session, campaign_id, choice.key, choice.stance))
    if choice.ticked:
        found += await responses_that_rate(session, campaign_id, choice.key, choice.stance)
    return list(dict.fromkeys(found))


def _messages(
    selection_id: UUID, campaign_id: UUID, choice: Choice, response_ids: Sequence[UUID], by: SignedIn, at: datetime
) -> list[SelectionMade]:
    """In parts: a message of everything would be megabytes in a large campaign."""
    parts = [tuple(response_ids[start : start + PART]) for start in range(0, len(response_ids), PART)]
    return [
        SelectionMade(
            selection_id=selection_id,
            campaign_id=campaign_id,
            kind=choice.kind,
            key=choice.key,
            label=choice.label,
            response_ids=part,
            response_count=len(response_ids),
            made_at=at,
            made_by=by.account_id,
        )
        for part in parts
    ]
