"""Responses that are begun, by the digest of their code."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage import tables

BITE: Final = 1000


class Begun(msgspec.Struct, frozen=True):
    """`code`: of the channel it was begun at. `fields`: what was typed, by field. `sealed_pass`: see tables.Begun."""

    code: str
    response_id: UUID
    questionnaire_id: UUID
    language: str
    step: str
    fields: dict[str, list[str]]
    sealed_pass: bytes | None


async def find_begun(session: AsyncSession, digest: bytes, at: datetime) -> Begun | None:
    """None for a code that nothing is kept under, also when it was sent meanwhile from another page."""
    row, channel = tables.Begun, tables.Channel
    told = (row.response_id, row.questionnaire_id, row.language, row.step, row.fields, row.sealed_pass)
    query = (
        select(channel.code, *told)
        .join(channel, channel.id == row.channel_id)
        .where(row.code_digest == digest, row.expires_at > at)
        .where(~exists().where(tables.Response.id == row.response_id))
    )
    found = (await session.execute(query)).one_or_none()
    return Begun(*found) if found else None


async def forget_begun(session: AsyncSession, response_id: UUID) -> None:
    await session.execute(delete(tables.Begun).where(tables.Begun.response_id == response_id))


async def forget_expired(session: AsyncSession, at: datetime) -> int:
    """Returns how many. In bites: a chore holds up nobody."""
    expired = select(tables.Begun.code_digest).where(tables.Begun.expires_at <= at).limit(BITE)
    gone = await session.scalars(
        delete(tables.Begun).where(tables.Begun.code_digest.in_(expired)).returning(tables.Begun.code_digest)
    )
    return len(gone.all())
