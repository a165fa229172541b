"""A response as its participant finds it again, by the digest of the receipt."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Answer
from services.intake.storage.tables import Channel, Held, Remark, Response, ResponseRevision


class Own(msgspec.Struct, frozen=True):
    """`code`: of the channel it came by. `corrected_at`: when it was changed last. `remarks`: oldest first."""

    response_id: UUID
    code: str
    questionnaire_id: UUID
    language: str
    answers: tuple[Answer, ...]
    received_at: datetime
    corrected_at: datetime | None
    withdrawn_at: datetime | None
    remarks: tuple[str, ...]


async def find_own(session: AsyncSession, digest: bytes, *, also_held: bool = False) -> Own | None:
    """None for a digest that no response has. `also_held`: one too that nobody outside intake knows of yet."""
    for table in (Response, Held) if also_held else (Response,):
        query = select(table, Channel.code).join(Channel, Channel.id == table.channel_id)
        row: Any = (await session.execute(query.where(table.receipt_digest == digest))).one_or_none()
        if row:
            return await _own(session, *row)
    return None


async def lock_own(session: AsyncSession, response_id: UUID) -> Response | None:
    """The response, which nobody else changes until the transaction ends; None when it was withdrawn."""
    query = select(Response).where(Response.id == response_id, Response.withdrawn_at.is_(None)).with_for_update()
    found: Response | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


async def read_remarks(session: AsyncSession, response_id: UUID) -> tuple[str, ...]:
    query = select(Remark.text).where(Remark.response_id == response_id).order_by(Remark.written_at, Remark.id)
    return tuple(await session.scalars(query))


def answers_of(response: Response | Held) -> tuple[Answer, ...]:
    return msgspec.convert(response.answers, tuple[Answer, ...])


async def _own(session: AsyncSession, response: Response | Held, code: str) -> Own:
    return Own(
        response_id=response.id,
        code=code,
        questionnaire_id=response.questionnaire_id,
        language=response.language,
        answers=answers_of(response),
        received_at=response.received_at,
        corrected_at=await _corrected_at(session, response.id),
        withdrawn_at=response.withdrawn_at if isinstance(response, Response) else None,
        remarks=await read_remarks(session, response.id),
    )


async def _corrected_at(session: AsyncSession, response_id: UUID) -> datetime | None:
    made = func.max(ResponseRevision.made_at)
    changed = (ResponseRevision.response_id == response_id, func.cardinality(ResponseRevision.questions) > 0)
    return await session.scalar(select(made).where(*changed))
